import { describe, ruleOf } from "../../rules.ts";
import { visible } from "../console.ts";
import { fileOf } from "../report.ts";
import type { Format } from "./format.ts";

/**
 * A JSON array, one problem a line: `{ file, line, column, rule, severity, message, remedy }`; lines and columns count
 * from 1, columns in UTF-16 units, `severity` is `error`, `warning` or `note`.
 */
export const json: Format = ({ problems, posts }) => {
  const lines = problems.map((problem) => {
    const { line, column, rule } = problem;
    const place = { file: fileOf(problem, posts), line, column };
    return visible(JSON.stringify({ ...place, rule, severity: ruleOf(rule).severity, ...describe(problem, "en") }));
  });
  return ["[", ...lines.map((line, at) => `  ${line}${at < lines.length - 1 ? "," : ""}`), "]"];
};
