import { commonWords } from "./commonWords.ts";
import type { Entry } from "./archive.ts";

/** Why an article is related to another. */
export interface Reason {
  readonly kind: "company" | "words" | "tag" | "category";
  /** What they have in common, in words. */
  readonly label: string;
}

/** So many reasons are given: the first that hold. */
const most = 2;

/**
 * Why an article is related to another: what is rare comes first.
 * @param entry - the article
 * @param other - the other
 * @returns up to two reasons
 */
export function reasonsFor(entry: Entry, other: Entry): readonly Reason[] {
  const shared = sharedBy(entry, other);
  const words = commonWords(entry.title, other.title);
  const companies = shared.filter(({ kind }) => kind === "company");
  const terms = shared.filter(({ kind, label }) => kind !== "company" && label !== words);
  return [...companies, ...(words === "" ? [] : [{ kind: "words" as const, label: words }]), ...terms].slice(0, most);
}

/**
 * What two articles have in common but for the words of their titles.
 * @param entry - one
 * @param other - the other
 * @returns companies, tags with the rarest first, and categories, each label once
 */
export function sharedBy(entry: Entry, other: Entry): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const { code, name } of entry.companies) {
    if (!other.companies.some((company) => company.code === code)) continue;
    reasons.push({ kind: "company", label: name === code ? code : `${name}（${code}）` });
  }
  const tags = entry.tags.filter((tag) => other.tags.includes(tag));
  if (tags.length > 1) tags.sort((a, b) => a.entries.length - b.entries.length);
  for (const { label } of tags) reasons.push({ kind: "tag", label });
  for (const category of entry.categories) {
    if (!other.categories.includes(category)) continue;
    // A paper and the tag of its articles most often have one name.
    if (reasons.every(({ label }) => label !== category.label)) {
      reasons.push({ kind: "category", label: category.label });
    }
  }
  return reasons;
}
