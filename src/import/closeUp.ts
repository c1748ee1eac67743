import { surnames } from "./rules/surnames.ts";

/** Fewer spaces between characters tell nothing. */
const fewest = 3;
/** 能 者 上: a heading set wide. */
const spacedWord = /^\p{Script=Han}(?:[ \u3000]\p{Script=Han}){2,}$/u;
/** ·江 海 朱 蓓·, 记者 马 松 刘 洋: people with names of two characters each, as their family names tell. */
const family = `[${surnames}]`;
const spacedNames = new RegExp(
  String.raw`^[·•■□（(]?\s*(?:\p{Script=Han}{2,8}[ \u3000：:]+)?(?:${family}[ \u3000]\p{Script=Han}[ \u3000]+)+${family}[ \u3000]\p{Script=Han}\s*[·•）)]?$`,
  "u",
);
const spacedName = /(?<!\p{Script=Han})(\p{Script=Han})[ \u3000](\p{Script=Han})(?!\p{Script=Han})/gu;

/**
 * Closes up a text whose characters all stand apart, as some scans have it; wider spaces stay.
 * @param text - a line: `开 发 区  答 卷`, `2 0 0 8 年 5 月`
 * @returns `开发区  答卷`, `2008年5月`; any other line as it is
 */
export function closeUp(text: string): string {
  const said = text.trim();
  if (spacedNames.test(said)) return text.replace(spacedName, "$1$2");
  const isSpaced =
    spacedWord.test(said) ||
    standApart(text, String.raw`\p{Script=Han}`) ||
    standApart(text, String.raw`[\p{Script=Han}\d]`);
  return isSpaced ? text.replace(/(?<=[\p{Script=Han}\p{P}\d])[ \u3000](?=[\p{Script=Han}\p{P}\d])/gu, "") : text;
}

function standApart(text: string, kind: string): boolean {
  const count = (between: string) => text.match(new RegExp(`(?<=${kind})${between}(?=${kind})`, "gu"))?.length ?? 0;
  const spaced = count(String.raw`[ \u3000]`);
  return spaced >= fewest && /\p{Script=Han}/u.test(text) && count("") <= spaced / 4;
}
