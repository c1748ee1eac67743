import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { programRoot } from "../../root.ts";
import type { Severity } from "../../rule.ts";
import { describe, ruleOf, type RuleName } from "../../rules.ts";
import { visible } from "../console.ts";
import { fileOf } from "../report.ts";
import type { Format } from "./format.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "note" };

/** A log for code scanning: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: Format = ({ problems, posts }) => {
  const names = [...new Set(problems.map(({ rule }) => rule))];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "fangzhi", version: version(), rules: names.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The folder in which the check was called." } } },
        results: problems.map((problem) => {
          const { line, column, rule } = problem;
          const { message, remedy } = describe(problem, "en");
          return {
            ruleId: rule,
            ruleIndex: names.indexOf(rule),
            level: levels[ruleOf(rule).severity],
            message: { text: `${message} ${remedy}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: artifact(fileOf(problem, posts)),
                  region: { startLine: line, startColumn: column },
                },
              },
            ],
          };
        }),
      },
    ],
  };
  return JSON.stringify(log, null, 2).split("\n").map(visible);
};

function descriptor(rule: RuleName): object {
  const { name, severity, message, remedy } = ruleOf(rule);
  return {
    id: rule,
    shortDescription: { text: plain(message.en) },
    fullDescription: { text: `${name}：${plain(message.zh)}` },
    help: { text: `${plain(remedy.en)}\n${plain(remedy.zh)}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** A text with placeholders as readers see it. */
function plain(text: string): string {
  return text.replace(/\{(\w+)\}/g, "<$1>");
}

/** Relative to the folder of the call, where the file is below it. */
function artifact(file: string): object {
  if (path.isAbsolute(file) || file.startsWith("../")) return { uri: pathToFileURL(file).href };
  const uri = path.posix.normalize(file).split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "SRCROOT" };
}

function version(): string {
  const { version: stated } = JSON.parse(readFileSync(path.join(programRoot, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return stated;
}
