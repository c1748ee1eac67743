import { load } from "cheerio/slim";
import { decodeHTML } from "entities";
import { solid } from "../characters.ts";
import { splitAtFences } from "../parse/fences.ts";
import { readYaml } from "../parse/yaml.ts";
import type { Fated } from "./fate.ts";
import { foldWidth } from "./fullWidth.ts";
import type { SourceLine } from "./source.ts";

/** A stretch of the source that is lost or told twice. */
export interface Loss {
  readonly line: number;
  readonly text: string;
  readonly why: "no fate" | "two fates" | "not in the file";
}

/**
 * Makes sure that every character of a source but white space is accounted for: it has one fate, and its text stands in
 * the file of its article, in front matter, body or the list of what is not in the text.
 * @param lines - the source
 * @param fates - what became of each stretch
 * @param files - the texts of the article files, in the order of the articles
 * @returns what is lost, nothing when all is well; of a source without an article only whether all has its fate
 */
export function findLosses(
  lines: readonly SourceLine[],
  fates: readonly Fated[],
  files: readonly string[],
): readonly Loss[] {
  const losses: Loss[] = [];
  const byLine = new Map<number, Fated[]>();
  for (const fated of fates) {
    const others = byLine.get(fated.line);
    if (others) others.push(fated);
    else byLine.set(fated.line, [fated]);
  }
  for (const { number, text } of lines) {
    const told = new Uint8Array(text.length);
    for (const { from, to } of byLine.get(number) ?? []) for (let at = from; at < to; at++) told[at]!++;
    const report = (why: Loss["why"], isIt: (times: number) => boolean) => {
      const lost = text.split("").filter((unit, at) => isIt(told[at] ?? 0) && unit.trim() !== "");
      if (lost.length > 0) losses.push({ line: number, text: lost.join(""), why });
    };
    report("no fate", (times) => times === 0);
    report("two fates", (times) => times > 1);
  }
  return files.length === 0 ? losses : [...losses, ...unsaid(fates, files.map(wordsOf))];
}

/** The stretches whose text is not in its file. */
function unsaid(fates: readonly Fated[], said: readonly string[]): readonly Loss[] {
  const losses: Loss[] = [];
  // What has one fate stands in the file in the order of the source, as a rule: it is looked for behind what was found last.
  const reached = new Map<string, number>();
  for (const { line, text, fate, article } of fates) {
    const words = said[article] ?? "";
    const wanted = folded(text);
    const place = `${article} ${fate}`;
    let at = words.indexOf(wanted, reached.get(place) ?? 0);
    if (at < 0) at = words.indexOf(wanted);
    if (at < 0) losses.push({ line, text, why: "not in the file" });
    else reached.set(place, at);
  }
  return losses;
}

/** All that a file says: its front matter's values, the text of its body, its comments. */
function wordsOf(file: string): string {
  const fenced = splitAtFences(file);
  if (fenced.kind !== "split") return "";
  const values = Object.values(readYaml(fenced.frontMatter).data as Record<string, unknown>).flat();
  const comments = Array.from(fenced.body.matchAll(/<!--([\s\S]*?)-->/g), (found) => decodeHTML(found[1]!));
  const said = values.map(String);
  return [...said, ...said.map((value) => decodeHTML(value)), load(fenced.body).root().text(), ...comments]
    .map(folded)
    .join("\n");
}

function folded(text: string): string {
  return foldWidth(solid(text).replaceAll("**", ""));
}
