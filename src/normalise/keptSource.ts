/** What leads out of a folder, is hidden in it, or is another system's way to write a path. */
const noName = /(?:^|\/)(?:\.|\/|$)|^$|\\/;

/**
 * The name of a kept source, of which an article was made.
 * @param stated - what the front matter says: `004.txt`, `2022/004.txt`
 * @returns the same; nothing for what is no path to a file inside a folder
 */
export function keptSource(stated: string): string | undefined {
  const name = stated.trim();
  return noName.test(name) ? undefined : name;
}
