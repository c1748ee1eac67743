/**
 * Puts text on the reader's clipboard.
 * @param text - the text
 * @returns false where it could not be done: the page has no HTTPS, or the browser or its reader refuses
 */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
