/** A stretch of a text, UTF-16 offsets. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the tag that closes another.
 * @param pattern - the closing tag, global
 * @param body - the text
 * @param from - where the opening tag ends
 * @returns where the first closing tag behind it stands, if there is one
 */
export function closingTag(pattern: RegExp, body: string, from: number): Stretch | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(body);
  return match ? { from: match.index, to: match.index + match[0].length } : undefined;
}
