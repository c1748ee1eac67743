/** The languages in which the program speaks to maintainers and editors. */
export type Language = "en" | "zh";
/** One text in each of them. */
export type Bilingual = Readonly<Record<Language, string>>;

/** An error holds the file back, a warning wants mending, a note only tells what was done. */
export type Severity = "error" | "warning" | "note";

/** One thing that can be said of a source file. */
export interface Rule {
  /** What the data-quality page calls it, for readers. */
  readonly name: string;
  readonly severity: Severity;
  /** What is wrong, with `{placeholders}`. */
  readonly message: Bilingual;
  /** What to do about it. */
  readonly remedy: Bilingual;
}

/** The rules of one stage by name. */
export type RuleTable = Readonly<Record<string, Rule>>;
