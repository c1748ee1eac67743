import { sketchSize } from "../bind/sketch.ts";
import { byCodeUnit } from "../order.ts";
import { sharing } from "./duplicates.ts";
import type { OpenEntry, OpenReprint } from "./entry.ts";
import { overlapOf } from "./overlap.ts";
import { titleKeyOf } from "./titleKey.ts";

/** How many reprints a page shows. */
const most = 5;
/** What more articles than this have in common is a standing head or a form letter, not one article. */
const mostAlike = 12;
/** Papers print one story on the same day or soon after, milliseconds. */
const soon = 3 * 24 * 60 * 60 * 1000;
/** Under one title texts are one story if so many sentences of their sketches are common, and this share of the fewer. */
const underOneTitle = { common: 2, ofFewer: 1 / 3 };
/** Under two titles only texts are that are the same but for little things; the share is that of all sentences. */
const underTwoTitles = { common: 3, ofBoth: 1 / 2 };

/**
 * Finds articles that are printed again under another address, and were not merged: the same text under another title
 * or on another day, and nearly the same text within three days.
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
  for (const [one, other] of pairsOfOneText(entries)) {
    note(one, other, true);
    note(other, one, true);
  }
  const hashes = sketchesOf(entries);
  for (const [at, place] of pairsWithOneHash(hashes, entries.length)) {
    const [one, other] = [entries[at]!, entries[place]!];
    if (!isOneStory(one, other, hashes, at, place)) continue;
    note(one, other, false);
    note(other, one, false);
  }
  for (const [entry, reprints] of found) {
    const distance = ({ time }: OpenEntry) => Math.abs(time - entry.time);
    reprints.sort((a, b) => distance(a.entry) - distance(b.entry) || byCodeUnit(a.entry.permalink, b.entry.permalink));
    entry.reprints = reprints.slice(0, most);
  }
}

/** Each two entries of one text, but for texts that too many have. */
function* pairsOfOneText(entries: readonly OpenEntry[]): Iterable<readonly [OpenEntry, OpenEntry]> {
  const groups = new Map<number, OpenEntry[]>();
  for (const entry of sharing(entries, ({ textKey }) => textKey)) {
    const group = groups.get(entry.textKey);
    if (group) group.push(entry);
    else groups.set(entry.textKey, [entry]);
  }
  for (const group of groups.values()) {
    if (group.length > mostAlike) continue;
    for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) yield [one, other];
  }
}

/** The hashes of all entries' sketches, one after another. */
function sketchesOf(entries: readonly OpenEntry[]): Uint32Array {
  const hashes = new Uint32Array(entries.length * sketchSize);
  for (const [rank, { volume, at }] of entries.entries()) {
    for (let hash = 0; hash < sketchSize; hash++) {
      hashes[rank * sketchSize + hash] = volume.index.sketches[at * sketchSize + hash]!;
    }
  }
  return hashes;
}

/** The ranks of each two of so many entries that have a hash in common, but for hashes that too many have. */
function* pairsWithOneHash(hashes: Uint32Array, count: number): Iterable<readonly [number, number]> {
  const isShared = sharedHashes(hashes);
  // One number for a hash and a rank: sorted, ranks of one hash stand together. It is exact up to two million entries.
  const places = new Float64Array(hashes.length);
  let length = 0;
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at]!;
    if (isShared(hash)) places[length++] = hash * count + Math.floor(at / sketchSize);
  }
  const sorted = places.subarray(0, length).sort();
  for (let start = 0, end = 0; start < length; start = end) {
    const hash = Math.floor(sorted[start]! / count);
    while (end < length && sorted[end]! < (hash + 1) * count) end++;
    if (end - start > mostAlike) continue;
    for (let at = start; at < end; at++) {
      for (let place = at + 1; place < end; place++) yield [sorted[at]! % count, sorted[place]! % count];
    }
  }
}

/** Whether a hash may come twice: so the few that do are sorted, and not all. Some come once all the same. */
function sharedHashes(hashes: Uint32Array): (hash: number) => boolean {
  // A power of two, four to eight slots for each. The low bits of a sketch's hashes are even, the high ones mostly small.
  const mask = 2 ** Math.min(30, 34 - Math.clz32(hashes.length)) - 1;
  const seen = new Uint8Array(mask + 1);
  for (let at = 0; at < hashes.length; at++) {
    const slot = hashes[at]! & mask;
    if (seen[slot]! < 2) seen[slot]!++;
  }
  return (hash) => hash !== 0 && seen[hash & mask] === 2;
}

function isOneStory(one: OpenEntry, other: OpenEntry, hashes: Uint32Array, at: number, place: number): boolean {
  if (Math.abs(one.time - other.time) > soon) return false;
  const { common, ofBoth, ofFewer } = overlapOf(hashes, sketchSize, at, place);
  if (common >= underTwoTitles.common && ofBoth >= underTwoTitles.ofBoth) return true;
  if (common < underOneTitle.common || ofFewer < underOneTitle.ofFewer) return false;
  const title = titleKeyOf(one);
  return title !== 0 && title === titleKeyOf(other);
}
