import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Words over which threads of a trapped site come to grief. */
export const deadly = "线程到此为止";
export const endless = "没完没了";

/**
 * Has the threads of a site die over one text, their memory full, and never end with another. No article is known to do that to the program
 * itself; so the configuration, which every thread loads, sees to it.
 */
export function trapThreads(folder: string): void {
  const config = path.join(folder, ".eleventy.ts");
  const trap = `
import { isMainThread } from "node:worker_threads";
const { stringify } = JSON;
if (!isMainThread) {
  JSON.stringify = (value: unknown) => {
    const text = stringify(value);
    if (text?.includes("${deadly}")) for (const hoard: unknown[] = []; ; ) hoard.push(Array(1e6).fill(hoard.length));
    while (text?.includes("${endless}"));
    return text;
  };
}
`;
  writeFileSync(config, readFileSync(config, "utf8") + trap);
}
