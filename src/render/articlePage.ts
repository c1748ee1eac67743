import type { Entry } from "../catalogue/archive.ts";
import { keptSourcesOf } from "../catalogue/keptSources.ts";
import { rarestFirst } from "../catalogue/reasons.ts";
import { Digest } from "../digest.ts";
import type { DrawTask, Permalink } from "../model.ts";
import type { KeptSources } from "../read/kept.ts";
import type { SetPage } from "./setPage.ts";
import { placeOf } from "./views.ts";

/** The page of an article. There are as many as the archive has articles, so it is small. */
export class ArticlePage implements SetPage {
  readonly #entry: Entry;
  readonly #kept: KeptSources;

  constructor(entry: Entry, kept: KeptSources) {
    this.#entry = entry;
    this.#kept = kept;
  }

  get layout(): string {
    return this.#entry.rare.layout ?? "article";
  }

  get permalink(): Permalink {
    return this.#entry.permalink;
  }

  get article(): DrawTask["article"] {
    const { month, at } = this.#entry;
    return { month, at };
  }

  context(): Readonly<Record<string, unknown>> {
    const keptSources = keptSourcesOf(this.#entry, this.#kept);
    const place = placeOf(this.#entry);
    return { title: this.#entry.title, entry: keptSources.length > 0 ? { ...place, keptSources } : place };
  }

  fingerprint(): number {
    const { hash, categories, tags, previous, next, previousOfDay, nextOfDay, reprints, related } = this.#entry;
    const digest = new Digest().number(hash);
    for (const beside of [previous, next, previousOfDay, nextOfDay]) digest.number(beside?.linkHash ?? 0);
    digest.number(categories.length);
    for (const category of categories) digest.number(category.hash);
    for (const tag of tags) digest.number(tag.hash);
    // Of tags in common the rarest are shown first.
    if (tags.length > 1) for (const { hash: tag } of tags.toSorted(rarestFirst)) digest.number(tag);
    digest.number(reprints.length);
    for (const { entry, isSameText } of reprints) {
      digest.number(entry.rowHash).text(entry.path).number(Number(isSameText));
    }
    for (const { linkHash } of related) digest.number(linkHash);
    for (const source of keptSourcesOf(this.#entry, this.#kept)) digest.text(source);
    return digest.value();
  }
}
