import type { Severity } from "../../rule.ts";
import { describe, ruleOf } from "../../rules.ts";
import { visible } from "../console.ts";
import { fileOf } from "../report.ts";
import type { Format } from "./format.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * Annotations on a pull request:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export const github: Format = ({ problems, posts }) =>
  problems.map((problem) => {
    const { message, remedy } = describe(problem, "en");
    const { line, column, rule } = problem;
    const place = `file=${property(fileOf(problem, posts))},line=${line},col=${column},title=${property(rule)}`;
    return visible(`::${levels[ruleOf(rule).severity]} ${place}::${data(`${message} ${remedy}`)}`);
  });

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
