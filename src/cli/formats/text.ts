import { styleText } from "node:util";
import type { Problem } from "../../model.ts";
import type { Severity } from "../../rule.ts";
import { ruleOf } from "../../rules.ts";
import { codeFrame } from "../codeFrame.ts";
import { visible } from "../console.ts";
import { lineOf } from "../report.ts";
import type { Format } from "./format.ts";

const colours: Readonly<Record<Severity, "red" | "yellow" | "cyan">> = {
  error: "red",
  warning: "yellow",
  note: "cyan",
};

/** A line for each problem that editors can click, and below it the place in the file. */
export const text: Format = ({ problems, posts, language, style, textOf }) =>
  problems.flatMap((problem) => {
    const { severity } = ruleOf(problem.rule);
    const line = visible(lineOf(problem, posts, language));
    const [place = "", ...words] = line.split("  ");
    const painted = style.colours
      ? [styleText(colours[severity], place, { validateStream: false }), ...words].join("  ")
      : line;
    const source = hasPlace(problem, severity) ? textOf(problem.path) : undefined;
    return [painted, ...(source === undefined ? [] : codeFrame(source, problem, style))];
  });

/** What is said of a file as a whole stands at its beginning; a note is not worth so many lines. */
function hasPlace({ line, column, rule }: Problem, severity: Severity): boolean {
  return (line > 1 || column > 1) && (severity !== "note" || rule === "term-slip");
}
