import type { Severity } from "../../rule.ts";
import { describe, ruleOf } from "../../rules.ts";
import { visible } from "../console.ts";
import { fileOf } from "../report.ts";
import type { Format } from "./format.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * Annotations on a pull request, in the language of its readers:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export const github: Format = ({ problems, posts, language }) =>
  problems.map((problem) => {
    const { message, remedy } = describe(problem, language);
    const { line, column, rule } = problem;
    const place = `file=${property(fileOf(problem, posts))},line=${line},col=${column},title=${property(rule)}`;
    const words = language === "zh" ? message + remedy : `${message} ${remedy}`;
    return visible(`::${levels[ruleOf(rule).severity]} ${place}::${data(words)}`);
  });

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
