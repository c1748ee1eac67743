import type { Entry, MonthOfTerm, VolumeEntry } from "../catalogue/archive.ts";
import { Digest } from "../digest.ts";
import type { DrawTask, Permalink } from "../model.ts";
import type { NumberedPage } from "./numbered.ts";
import { monthView } from "./views.ts";

/** One page of a set: where it goes and what its layout sees. */
export interface SetPage {
  /** A layout's name without `.njk`, or the name of a maker. */
  readonly layout: string;
  readonly permalink: Permalink;
  /** Plain data, all that the layout shows; but for the article's own record, which joins it when the page is drawn. */
  context(): Readonly<Record<string, unknown>>;
  /** Hash of all that the context depends on; it is found without making the context. */
  fingerprint(): number;
  /** On an article's page, where its record is. */
  readonly article?: DrawTask["article"];
  /** On a page that lays articles side by side, where their records are. */
  readonly articles?: DrawTask["articles"];
  /** On a file that is made of the articles of whole volumes, their months, and how many articles they are. */
  readonly volumes?: DrawTask["volumes"];
  /** Whether it is put together from other files of the output folder. */
  readonly isComposed?: boolean;
}

/**
 * The fingerprint of a page that shows little.
 * @param context - all that it shows
 * @returns a hash
 */
export function textHash(context: unknown): number {
  return new Digest().text(JSON.stringify(context)).value();
}

/** What comes before and after in time. */
export interface Beside<Value> {
  readonly newer: Value | undefined;
  readonly older: Value | undefined;
}

/**
 * The months beside a month, to link to.
 * @param beside - the months
 * @returns their addresses and counts
 */
export function linksTo({ newer, older }: Beside<MonthOfTerm | VolumeEntry>) {
  return { newer: newer && monthView(newer), older: older && monthView(older) };
}

/**
 * Begins a fingerprint with the months beside a month.
 * @param beside - the months
 * @returns a digest of what links to them show
 */
export function digestOf({ newer, older }: Beside<MonthOfTerm | VolumeEntry>): Digest {
  const digest = new Digest();
  for (const month of [newer, older]) digest.text(month?.month).number(month?.entries.length ?? 0);
  return digest;
}

/**
 * Takes the rows of a numbered page into a fingerprint.
 * @param part - the page
 * @param digest - the fingerprint so far
 * @returns the same digest
 */
export function rowsIn(part: NumberedPage<Entry>, digest: Digest): Digest {
  digest.number(part.number).number(part.count);
  for (const { rowHash } of part.entries) digest.number(rowHash);
  return digest;
}

/**
 * The title of a numbered page.
 * @param name - of the whole list
 * @param part - the page
 * @returns the name, from the second page on with its number
 */
export function titleOf(name: string, { number }: NumberedPage<Entry>): string {
  return number === 1 ? name : `${name}（第 ${number} 页）`;
}
