import { fold, type FoldTable } from "./fold.ts";
import type { FieldName } from "./keys.ts";
import type { Field } from "./query.ts";

/** Where articles are filed; many have it in common. */
export interface Filing {
  readonly categories: readonly FiledTerm[];
  readonly tags: readonly FiledTerm[];
  readonly sources: readonly string[];
}

/** A category or tag: slug and label. */
export type FiledTerm = readonly [slug: string, label: string];

/**
 * Whether an article is filed as all fields of a query ask.
 * @param filing - where it is filed
 * @param fields - the fields
 * @param table - by which texts are folded
 * @returns true when all that is asked for is there, and nothing that is excluded
 */
export function isFiledAs(filing: Filing, fields: readonly Field[], table: FoldTable): boolean {
  return fields.every(({ name, value, isExcluded }) => valuesOf(filing, name, table).includes(value) !== isExcluded);
}

/**
 * The values by which an article is found in a field: slugs and labels, folded.
 * @param filing - where it is filed
 * @param name - the field
 * @param table - by which texts are folded
 * @returns the values, each once
 */
export function valuesOf(filing: Filing, name: FieldName, table: FoldTable): readonly string[] {
  const values = { category: filing.categories.flat(), tag: filing.tags.flat(), source: filing.sources }[name];
  return [...new Set(values.map((value) => fieldValue(value, table)))];
}

/**
 * A value of a field as it is compared: folded, and without quotation marks, which part a query.
 * @param value - as it was written
 * @param table - by which texts are folded
 * @returns the value
 */
export function fieldValue(value: string, table: FoldTable): string {
  return fold(value.replace(/["“”＂]/g, ""), table);
}

/**
 * What of an article's filing is found by pinyin: the labels of its terms, its papers.
 * @param filing - where it is filed
 * @param table - by which texts are folded
 * @returns the lines, folded, each once
 */
export function spokenLabels({ categories, tags, sources }: Filing, table: FoldTable): readonly string[] {
  const labels = [...categories, ...tags].map(([, label]) => label);
  return [...new Set([...labels, ...sources].map((label) => fold(label, table)))];
}
