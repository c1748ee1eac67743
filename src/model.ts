/** The records that travel through the house: SourceFile → Post → Article → Volume → Archive → Page. */
import type { FrontMatter } from "./parse/schema.ts";
import type { RuleName } from "./rules.ts";

declare const brand: unique symbol;
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Where a file stands below the posts folder, folders separated by `/`. */
export type SourcePath = Branded<string, "SourcePath">;
/** The part of an address that names one thing: Han and Latin as they are, never empty, never a way out of the folder. */
export type Slug = Branded<string, "Slug">;
/** An address inside the site, not percent-encoded, from its root: `/nantongribao/2022/03/11/x.html`. */
export type Permalink = Branded<string, "Permalink">;
/** HTML that has passed the allow-list. */
export type Html = Branded<string, "Html">;
/** A calendar day in the site's time zone: `2022-03-11`. */
export type Day = Branded<string, "Day">;
/** As much of a day as is known: `2022-03-11`, `2022-02`, `2022`. */
export type KnownDay = Branded<string, "KnownDay">;
/** A calendar month in the site's time zone, the name of a volume: `2022-03`. */
export type Month = Branded<string, "Month">;

/** A place in a file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something to say about a source file; its rule gives the severity and the words. */
export interface Problem extends Position {
  readonly rule: RuleName;
  readonly path: SourcePath;
  /** What fills the `{placeholders}` of the rule's message. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** A file in the posts folder that is not an article. */
export interface PassedOver {
  readonly path: SourcePath;
  readonly rule: RuleName;
}

/** One file as it was on disk, its bytes decoded to text with `\n` line ends. */
export interface SourceFile {
  readonly path: SourcePath;
  readonly text: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  /** Last modification, milliseconds since 1970; only an undated draft is dated by it. */
  readonly modified: number;
  readonly notes: readonly Problem[];
}

/** A source file taken apart: front matter typed, body still untrusted. */
export interface Post {
  readonly source: SourceFile;
  readonly frontMatter: FrontMatter;
  /** The text between the fences, for finding the line of a key. */
  readonly frontMatterText: string;
  /** Line of the file on which `frontMatterText` begins. */
  readonly frontMatterLine: number;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly notes: readonly Problem[];
}

/** How exactly a source says when an article was published. */
export type Precision = RoughPrecision | "day" | "minute" | "second";
/** Less exactly than to the day. */
export type RoughPrecision = "year" | "month";

/** When an article was published. */
export interface Published {
  /** The instant in UTC: `2022-03-10T18:00:40Z`. */
  readonly instant: string;
  /** The same instant as the site's clocks showed it: `2022-03-11T02:00:40+08:00`. */
  readonly local: string;
  /** IANA name of the site's time zone. */
  readonly zone: string;
  readonly day: Day;
  /** A date alone stands for its local midnight, a month or a year for the earliest day that it can have been. */
  readonly precision: Precision;
}

/** A category or a tag. */
export interface Term {
  readonly slug: Slug;
  readonly label: string;
}

/** Who made an article. */
export interface Byline {
  readonly authors: readonly string[];
  readonly photographers: readonly string[];
  readonly editors: readonly string[];
}

/** A sub-heading; `inferred` when the source did not mark it as one. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly inferred: boolean;
}

export interface Image {
  readonly address: string;
  readonly alt: string;
}

/** A security (stock, fund, index, board) that the source tagged with `data-code`. */
export interface Security {
  /** The exchange in the source's numbering: `0` Shenzhen, `1` Shanghai, `90` a sector board, `116` Hong Kong. */
  readonly market: string;
  readonly code: string;
  readonly name: string;
  readonly address?: string;
}

/** Something the record says that the source did not say outright. */
export interface Inference {
  readonly what: "title" | "source" | "heading" | "join" | "byline";
  readonly text: string;
}

/** What is known of an article without its body: all that lists, calendars and the catalogue need. */
export interface ArticleHeader {
  /** Ten characters that name the article for good: a hash of its permalink. */
  readonly id: string;
  readonly path: SourcePath;
  /** SHA-256 of the source file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly permalink: Permalink;
  /** Addresses the article had on the Jekyll site and has no more; each becomes a redirect page. */
  readonly formerPermalinks: readonly Permalink[];
  readonly title: string;
  /** The line above the title (肩题) and the one below it (副题). */
  readonly kicker?: string;
  readonly subtitle?: string;
  /** Language tag of its text: `zh-CN`. */
  readonly language: string;
  readonly published: Published;
  readonly categories: readonly Term[];
  readonly tags: readonly Term[];
  /** Address of the old site's page for a `categories` text that names several. */
  readonly formerCategory?: Permalink;
  /** The paper the article came from: `南通日报`. */
  readonly source?: string;
  /** The page of the paper it stood on (版次): `5`, `A05`. */
  readonly page?: string;
  /** Where the original stood on the web. */
  readonly originalAddress?: string;
  /** The file below `_sources` that the article was made from, and where the front matter names it. */
  readonly sourceFile?: Position & { readonly name: string };
  /** The wire's number of the article: `NW202203112305042277`. */
  readonly infoCode?: string;
  readonly byline: Byline;
  /** Beginning of the text, cut by code points. */
  readonly excerpt: string;
  /** Han characters and words of other scripts, as Chinese editors count (字数). */
  readonly characters: number;
  readonly readingMinutes: number;
  /** The layout the front matter asks for. */
  readonly layout?: string;
  /** Hash of the text without white space: equal for copies of one text. */
  readonly textDigest: string;
  /** For files that may have a twin (`DATE-ID` and `DATE-NWID`): the number they share, and hashes of sentences. */
  readonly twin?: { readonly code: string; readonly sentences: readonly number[] };
  /** Addresses inside the site that the body links to. */
  readonly siteLinks: readonly Permalink[];
  /** Whether the article is shown only when drafts are asked for. */
  readonly draft: boolean;
  readonly warnings: readonly Problem[];
}

/** What is searched of an article beside its title and where it is filed. */
export interface SearchedText {
  /** Plain text, one line for each top-level block of the body. */
  readonly text: string;
  /** What stands beside it: the people of its byline, captions of its pictures, the lines around its title. */
  readonly names: readonly string[];
}

/** What only an article's own page shows; captions of its pictures are searched as well. */
export interface ArticleBody {
  readonly body: Html;
  readonly images: readonly Image[];
  /** The ids of the body's top-level blocks, in the order of the lines of its text. */
  readonly paragraphs: readonly string[];
  readonly headings: readonly Heading[];
  readonly securities: readonly Security[];
  /** Addresses the body links to: inside the site from `/`, others whole. */
  readonly links: readonly string[];
  readonly inferred: readonly Inference[];
  /** Front matter keys that this program does not know, as the author wrote them. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** An article, typed, safe and ready for the site. */
export interface Article extends ArticleHeader, ArticleBody, Pick<SearchedText, "text"> {}

/** One file of the output folder. */
export interface Page {
  /** Where it stands in the output folder: `nantongribao/2022/03/11/x.html`. */
  readonly path: string;
  /** What made it, to name in a conflict: a layout, or a template's path. */
  readonly from: string;
  /** Hash of what it shows and of what draws it, where that is known without drawing it. */
  fingerprint?(): number;
  /** Hash of what draws it alone. */
  maker?(): number;
  /** Whether it is put together from other files of the output folder, and so comes after all that are not. */
  readonly isComposed?: boolean;
  /** Drawing it takes as long as drawing so many articles' pages, one where that is not said. */
  readonly weight?: number;
  /** `folder` is the output folder, for a page that is composed. */
  content(folder?: string): Content;
  /** What another thread needs to draw it; without it, it must be drawn here. */
  task?(): DrawTask | undefined;
}

/** What a file holds; what is too long to be held in memory comes in pieces. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

/** A page to be drawn, as plain data. */
export interface DrawTask {
  /** A layout's name without `.njk`, or the name of a maker. */
  readonly layout: string;
  readonly permalink: Permalink;
  /** JSON of what the layout sees. */
  readonly context: string;
  /** On an article's page, where its record is: in its month's volume, at this place. */
  readonly article?: { readonly month: Month; readonly at: number };
  /** On a page that lays articles side by side, where their records are. */
  readonly articles?: readonly { readonly month: Month; readonly at: number }[];
  /** On a file that is made of the articles of whole volumes, their months, and how many articles they are. */
  readonly volumes?: { readonly months: readonly Month[]; readonly articles: number };
}
