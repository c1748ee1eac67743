import type { Problem } from "./model.ts";
import type { Bilingual } from "./rule.ts";

/** A fault that ends the command: a wrong configuration, an unusable folder, wrong usage. */
export class FangzhiError extends Error {
  readonly text: Bilingual;
  /** 1 for a wrong configuration or folder, 2 for wrong usage. */
  readonly exitCode: 1 | 2;

  /**
   * @param text - what is wrong and what to do, in each language
   * @param exitCode - the command's exit code
   * @param options - the error that caused it, if any
   */
  constructor(text: Bilingual, exitCode: 1 | 2 = 1, options?: ErrorOptions) {
    super(text.en, options);
    this.name = "FangzhiError";
    this.text = text;
    this.exitCode = exitCode;
  }
}

/** Thrown where a file turns out not to become an article; caught once, where files are read one by one. */
export class HeldBack extends Error {
  readonly problem: Problem;

  /** @param problem - where, by which rule, and why */
  constructor(problem: Problem) {
    super(`${problem.path}:${problem.line}:${problem.column} ${problem.rule}`);
    this.name = "HeldBack";
    this.problem = problem;
  }
}

/**
 * The plain words of an error.
 * @param error - what was thrown
 * @returns the file system's code, such as `EACCES`, which names no path; else the error's message
 */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.message;
  return String(error);
}
