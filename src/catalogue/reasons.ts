import type { Company } from "../normalise/companies.ts";
import type { Entry, TermEntry } from "./archive.ts";
import { commonWords } from "./commonWords.ts";

/** Why an article is related to another. */
export interface Reason {
  readonly kind: "company" | "words" | TermEntry["kind"];
  /** What they have in common, in words. */
  readonly label: string;
}

/** So many reasons are given: the first that hold. */
const most = 2;

/**
 * Why an article is related to another: what is rare comes first.
 * @param entry - the article
 * @param other - the other
 * @returns up to two reasons, each label once, for a paper and the tag of its articles most often have one name
 */
export function reasonsFor(entry: Entry, other: Entry): readonly Reason[] {
  const companies = sharedCompanies(entry, other).map(({ code, name }): Reason => ({
    kind: "company",
    label: name === code ? code : `${name}（${code}）`,
  }));
  const words = commonWords(entry.title, other.title);
  const reasons = [
    ...companies,
    ...(words === "" ? [] : [{ kind: "words" as const, label: words }]),
    ...sharedTerms(entry, other),
  ];
  return reasons
    .filter(({ label }, at) => reasons.findIndex((reason) => reason.label === label) === at)
    .slice(0, most)
    .map(({ kind, label }) => ({ kind, label }));
}

/** The listed companies that two articles are about, as the first one names them. */
function sharedCompanies(entry: Entry, other: Entry): readonly Company[] {
  const own = entry.companies;
  if (own.length === 0) return own;
  const others = other.companies;
  return own.filter(({ code }) => others.some((company) => company.code === code));
}

/** The tags that two articles have in common, the rarest first, and then the categories. */
function sharedTerms(entry: Entry, other: Entry): readonly TermEntry[] {
  const tags = entry.tags.filter((tag) => other.tags.includes(tag));
  if (tags.length > 1) tags.sort(rarestFirst);
  for (const category of entry.categories) if (other.categories.includes(category)) tags.push(category);
  return tags;
}

/**
 * The order of terms in which the rarest come first.
 * @param a - one term
 * @param b - another
 * @returns below zero when `a` has fewer articles
 */
export function rarestFirst(a: TermEntry, b: TermEntry): number {
  return a.entries.length - b.entries.length;
}
