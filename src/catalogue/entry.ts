import type { Filing, Rare } from "../bind/indexRow.ts";
import { textAt } from "../bind/texts.ts";
import { companiesAt, dayAt, pathAt, permalinkAt, rareAt, type Volume } from "../bind/volumeIndex.ts";
import { Digest } from "../digest.ts";
import type { ArticleHeader, Day, KnownDay, Month, Permalink, SourcePath, Term } from "../model.ts";
import type { Company } from "../normalise/companies.ts";
import { knownDay } from "../normalise/date.ts";
import type { Entry, Reprint, Source } from "./archive.ts";
import type { Relations } from "./related.ts";
import { sourcesOf } from "./sources.ts";
import type { OpenTerm } from "./terms.ts";

/** An entry that is still finding its place. What it says of its article it looks up in the volume. */
export class OpenEntry implements Entry {
  readonly volume: Volume;
  readonly at: number;
  rank = 0;
  categories: readonly OpenTerm[] = none;
  tags: readonly OpenTerm[] = none;
  copies: readonly OpenEntry[] = none;
  previous: OpenEntry | undefined;
  next: OpenEntry | undefined;
  reprints: readonly OpenReprint[] = none;
  relations: Relations | undefined;
  /** The address it got in the place of its own. */
  #moved: Permalink | undefined;

  constructor(volume: Volume, at: number) {
    this.volume = volume;
    this.at = at;
  }

  get article(): ArticleHeader {
    return this.volume.header(this.at);
  }

  get path(): SourcePath {
    return pathAt(this.volume.index, this.at);
  }

  get permalink(): Permalink {
    return this.#moved ?? permalinkAt(this.volume.index, this.at);
  }

  set permalink(address: Permalink) {
    this.#moved = address === permalinkAt(this.volume.index, this.at) ? undefined : address;
  }

  get title(): string {
    return textAt(this.volume.index.titles, this.at);
  }

  get time(): number {
    return this.volume.index.times[this.at]!;
  }

  get day(): Day {
    return dayAt(this.volume.index, this.at);
  }

  get knownDay(): KnownDay {
    return knownDay({ day: this.day, precision: this.rare.precision ?? "day" });
  }

  get textKey(): number {
    return this.volume.index.textKeys[this.at]!;
  }

  get month(): Month {
    return this.volume.index.month;
  }

  get companies(): readonly Company[] {
    return companiesAt(this.volume.index, this.at);
  }

  get previousOfDay(): OpenEntry | undefined {
    return this.#inDay(1);
  }

  get nextOfDay(): OpenEntry | undefined {
    return this.#inDay(-1);
  }

  get related(): readonly OpenEntry[] {
    return this.relations?.of(this) ?? none;
  }

  /** Where its own header files it. */
  get filing(): Filing {
    const { filings, filed } = this.volume.index;
    return filings[filed[this.at]!]!;
  }

  /** Its own filing and those of its copies. */
  get filings(): readonly Filing[] {
    return this.copies.length === 0 ? [this.filing] : [this.filing, ...this.copies.flatMap((copy) => copy.filings)];
  }

  /** The terms of one kind that it is filed under, and its copies. */
  named(kind: "categories" | "tags"): readonly Term[] {
    return this.copies.length === 0 ? this.filing[kind] : this.filings.flatMap((filing) => filing[kind]);
  }

  get rare(): Rare {
    return rareAt(this.volume.index, this.at);
  }

  get paper(): string | undefined {
    return this.filing.source;
  }

  get papers(): readonly string[] {
    const { paper } = this;
    if (this.copies.length === 0) return paper === undefined ? none : [paper];
    const papers = this.filings.flatMap(({ source }) => source ?? []);
    return papers.length > 1 ? [...new Set(papers)] : papers;
  }

  get sources(): readonly Source[] {
    return sourcesOf([this, ...this.copies].map(({ article }) => article));
  }

  get hash(): number {
    const own = this.volume.index.hashes[this.at]!;
    if (this.copies.length === 0 && this.#moved === undefined) return own;
    const digest = new Digest().number(own).text(this.permalink);
    for (const { hash } of this.copies) digest.number(hash);
    return digest.value();
  }

  get rowHash(): number {
    const own = this.volume.index.rows[this.at]!;
    if (this.copies.length === 0 && this.#moved === undefined) return own;
    return new Digest().number(own).text(this.permalink).text(this.papers.join("\n")).value();
  }

  get linkHash(): number {
    return this.relations?.linkHashOf(this) ?? this.findLinkHash();
  }

  /** Reasons for a link are terms and companies that both have; the words of titles are in rows. */
  findLinkHash(): number {
    const { companies, categories, tags } = this;
    const digest = new Digest().number(this.rowHash).number(companies.length).number(categories.length);
    for (const { code } of companies) digest.text(code);
    for (const { hash } of categories) digest.number(hash);
    for (const { hash } of tags) digest.number(hash);
    return digest.value();
  }

  /** The next one whose day is known to be this one's, so many ranks further on. */
  #inDay(step: 1 | -1): OpenEntry | undefined {
    if (this.rare.precision !== undefined) return undefined;
    let rank = this.rank + step;
    let other = this.relations?.ranked(rank);
    while (other?.day === this.day && other.rare.precision !== undefined)
      other = this.relations?.ranked((rank += step));
    return other?.day === this.day ? other : undefined;
  }
}

/** A reprint that is still finding its place. */
export interface OpenReprint extends Reprint {
  readonly entry: OpenEntry;
}

/** One list for all that have none. */
const none: readonly never[] = [];
