import { commonSentences } from "../normalise/twins.ts";
import { byCodeUnit } from "../order.ts";
import { sharing } from "./duplicates.ts";
import type { OpenEntry, OpenReprint } from "./entry.ts";
import { titleKeyOf } from "./titleKey.ts";

/** How many reprints a page shows. */
const most = 5;
/** What more articles than this have in common is a standing head or a form letter, not one article. */
const mostAlike = 12;
/** Papers print one story on the same day or soon after, milliseconds. */
const soon = 3 * 24 * 60 * 60 * 1000;
/** Under one title, texts of which this share is common are one story; the shorter one's sentences. */
const leastCommon = 0.4;

/**
 * Finds articles that are printed again under another address, and were not merged: the same text under another title
 * or on another day, and nearly the same text under one title in another paper.
 * @param entries - all entries, newest first; those with reprints are told of them
 */
export function findReprints(entries: readonly OpenEntry[]): void {
  const found = new Map<OpenEntry, OpenReprint[]>();
  const note = (entry: OpenEntry, other: OpenEntry, isSameText: boolean) => {
    const known = found.get(entry) ?? [];
    if (known.some((reprint) => reprint.entry === other)) return;
    found.set(entry, known);
    known.push({ entry: other, isSameText });
  };
  for (const [one, other] of pairsAlike(entries, ({ textKey }) => textKey)) {
    note(one, other, true);
    note(other, one, true);
  }
  for (const [one, other] of pairsAlike(entries, titleKeyOf)) {
    if (!isOneStory(one, other)) continue;
    note(one, other, false);
    note(other, one, false);
  }
  for (const [entry, reprints] of found) {
    const distance = ({ time }: OpenEntry) => Math.abs(time - entry.time);
    reprints.sort((a, b) => distance(a.entry) - distance(b.entry) || byCodeUnit(a.entry.permalink, b.entry.permalink));
    entry.reprints = reprints.slice(0, most);
  }
}

/** Each two entries that have one key, but for keys that too many have. */
function* pairsAlike(
  entries: readonly OpenEntry[],
  keyOf: (entry: OpenEntry) => number,
): Iterable<readonly [OpenEntry, OpenEntry]> {
  const groups = new Map<number, OpenEntry[]>();
  for (const entry of sharing(entries, keyOf)) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  for (const group of groups.values()) {
    if (group.length > mostAlike) continue;
    for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) yield [one, other];
  }
}

/** Headers, which have to be read, are asked only where title and time speak for it. */
function isOneStory(one: OpenEntry, other: OpenEntry): boolean {
  if (Math.abs(one.time - other.time) > soon) return false;
  const [sketch, otherSketch] = [one.article.twin?.sentences, other.article.twin?.sentences];
  if (sketch && otherSketch) return commonSentences(sketch, otherSketch).ofShorter >= leastCommon;
  // Without sketches the papers speak: what one paper heads alike on two days is a column of its own.
  return one.paper !== undefined && other.paper !== undefined && one.paper !== other.paper;
}
