import { peopleIn } from "../normalise/byline.ts";
import type { Byline } from "../model.ts";
import { pictureOffice, reporterWords, roleWords } from "./rules/phrases.ts";

type Role = keyof Byline | "others";

const roleOf = new Map<string, Role>(
  Object.entries(roleWords).flatMap(([role, words]) => words.map((word): [string, Role] => [word, role as Role])),
);
const longestFirst = [...roleOf.keys()].sort((a, b) => b.length - a.length);
const word = `(?:${longestFirst.join("|")})`;
const people = String.raw`[\p{Script=Han}·、，,\s]{2,30}?`;
const leading = new RegExp(String.raw`(?<=^|\s)(${word})(?:\s*[：:/／]\s*|\s+)(?=\p{Script=Han})`, "gu");
const trailing = new RegExp(String.raw`\s*(${people})\s*[/／\s]\s*(${word})(?=$|[\s，,、；;])[，,、；;]?`, "uy");
const reporter = new RegExp(String.raw`(?<=^|\s)(?:${reporterWords})[\s：:]*`, "gu");

/**
 * Reads a row of people, each with what they did before or behind the names.
 * @param text - `撰文 张三 摄影 李四`, `本报记者 张三/文 李四/图`, without brackets
 * @param isName - whether a word is a person's name
 * @returns the people by what they did, or nothing when a word is no name or no writer and no photographer is there
 */
export function readRoles(text: string, isName: (word: string) => boolean): Partial<Byline> | undefined {
  return [readTrailing(text), readLeading(text)]
    .map((said) => said && creditsOf(said, isName))
    .find((credits) => credits !== undefined);
}

type Said = readonly (readonly [Role, string])[];

function creditsOf(said: Said, isName: (word: string) => boolean): Partial<Byline> | undefined {
  const found: Record<Role, string[]> = { authors: [], photographers: [], editors: [], others: [] };
  for (const [role, names] of said) {
    const named = peopleIn(names.replace(reporter, " ").trim());
    const isKnown = (each: string) => isName(each) || (role === "photographers" && pictureOffice.test(each));
    if (!named.every(isKnown)) return undefined;
    found[role].push(...named);
  }
  const { authors, photographers, editors } = found;
  if (authors.length + photographers.length === 0) return undefined;
  return Object.fromEntries(
    Object.entries({ authors, photographers, editors }).filter(([, names]) => names.length > 0),
  );
}

/** 统筹 王五 记者 张三 摄影 李四 */
function readLeading(text: string): Said | undefined {
  const [before, ...parts] = text.split(leading);
  if (before !== "" || parts.length < 4) return undefined;
  return Array.from({ length: parts.length / 2 }, (_, index) => [
    roleOf.get(parts[index * 2]!)!,
    parts[index * 2 + 1]!,
  ]);
}

/** 张三 李四/文 王五/图 */
function readTrailing(text: string): Said | undefined {
  const said: [Role, string][] = [];
  let at = 0;
  while (at < text.length) {
    trailing.lastIndex = at;
    const found = trailing.exec(text);
    if (!found) return undefined;
    said.push([roleOf.get(found[2]!)!, found[1]!]);
    at = found.index + found[0].length;
  }
  return said.length > 1 ? said : undefined;
}
