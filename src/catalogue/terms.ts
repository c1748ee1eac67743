import { Digest } from "../digest.ts";
import { shortHash } from "../hash.ts";
import type { Permalink, Slug, Term } from "../model.ts";
import { byCodeUnit, groupRuns } from "../order.ts";
import type { MonthOfTerm, TermEntry } from "./archive.ts";
import type { OpenEntry } from "./entry.ts";
import { mostFrequent } from "./labels.ts";
import { readingOf } from "./pinyin.ts";

/** A term that is still gathering its articles. */
export class OpenTerm implements TermEntry {
  readonly kind: TermEntry["kind"];
  readonly slug: Slug;
  readonly label: string;
  readonly permalink: Permalink;
  readonly feed: Permalink;
  readonly key: string;
  readonly initial: string;
  readonly entries: OpenEntry[] = [];
  readonly hash: number;
  /** How many of its entries have been passed on a walk through all entries. */
  passed = 0;

  constructor(kind: TermEntry["kind"], slug: Slug, label: string, permalink: Permalink) {
    this.kind = kind;
    this.slug = slug;
    this.label = label;
    this.permalink = permalink;
    this.feed = below(permalink, "feed.xml");
    const { key, initial } = readingOf(label);
    this.key = key;
    this.initial = initial;
    this.hash = new Digest().text(kind).text(slug).text(label).text(permalink).value();
  }

  get months(): readonly MonthOfTerm[] {
    return groupRuns(this.entries, ({ month }) => month).map(([month, entries]) => ({
      month,
      permalink: below(this.permalink, `${month}.html`),
      entries,
    }));
  }
}

/** The terms of one kind, by the slug that articles give. */
export class Taxonomy {
  readonly #terms: ReadonlyMap<Slug, OpenTerm>;
  /** Lists of terms by their slugs: many articles have the same, and share one list. */
  readonly #lists = new Map<string, readonly OpenTerm[]>();

  /**
   * @param kind - categories or tags
   * @param occurrences - terms of articles, each with how many have it; a term may come several times
   * @param labels - labels by slug that go before the articles' own wording
   */
  constructor(
    kind: TermEntry["kind"],
    occurrences: Iterable<readonly [Term, number]>,
    labels: ReadonlyMap<string, string> = new Map(),
  ) {
    const wordings = new Map<Slug, Map<string, number>>();
    for (const [{ slug, label }, count] of occurrences) {
      const counts = wordings.get(slug) ?? new Map<string, number>();
      wordings.set(slug, counts.set(label, (counts.get(label) ?? 0) + count));
    }
    const addresses = addressesOf(kind, [...wordings.keys()]);
    this.#terms = new Map(
      [...wordings].map(([slug, counts]) => {
        const label = labels.get(slug) ?? mostFrequent(counts);
        return [slug, new OpenTerm(kind, slug, label, addresses.get(slug)!)];
      }),
    );
  }

  /**
   * The terms of an article.
   * @param terms - as its header has them
   * @returns the archive's records of them, each once
   */
  termsOf(terms: readonly Term[]): readonly OpenTerm[] {
    const slugs = terms.length === 1 ? terms[0]!.slug : terms.map(({ slug }) => slug).join("\n");
    const known = this.#lists.get(slugs);
    if (known) return known;
    const found = [...new Set(terms.map(({ slug }) => this.#terms.get(slug)!))];
    this.#lists.set(slugs, found);
    return found;
  }

  /**
   * All terms.
   * @returns them by pinyin, then by label, then by slug
   */
  sorted(): readonly OpenTerm[] {
    return [...this.#terms.values()].sort(
      (a, b) =>
        byLetter(a, b) || byCodeUnit(a.key, b.key) || byCodeUnit(a.label, b.label) || byCodeUnit(a.slug, b.slug),
    );
  }
}

/** Slugs that would make the file of another page. */
const taken = /^(?:index)$|\.(?:html?|xml)$/i;

/** `/category/nantongribao.html`; where slugs differ only in case, all but the first get a short hash. */
function addressesOf(kind: TermEntry["kind"], slugs: readonly Slug[]): ReadonlyMap<Slug, Permalink> {
  const used = new Set<string>();
  const addresses = new Map<Slug, Permalink>();
  const put = (slug: Slug, part: string) => {
    used.add(part.toLowerCase());
    addresses.set(slug, `/${kind}/${part}.html` as Permalink);
  };
  const sorted = [...slugs].sort(byCodeUnit);
  for (const slug of sorted) if (!taken.test(slug) && !used.has(slug.toLowerCase())) put(slug, slug);
  for (const slug of sorted.filter((candidate) => !addresses.has(candidate))) {
    let length = 4;
    while (used.has(`${slug}-${shortHash(slug, length)}`.toLowerCase())) length++;
    put(slug, `${slug}-${shortHash(slug, length)}`);
  }
  return addresses;
}

/** A page in the folder beside a term's own: `/category/nantongribao/2022-03.html`. */
function below(permalink: Permalink, name: string): Permalink {
  return permalink.replace(/\.html$/, `/${name}`) as Permalink;
}

/** What begins with no letter comes last. */
function byLetter(a: TermEntry, b: TermEntry): number {
  return Number(a.initial === "#") - Number(b.initial === "#");
}
