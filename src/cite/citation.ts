/** What a citation of an article is made from. Every text is one line. */
export interface Citation {
  /** Names it among others in a bibliography: letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** As the byline has them: people or offices, the family name wherever it stood. */
  readonly authors: readonly string[];
  /** The newspaper; without one, the article is cited as a page of the web. */
  readonly paper?: string;
  /** Where it is from instead: an agency, a portal, a broadcaster. */
  readonly publisher?: string;
  /** The page of the newspaper (版次): `5`, `A05`. */
  readonly page?: string;
  /** As much of its day as is known: `2022-03-11`, `2022-02`, `2022`. */
  readonly issued: string;
  /** The whole address of its page in this archive, percent-encoded. */
  readonly url: string;
  /** Language tag of its text: `zh-CN`. */
  readonly language: string;
}

/** What each format calls one kind of work. */
export interface Kind {
  /** GB/T 7714—2015, appendix B. */
  readonly mark: string;
  /** Of BibTeX's and biblatex's entry types. */
  readonly bibtex: string;
  /** Of the RIS reference types. */
  readonly ris: string;
  /** Of the CSL 1.0.2 item types. */
  readonly csl: string;
  /** Of Zotero's item types. */
  readonly zotero: string;
}

/** What stood in a newspaper. */
export const newspaperArticle: Kind = {
  mark: "N",
  bibtex: "article",
  ris: "NEWS",
  csl: "article-newspaper",
  zotero: "newspaperArticle",
};

const webPage: Kind = { mark: "EB", bibtex: "online", ris: "ELEC", csl: "webpage", zotero: "webpage" };

/**
 * The kind of work that is cited.
 * @param citation - the citation
 * @returns a newspaper article, or a page of the web when no paper is known
 */
export function kindOf({ paper }: Pick<Citation, "paper">): Kind {
  return paper === undefined ? webPage : newspaperArticle;
}

/**
 * The parts of a date.
 * @param date - `2022-03-11`, `2022-02` or `2022`
 * @returns the year, perhaps the month, perhaps the day
 */
export function datePartsOf(date: string): readonly number[] {
  return date.split("-").map(Number);
}
