/**
 * What leads out of a folder, is hidden in it, is another system's way to write a path, or would stand where an article
 * could have its page.
 */
const noName = /(?:^|\/)(?:\.|\/|$)|[\\\p{C}\p{Zl}\p{Zp}]|\.html?\//iu;

/**
 * The name of a kept source, of which an article was made.
 * @param stated - what the front matter says: `004.txt`, `2022/004.txt`
 * @returns the same in NFC; nothing for what is no path to a file inside a folder
 */
export function keptSource(stated: string): string | undefined {
  const name = stated.trim().normalize("NFC");
  return noName.test(name) ? undefined : name;
}
