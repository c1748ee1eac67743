/** The kinds of files that are imported. */
export type Format = "text" | "markdown" | "html" | "pdf" | "docx";

/** What the file's own structure says of a line; `outside` is what surrounds an article on a saved page: menus, links. */
export type Role = "title" | "heading" | "paragraph" | "caption" | "outside";

/** One line of what a file says. */
export interface SourceLine {
  /** As it stands in the file, without its line end. */
  readonly text: string;
  /** Counted from 1: its line in a text file, its place in reading order in any other. */
  readonly number: number;
  /** The page it stands on, where the file has pages; counted from 1. */
  readonly page?: number;
  /** What the file's structure says it is; a line without may be anything, or a part of a paragraph. */
  readonly role?: Role;
  /** Whether a paragraph begins here, as an indent or a gap tells; nothing where the file does not tell. */
  readonly begins?: boolean;
}

/** What a file says of itself beside its text: a saved page's metadata, a document's properties. */
export interface Statement {
  readonly field: "title" | "date" | "source" | "byline" | "editor" | "address";
  readonly value: string;
  /** Where it says so, for the editor: `<meta property="article:published_time">`. */
  readonly from: string;
}

/** The text of a file in reading order: every visible character of it, whatever it is. */
export interface SourceText {
  readonly format: Format;
  readonly lines: readonly SourceLine[];
  readonly statements: readonly Statement[];
}
