import { oneLine } from "../characters.ts";
import type { Position, Problem } from "../model.ts";
import { describe, ruleOf } from "../rules.ts";

/** Something to say of a file, in the words of an editor. */
export interface Remark extends Position {
  readonly path: string;
  /** What the rule is called. */
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * A problem in the words of an editor.
 * @param problem - the problem
 * @returns the same in Chinese, each text on one line
 */
export function remarkOf(problem: Problem): Remark {
  const { message, remedy } = describe(problem, "zh");
  const { path, line, column, rule } = problem;
  return { path, line, column, name: ruleOf(rule).name, message: oneLine(message), remedy: oneLine(remedy) };
}
