import type { Writable } from "node:stream";

/** How a terminal is told to set characters dim, and so on. */
const style = "((?:\\u001B\\[\\d+m)*)";

/** What the prompts say of themselves, which @clack/prompts lets nobody translate. */
const chinese: readonly (readonly [said: RegExp, words: string])[] = [
  [new RegExp(`↑/↓${style} to (?:navigate|select)`, "g"), "↑/↓$1 移动"],
  [new RegExp(`Tab:${style} select`, "g"), "Tab：$1选择"],
  [new RegExp(`Enter:${style} confirm`, "g"), "回车：$1确认"],
  [new RegExp(`Type:${style} to search`, "g"), "输入文字：$1查找"],
  [/Search:/g, "查找："],
  [/No matches found/g, "没有找到"],
  [/ \((\d+) match(?:es)?\)/g, "（$1 个）"],
  [/(\d+) items selected/g, "已选 $1 项"],
];

/**
 * A stream on which the prompts speak Chinese.
 * @param stream - the terminal
 * @returns the same stream, but for the words written
 */
export function inChinese<Stream extends Writable>(stream: Stream): Stream {
  const write = (chunk: unknown, ...rest: unknown[]): boolean => {
    const words = typeof chunk === "string" ? chinese.reduce((all, [said, by]) => all.replace(said, by), chunk) : chunk;
    return (stream.write as (...written: unknown[]) => boolean).call(stream, words, ...rest);
  };
  return Object.create(stream, { write: { value: write } }) as Stream;
}
