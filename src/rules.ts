import { bindRules } from "./bind/rules.ts";
import { catalogueRules } from "./catalogue/rules.ts";
import { systemRules } from "./import/systems/rules.ts";
import { normaliseRules } from "./normalise/rules.ts";
import { parseRules } from "./parse/rules.ts";
import { readRules } from "./read/rules.ts";
import type { Language, Rule } from "./rule.ts";

const rules = { ...readRules, ...parseRules, ...normaliseRules, ...bindRules, ...catalogueRules, ...systemRules };

/** The name of a rule, as reports print it. */
export type RuleName = keyof typeof rules;

/**
 * The rule of a name.
 * @param name - the rule's name
 * @returns its severity and texts
 */
export function ruleOf(name: RuleName): Rule {
  return rules[name];
}

/**
 * The words for a problem.
 * @param problem - its rule, and what fills the rule's `{placeholders}`
 * @param language - the reader's language
 * @returns what is wrong and what to do
 */
export function describe(
  problem: { readonly rule: RuleName; readonly values?: Readonly<Record<string, string | number>> },
  language: Language,
): { readonly message: string; readonly remedy: string } {
  const { message, remedy } = rules[problem.rule];
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.values?.[name] ?? ""));
  return { message: filled(message[language]), remedy: filled(remedy[language]) };
}
