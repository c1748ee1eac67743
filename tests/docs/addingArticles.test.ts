import path from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { describe as wordsOf, type RuleName } from "../../src/rules.ts";
import { fangzhi, project, temporaryFolder, textIn, writeFiles } from "../support/command.ts";

const text = textIn(project, "docs/adding-articles.md");
const halves = { zh: text.split("\n# Adding articles\n")[0]!, en: text.split("\n# Adding articles\n")[1]! };
const languages = ["zh", "en"] as const;

/** Rows of tables: their cells. */
const rows = (language: "zh" | "en") =>
  halves[language]
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()));

/** What the check says of which rule, and what was and should be written. */
const mistakes = (language: "zh" | "en") =>
  rows(language).flatMap(([said = "", ...cells]) => {
    const [, message, rule] = /^(.*) \[([a-z0-9-]+)\]$/.exec(said) ?? [];
    return message === undefined ? [] : [{ message, rule: rule as RuleName, cells }];
  });

const code = (cell = "") => /^`(.*)`$/.exec(cell)?.[1] ?? "";

/** The lines of what stands between fences of a language, without the list's indent. */
function fenced(language: string): readonly string[] {
  const [, block = ""] = new RegExp(`\`\`\`${language}\\n(.*?)\\n *\`\`\``, "s").exec(text) ?? [];
  return block.split("\n").map((line) => line.replace(/^ {3}/, ""));
}

/** The reports of the check on files, each a line. */
function check(files: Readonly<Record<string, string>>, language: "zh" | "en") {
  const posts = temporaryFolder();
  writeFiles(posts, files);
  const { out, code: exit } = fangzhi(["check", "--all", "--posts", posts], {
    env: { LC_ALL: language === "zh" ? "zh_CN.UTF-8" : "C.UTF-8" },
  });
  const lines = out.split("\n").filter((line) => line.startsWith(posts));
  return { exit, lines: lines.map((line) => line.slice(posts.length + 1)) };
}

test("the example, copied as it stands, is an article without a problem", () => {
  const [name = ""] = fenced("text");
  const posts = temporaryFolder();
  writeFiles(posts, { [name]: `${fenced("markdown").join("\n")}\n` });
  expect(check({ [name]: textIn(posts, name) }, "zh")).toEqual({ exit: 0, lines: [] });
  const site = temporaryFolder();
  const built = fangzhi([
    "build",
    "--strict",
    "--no-cache",
    "--quiet",
    "--posts",
    posts,
    "--output",
    path.join(site, "s"),
  ]);
  expect(built).toMatchObject({ code: 0, err: "" });
  const page = textIn(site, `s/nantongribao/2022/03/11/${name.slice(11, -3)}.html`);
  expect(page).toContain("开发区三个项目同日开工</h1>");
  expect(page).toContain("当年开工，当年投产</h2>");
  expect(page).toContain("文：陈可");
});

test.each(languages)("in the half in %s, both tables of mistakes have the same rules", (language) => {
  const rules = (of: "zh" | "en") => mistakes(of).map(({ rule }) => rule);
  expect(rules(language)).toEqual(rules("zh"));
  expect(rules(language)).toHaveLength(12);
});

test.each(languages)(
  "in the half in %s, what is written wrongly brings the message, and as it should be none",
  (language) => {
    const shown = mistakes(language).filter(({ cells }) => cells.length === 2);
    expect(shown).toHaveLength(6);
    const article = (line: string, index: string) =>
      `---\n${line.startsWith("title") ? line : `title: 标题\n${line}`}\n---\n\n正文${index}。\n`;
    const files = shown.flatMap(({ cells }, index) => [
      [`2022-03-11-wrong${index}.md`, article(code(cells[0]), `甲${index}`)] as const,
      [`2022-03-11-right${index}.md`, article(code(cells[1]), `乙${index}`)] as const,
    ]);
    const { lines } = check(Object.fromEntries(files), language);
    for (const [index, { message, rule }] of shown.entries()) {
      const about = lines.find((line) => line.startsWith(`2022-03-11-wrong${index}.md:`)) ?? "";
      expect(about).toContain(message);
      expect(about).toContain(`[${rule}]`);
      expect(lines.filter((line) => line.startsWith(`2022-03-11-right${index}.md:`))).toEqual([]);
    }
  },
);

test.each(languages)("in the half in %s, messages are those of their rules", (language) => {
  for (const { message, rule, cells } of mistakes(language)) {
    if (cells.length === 2) continue;
    const values = { permalink: "/2022/03/11/a.html", other: "2022-03-11-a.md" };
    expect(message).toBe(wordsOf({ rule, values }, language).message);
  }
});

test.each(languages)("in the half in %s, every option named is one of import, new or check", (language) => {
  const known = new Set([commands.import, commands.new, commands.check].flatMap(({ options }) => Object.keys(options)));
  const own = halves[language].replace(/^git .*$/gm, "");
  const named = Array.from(own.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g), ([, option]) => option!);
  expect(named).toContain("dry-run");
  expect(named.filter((option) => !known.has(option))).toEqual([]);
});

test("every link inside the document leads to one of its headings", () => {
  const all = Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
  const headings = new Set(all);
  const links = Array.from(text.matchAll(/\]\(#([^)]+)\)/g), ([, fragment]) => fragment!);
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter((link) => !headings.has(link))).toEqual([]);
});
