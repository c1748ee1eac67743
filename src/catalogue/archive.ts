import type { Rare } from "../bind/indexRow.ts";
import type { ArticleHeader, Day, KnownDay, Month, Permalink, Problem, Slug, SourcePath } from "../model.ts";
import type { Company } from "../normalise/companies.ts";

/** An article in its place among the others. */
export interface Entry {
  /** The whole header, read from the volume's file each time. */
  readonly article: ArticleHeader;
  readonly path: SourcePath;
  readonly title: string;
  readonly day: Day;
  /** As much of the day as is known. */
  readonly knownDay: KnownDay;
  readonly month: Month;
  /** When it was published, milliseconds since 1970. */
  readonly time: number;
  /** Its rank in the archive, newest first, from 0. */
  readonly rank: number;
  /** Where its record is: in its month's volume, at this place. */
  readonly at: number;
  /** The layout its front matter asks for, and other things that few articles have. */
  readonly rare: Rare;
  /** Its address: the article's own, but for a conflict of case. */
  readonly permalink: Permalink;
  /** Its categories and those of the copies merged with it. */
  readonly categories: readonly TermEntry[];
  readonly tags: readonly TermEntry[];
  /** The copies merged with it. */
  readonly copies: readonly Entry[];
  /** The paper it came from itself, whatever its copies did. */
  readonly paper: string | undefined;
  /** The papers it stood in. */
  readonly sources: readonly Source[];
  /** Their names, each once. */
  readonly papers: readonly string[];
  /** The next older article of its first category. */
  readonly previous: Entry | undefined;
  /** The next newer one. */
  readonly next: Entry | undefined;
  /** The next older article of its day. */
  readonly previousOfDay: Entry | undefined;
  /** The next newer one. */
  readonly nextOfDay: Entry | undefined;
  /** The listed companies that it is about. */
  readonly companies: readonly Company[];
  /** Hash of its text, the same for articles of one text. */
  readonly textKey: number;
  /** The same or nearly the same article on other pages, the nearest in time first. */
  readonly reprints: readonly Reprint[];
  readonly related: readonly Entry[];
  /** Hash of its header, its address and its copies. */
  readonly hash: number;
  /** Hash of what lists show of it. */
  readonly rowHash: number;
  /** Hash of what links to it from another article show of it, the reasons for them too. */
  readonly linkHash: number;
}

/** An article that is printed again under another address. */
export interface Reprint {
  readonly entry: Entry;
  /** Whether not a word of the text is different. */
  readonly isSameText: boolean;
}

/** A paper an article stood in, and where on the web; either may be unknown. */
export interface Source {
  readonly name?: string;
  readonly addresses: readonly string[];
}

/** A category or tag with its articles. */
export interface TermEntry {
  readonly kind: "category" | "tag";
  readonly slug: Slug;
  readonly label: string;
  readonly permalink: Permalink;
  /** Where its feed stands: `/category/nantongribao/feed.xml`. */
  readonly feed: Permalink;
  /** The first letter of its label's pinyin, `A` to `Z`, or `#`. */
  readonly initial: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Newest first; laid out anew each time. */
  readonly months: readonly MonthOfTerm[];
  /** Hash of what links to it show. */
  readonly hash: number;
}

/** The articles of one term in one month. */
export interface MonthOfTerm {
  readonly month: Month;
  readonly permalink: Permalink;
  readonly entries: readonly Entry[];
}

/** All articles of one month. */
export interface VolumeEntry {
  readonly month: Month;
  readonly permalink: Permalink;
  readonly entries: readonly Entry[];
  /** The days with articles, newest first. */
  readonly days: readonly { readonly day: Day; readonly entries: readonly Entry[] }[];
  /** The articles of which no day is known. */
  readonly undated: readonly Entry[];
}

/** All volumes of one year. */
export interface YearEntry {
  readonly year: string;
  readonly permalink: Permalink;
  readonly count: number;
  /** January to December; a month without articles has no volume. */
  readonly months: readonly { readonly month: Month; readonly volume?: VolumeEntry }[];
}

/** An address that leads to another. */
export interface Redirect {
  readonly from: Permalink;
  readonly to: Permalink;
  readonly title: string;
}

/** What is known across all articles. */
export interface Archive {
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** By pinyin. */
  readonly categories: readonly TermEntry[];
  /** By pinyin. */
  readonly tags: readonly TermEntry[];
  /** Newest first. */
  readonly years: readonly YearEntry[];
  /** Newest first. */
  readonly volumes: readonly VolumeEntry[];
  readonly redirects: readonly Redirect[];
  /** What came to light while the articles were laid side by side. */
  readonly findings: CatalogueFindings;
}

/** What the catalogue adds to the report. */
export interface CatalogueFindings {
  readonly heldBack: readonly Problem[];
  readonly merged: readonly Problem[];
  readonly warnings: readonly Problem[];
}
