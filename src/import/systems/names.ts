/** The systems whose sites are imported, as the command names them. */
export const systemNames = ["jekyll", "hugo", "hexo", "pelican", "wordpress"] as const;

export type SystemName = (typeof systemNames)[number];

/**
 * Whether a word of the command line names a system.
 * @param word - the word
 * @returns true for one of `systemNames`
 */
export function isSystemName(word: string | undefined): word is SystemName {
  return systemNames.some((name) => name === word);
}
