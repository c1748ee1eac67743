import type { Candidate } from "./find.ts";
import { marks } from "./postings.ts";

/** How soon more of a term stops to count for more: the usual value of BM25. */
const saturation = 1.2;
/** How often a term counts that stands in the text, in its lead, in its title. */
const weights = { text: 1, lead: 2, title: 4 } as const;

/**
 * Orders candidates by relevance: BM25F (Robertson, Zaragoza and Taylor, 2004, https://doi.org/10.1145/1031171.1031181)
 * over title, lead and text. The index says where a term stands and not how often, so each counts once, and texts are
 * not told apart by their length.
 * @param candidates - articles that may be hits
 * @param articles - how many articles the archive has
 * @returns the same, the most relevant first; of equals in the order given
 */
export function byRelevance<Ranked extends Candidate>(
  candidates: readonly Ranked[],
  articles: number,
): readonly Ranked[] {
  const terms = candidates[0]?.marks.length ?? 0;
  // Candidates have all terms; how rare each is, their segments say.
  const segments = [...new Map(candidates.map(({ segment, having }) => [segment, having])).values()];
  const rarity = Array.from({ length: terms }, (_, term) => {
    const having = segments.reduce((sum, counts) => sum + counts[term]!, 0);
    return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  });
  const scores = new Map(candidates.map((candidate) => [candidate, scoreOf(candidate, rarity)]));
  return [...candidates].sort((a, b) => scores.get(b)! - scores.get(a)!);
}

function scoreOf(candidate: Candidate, rarity: readonly number[]): number {
  let score = 0;
  for (const [term, mark] of candidate.marks.entries()) {
    const often = weights.text + (mark & marks.lead ? weights.lead : 0) + (mark & marks.title ? weights.title : 0);
    score += (rarity[term]! * often) / (often + saturation);
  }
  return score;
}
