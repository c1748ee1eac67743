import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { CheckReport } from "../../../src/cli/formats/format.ts";
import { formats } from "../../../src/cli/formats/formats.ts";
import type { Problem, SourcePath } from "../../../src/model.ts";

const month: Problem = {
  rule: "date-no-month",
  path: "报, 纸/a.md" as SourcePath,
  line: 2,
  column: 7,
  values: { text: "2012-13-01", month: 13 },
};
const merged: Problem = { rule: "merged", path: "b.md" as SourcePath, line: 1, column: 1, values: { other: "c.md" } };
const report: CheckReport = {
  problems: [month, merged],
  posts: "posts",
  language: "zh",
  style: { width: 80, colours: false },
  textOf: () => "---\ndate: 2012-13-01\n---",
};

test("the formats are these", () => {
  expect(Object.keys(formats)).toEqual(["text", "github", "json", "sarif"]);
});

test("text is a line for each problem in the reader's language, with the place below it", () => {
  expect(formats.text(report)).toEqual([
    "posts/报, 纸/a.md:2:7  日期“2012-13-01”有误：没有 13 月。请写成 YYYY-MM-DD HH:MM:SS +0800。 [date-no-month]",
    "    1 │ ---",
    "  > 2 │ date: 2012-13-01",
    "      │       ^",
    "    3 │ ---",
    "posts/b.md:1:1  它与 c.md 是同一篇文章，已合并。如果无误，无须处理。 [merged]",
  ]);
});

test("coloured text is the same text", () => {
  const lines = formats.text({ ...report, style: { width: 80, colours: true } });
  expect(lines[0]).toMatch(/^\u001b\[31mposts/);
  expect(lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, "").trimEnd())).toEqual(formats.text(report));
});

test("GitHub's annotations are in the reader's language, what separates their parts escaped", () => {
  expect(formats.github(report)).toEqual([
    "::error file=posts/报%2C 纸/a.md,line=2,col=7,title=date-no-month::日期“2012-13-01”有误：没有 13 月。请写成 YYYY-MM-DD HH:MM:SS +0800。",
    "::notice file=posts/b.md,line=1,col=1,title=merged::它与 c.md 是同一篇文章，已合并。如果无误，无须处理。",
  ]);
});

test("JSON is an array of objects", () => {
  expect(JSON.parse(formats.json(report).join("\n"))).toEqual([
    {
      file: "posts/报, 纸/a.md",
      line: 2,
      column: 7,
      rule: "date-no-month",
      severity: "error",
      message: 'date is "2012-13-01": there is no month 13.',
      remedy: "Write YYYY-MM-DD HH:MM:SS +0800.",
    },
    {
      file: "posts/b.md",
      line: 1,
      column: 1,
      rule: "merged",
      severity: "note",
      message: "It is the same article as c.md and is merged with it.",
      remedy: "Nothing to do, if that is right.",
    },
  ]);
  expect(JSON.parse(formats.json({ ...report, problems: [] }).join("\n"))).toEqual([]);
});

const text = { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 1 } } };
const level = { enum: ["none", "note", "warning", "error"] };
/** What GitHub's code scanning and the specification ask for, https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
const log = {
  type: "object",
  required: ["$schema", "version", "runs"],
  properties: {
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["tool", "results", "columnKind"],
        properties: {
          columnKind: { const: "utf16CodeUnits" },
          tool: {
            type: "object",
            required: ["driver"],
            properties: {
              driver: {
                type: "object",
                required: ["name", "version", "rules"],
                properties: {
                  rules: {
                    type: "array",
                    uniqueItems: true,
                    items: {
                      type: "object",
                      required: ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
                      properties: {
                        shortDescription: text,
                        fullDescription: text,
                        help: text,
                        defaultConfiguration: { properties: { level } },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["ruleId", "ruleIndex", "level", "message", "locations"],
              properties: {
                level,
                message: text,
                locations: {
                  type: "array",
                  minItems: 1,
                  items: {
                    type: "object",
                    required: ["physicalLocation"],
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation", "region"],
                        properties: {
                          artifactLocation: {
                            type: "object",
                            required: ["uri"],
                            properties: { uri: { type: "string", pattern: "^[!-~]+$" } },
                          },
                          region: {
                            type: "object",
                            required: ["startLine", "startColumn"],
                            properties: {
                              startLine: { type: "integer", minimum: 1 },
                              startColumn: { type: "integer", minimum: 1 },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string } };
      }[];
    }[];
  }[];
}

function sarifOf(changed: Partial<CheckReport> = {}): Sarif {
  return JSON.parse(formats.sarif({ ...report, ...changed }).join("\n")) as Sarif;
}

test("SARIF has all that it must have, whatever the report", () => {
  const validate = new Ajv({ strict: false }).compile(log);
  for (const problems of [[], [merged], [month, merged, month]]) {
    validate(sarifOf({ problems }));
    expect(validate.errors).toBeNull();
  }
});

test("SARIF's results lead to their rules, its addresses to files below the folder", () => {
  const [run] = sarifOf().runs;
  for (const { ruleId, ruleIndex } of run!.results) expect(run!.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  const addresses = run!.results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation);
  expect(addresses).toEqual([
    { uri: "posts/%E6%8A%A5%2C%20%E7%BA%B8/a.md", uriBaseId: "SRCROOT" },
    { uri: "posts/b.md", uriBaseId: "SRCROOT" },
  ]);
  const [elsewhere] = sarifOf({ posts: "/srv/posts", problems: [merged] }).runs;
  expect(elsewhere!.results[0]!.locations[0]!.physicalLocation.artifactLocation).toEqual({
    uri: "file:///srv/posts/b.md",
  });
});
