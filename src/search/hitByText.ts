import type { Permalink } from "../model.ts";
import { spokenLabels, type Filing } from "./filing.ts";
import type { FindTools } from "./find.ts";
import { fold } from "./fold.ts";
import { findSyllables } from "./pinyin.ts";
import type { Plan } from "./plan.ts";
import type { Wanted } from "./ways.ts";

/** What the index says of an article. */
export interface Known {
  readonly permalink: Permalink;
  readonly title: string;
  readonly names: readonly string[];
  readonly filing: Filing;
}

/** What an article turned out to be. */
export interface Verdict {
  readonly isHit: boolean;
  /** Whether its page was read for it. */
  readonly isRead: boolean;
}

/**
 * Reads an article of which the keys leave a doubt; its page only where what the index says of it does not decide.
 * @param article - the article
 * @param plan - what is asked
 * @param tools - how texts are folded and read, and where pages are
 * @returns whether it has all that is wanted, and nothing that is excluded
 */
export async function judgeByText(
  article: Known,
  plan: Plan,
  { table, readings, linesOf }: FindTools,
): Promise<Verdict> {
  const { permalink, title, names, filing } = article;
  const folded = (line: string) => fold(line, table);
  const heading = folded(title);
  const beside = [heading, ...[...names, ...filing.sources].map(folded)];
  const spoken = [heading, ...spokenLabels(filing, table)];
  const isPinyin = plan.wanted.some(({ ways }) => ways.some(({ kind }) => kind === "pinyin"));
  const heard = isPinyin ? await readings() : undefined;
  let lines: readonly string[] | undefined;
  /** Whether it is in what the index says; nothing where the page has to tell. */
  const isKnownToHave = ({ term, ways }: Wanted): boolean | undefined => {
    if (ways.every(({ kind }) => kind === "title")) return heading.includes(term.text);
    if (beside.some((line) => line.includes(term.text))) return true;
    const isHeard = ways.some(
      ({ kind, syllables }) => kind === "pinyin" && spoken.some((line) => findSyllables(line, syllables!, heard!) >= 0),
    );
    return isHeard || undefined;
  };
  const has = async (wanted: Wanted): Promise<boolean> => {
    const known = isKnownToHave(wanted);
    if (known !== undefined) return known;
    lines ??= (await linesOf(permalink)).map(folded);
    return lines.some((line) => line.includes(wanted.term.text));
  };
  const verdict = (isHit: boolean) => ({ isHit, isRead: lines !== undefined });
  const isLacking = plan.wanted.some((wanted) => isKnownToHave(wanted) === false);
  if (isLacking || plan.excluded.some(isKnownToHave)) return verdict(false);
  for (const wanted of plan.wanted) if (!(await has(wanted))) return verdict(false);
  for (const wanted of plan.excluded) if (await has(wanted)) return verdict(false);
  return verdict(true);
}
