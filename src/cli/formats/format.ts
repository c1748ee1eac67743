import type { Problem, SourcePath } from "../../model.ts";
import type { Language } from "../../rule.ts";
import type { FrameStyle } from "../codeFrame.ts";

/** What is to be reported, and to whom. */
export interface CheckReport {
  readonly problems: readonly Problem[];
  /** The posts folder as the user named it. */
  readonly posts: string;
  /** The reader's language; programs are spoken to in English. */
  readonly language: Language;
  readonly style: FrameStyle;
  /** The text of a source file with `\n` line ends, if it can be read. */
  readonly textOf: (path: SourcePath) => string | undefined;
}

/** Puts a report into lines. */
export type Format = (report: CheckReport) => readonly string[];
