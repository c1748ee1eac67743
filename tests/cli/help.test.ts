import { expect, test } from "vitest";
import { commands, type CommandName } from "../../src/cli/commands.ts";
import { commandHelp, programHelp } from "../../src/cli/help.ts";

const names = Object.keys(commands) as CommandName[];
const languages = ["en", "zh"] as const;
const han = /\p{Script=Han}/u;

test("the program has these commands", () => {
  expect(names).toEqual(["build", "serve", "check", "new", "import", "links"]);
});

test.each([
  [
    "build",
    [
      "posts",
      "output",
      "cache",
      "no-cache",
      "workers",
      "strict",
      "drafts",
      "future",
      "explain",
      "summary",
      "json",
      "quiet",
    ],
  ],
  ["serve", ["posts", "port", "drafts", "future"]],
  ["check", ["posts", "cache", "all", "since", "fix", "format"]],
  ["new", ["posts", "cache", "category", "tag", "source", "date"]],
  ["import", ["posts", "cache", "date", "source", "category", "tag", "single", "full-width", "dry-run", "json", "yes"]],
  ["links", ["posts", "format", "limit", "timeout", "concurrency", "private", "strict"]],
] as const)("%s has the options %j", (name, options) => {
  expect(Object.keys(commands[name].options)).toEqual(options);
});

test.each(languages)("the program's help in %s names every command with what it does", (language) => {
  const lines = programHelp(language).split("\n");
  for (const name of names) {
    const { usage, help } = commands[name];
    expect(lines.some((line) => line.startsWith(`  ${name} ${usage}`) && line.endsWith(`  ${help[language]}`))).toBe(
      true,
    );
  }
});

test.each(names.flatMap((name) => languages.map((language) => [name, language] as const)))(
  "the help of %s in %s names its options with what they do",
  (name, language) => {
    const lines = commandHelp(name, language).split("\n");
    expect(lines[0]).toContain(`fangzhi ${name} ${commands[name].usage}`);
    expect(lines).toContain(commands[name].help[language]);
    for (const [option, { help }] of Object.entries(commands[name].options)) {
      const line = lines.find((candidate) => candidate.startsWith(`  --${option} `));
      expect(line).toMatch(new RegExp(`  ${help[language].replaceAll(/[()|]/g, String.raw`\$&`)}$`));
    }
  },
);

test.each(names)("the help of %s is Chinese for Chinese readers, and English for others", (name) => {
  expect([programHelp("en"), commandHelp(name, "en")].join("\n")).not.toMatch(han);
  const explained = commandHelp(name, "zh")
    .split("\n")
    .filter((line) => line.startsWith("  --"));
  expect(explained.every((line) => han.test(line))).toBe(true);
});

test.each(languages)("the columns of the help in %s are aligned", (language) => {
  const texts = [programHelp(language), ...names.map((name) => commandHelp(name, language))];
  for (const text of texts) {
    const starts = text.split("\n").flatMap((line) => /^  \S.*?  +(?=\S)/.exec(line)?.[0].length ?? []);
    expect(new Set(starts).size).toBe(1);
  }
});
