import type { Page } from "../model.ts";
import type { Output } from "./output.ts";
import type { Makers } from "./outputLedger.ts";
import { gatherPaths } from "./paths.ts";
import { PathSet } from "./pathSet.ts";

/** Whether a page was drawn, and why. */
export interface Decision {
  readonly why: Why;
  /** What makes it. */
  readonly from: string;
  /** Whether its file was written: what is drawn anew may come out as it was. */
  readonly written: boolean;
}

/**
 * Why a page was drawn, or was not: it shows the `same`; it is `new` to this program and configuration; its file was
 * `touched`; its `layout` has changed; what it `shows` has; or that is known only when it is `always` drawn.
 */
export type Why = "same" | "new" | "touched" | "layout" | "shows" | "always";

/** What there is to do, found out before the first page is drawn. */
export interface Survey {
  readonly all: PathSet;
  /** The pages that are to be drawn, in order; to be gone through once. */
  readonly pagesToDraw: Iterable<SurveyedPage>;
  /** How many they are. */
  readonly toDraw: number;
  /** What they weigh together. */
  readonly weight: number;
  readonly makers: Makers;
  readonly decision?: Decision;
}

/** A page that is not in the folder just so. */
export interface SurveyedPage {
  readonly page: Page;
  readonly fingerprint: number;
}

/** No fingerprint: of a page that stands in the folder just so. */
const asItWas = -1;

/** When pages to be drawn are no more than this, they are kept, rather than found among all pages a second time. */
const mostKept = 1000;

/**
 * Compares what pages show with what the account of the output folder says they showed.
 * @param pages - all pages
 * @param output - the claimed folder
 * @param explain - the path of a page of which the decision is wanted
 * @returns what there is to do
 * @throws FangzhiError when two pages claim one file
 */
export function surveyOf(pages: Iterable<Page>, { ledger, changed }: Output, explain: string | undefined): Survey {
  let toDraw = 0;
  let weight = 0;
  let decision: Decision | undefined;
  const makers: Record<string, number> = {};
  const fingerprints: number[] = [];
  const kept: SurveyedPage[] = [];
  const all = new PathSet(ledger);
  gatherPaths(pages, all, (page, place) => {
    const fingerprint = page.fingerprint?.() ?? 0;
    const maker = (makers[page.from] ??= page.maker?.() ?? 0);
    const before = ledger.hasRow(place) ? ledger.at(place, "fingerprint") : undefined;
    const isTouched = changed.has(page.path);
    const isSame = fingerprint !== 0 && before === fingerprint && !isTouched;
    fingerprints.push(isSame ? asItWas : fingerprint);
    if (!isSame) {
      weight += page.weight ?? 1;
      if (++toDraw <= mostKept) kept.push({ page, fingerprint });
    }
    if (page.path !== explain) return;
    const isSameMaker = ledger.head.makers[page.from] === maker;
    const why = reason(before, isSame, isTouched, isSameMaker, fingerprint);
    decision = { why, from: page.from, written: false };
  });
  const pagesToDraw = toDraw <= mostKept ? kept : thoseToDraw(pages, fingerprints, toDraw);
  return { all, pagesToDraw, toDraw, weight, makers, ...(decision ? { decision } : {}) };
}

/** Goes through the pages again until all that are to be drawn are found, so that these are not all in mind at once. */
function* thoseToDraw(pages: Iterable<Page>, fingerprints: readonly number[], toDraw: number): Iterable<SurveyedPage> {
  let place = 0;
  let left = toDraw;
  for (const page of pages) {
    const fingerprint = fingerprints[place++]!;
    if (fingerprint === asItWas) continue;
    yield { page, fingerprint };
    if (--left === 0) return;
  }
}

function reason(
  before: number | undefined,
  isSame: boolean,
  isTouched: boolean,
  isSameMaker: boolean,
  fingerprint: number,
): Why {
  if (isSame) return "same";
  if (before === undefined) return "new";
  if (isTouched) return "touched";
  if (fingerprint === 0) return "always";
  return isSameMaker ? "shows" : "layout";
}
