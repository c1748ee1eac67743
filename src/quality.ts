import { oneLine } from "./characters.ts";
import type { PassedOver, Problem } from "./model.ts";
import { byCodeUnit } from "./order.ts";
import type { Severity } from "./rule.ts";
import { describe, ruleOf, type RuleName } from "./rules.ts";

/** What a build has to say of the files it read; every file that is not a page of its own is here by name. */
export interface Findings {
  readonly heldBack: readonly Problem[];
  readonly waiting: readonly Problem[];
  readonly merged: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly passedOver: readonly PassedOver[];
}

/** The findings in the words of the data-quality page. */
export interface QualityReport {
  readonly heldBack: readonly Sentence[];
  /** How many more are held back than the page lists. */
  readonly unlisted: number;
  readonly rules: readonly RuleCount[];
  readonly waiting: number;
  readonly merged: number;
  readonly passedOver: number;
}

interface RuleCount {
  readonly rule: RuleName;
  readonly name: string;
  readonly severity: Severity;
  readonly count: number;
}

interface Sentence {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: RuleName;
  readonly message: string;
  readonly remedy: string;
}

/** In which order rules are counted. */
const gravest: readonly Severity[] = ["error", "warning", "note"];

/** More lines than this no reader looks through. */
const mostListed = 1000;

/**
 * Puts the findings in words for readers, in Chinese and without a path outside the posts folder.
 * @param findings - what the build found
 * @returns what the data-quality page shows
 */
export function qualityOf(findings: Findings): QualityReport {
  const { heldBack, warnings } = findings;
  const counts = new Map<RuleName, number>();
  for (const { rule } of [...heldBack, ...warnings]) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return {
    heldBack: heldBack.slice(0, mostListed).map((problem) => {
      const { line, column, rule } = problem;
      const { message, remedy } = describe(problem, "zh");
      // Names of files, which the message may quote too, can hold any character.
      return { path: oneLine(problem.path), line, column, rule, message: oneLine(message), remedy: oneLine(remedy) };
    }),
    unlisted: Math.max(0, heldBack.length - mostListed),
    rules: [...counts]
      .map(([rule, count]) => ({ rule, name: ruleOf(rule).name, severity: ruleOf(rule).severity, count }))
      .sort(
        (a, b) =>
          gravest.indexOf(a.severity) - gravest.indexOf(b.severity) || b.count - a.count || byCodeUnit(a.rule, b.rule),
      ),
    waiting: findings.waiting.length,
    merged: findings.merged.length,
    passedOver: findings.passedOver.length,
  };
}
