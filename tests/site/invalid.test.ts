import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { filesIn, project, textIn } from "../support/command.ts";
import { builtSite, jsonOf } from "../support/site.ts";

const posts = `${project}/tests/fixtures/invalid`;
const site = builtSite(["--posts", posts, "--json"]);

interface HeldBackFile {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
}

const heldBack = () => jsonOf(site().run)["heldBack"] as readonly HeldBackFile[];

test.each([
  ["2024-01-01-no-title-no-text.md", 2, 1, "no-title"],
  ["2024-01-02-colon-in-title.md", 2, 10, "front-matter-colon"],
  ["2024-01-03-reserved-character.md", 3, 8, "front-matter-reserved"],
  ["2024-01-04-unclosed-quote.md", 2, 8, "front-matter-quote"],
  ["2024-01-05-tab.md", 4, 1, "front-matter-tab"],
  ["2024-01-06-alias-bomb.md", 3, 4, "front-matter-alias"],
  ["2024-01-07-javascript.md", 1, 1, "front-matter-language"],
  ["2024-01-08-unknown-tag.md", 2, 8, "front-matter-reserved"],
  ["2024-01-09-not-keys.md", 2, 1, "front-matter-not-keys"],
  ["2024-01-10-unclosed-fence.md", 1, 1, "front-matter-unclosed"],
  ["2024-01-11-no-front-matter.md", 1, 1, "no-front-matter"],
  ["2024-01-12-title-is-a-list.md", 2, 8, "front-matter-type"],
  ["2024-01-13-month-13.md", 3, 7, "date-no-month"],
  ["2024-01-14-hour-25.md", 3, 7, "date-no-time"],
  ["2024-01-15-ambiguous-date.md", 3, 7, "date-unreadable"],
  ["2024-01-16-ambiguous-zone.md", 3, 7, "date-zone"],
  ["2024-01-17-bad-bytes.md", 5, 13, "bad-bytes"],
  ["2024-01-18-latin-1.md", 2, 12, "bad-bytes"],
  ["2024-01-20-second-claim.md", 1, 1, "address-taken"],
  ["2024-01-21-title-too-long.md", 2, 8, "title-too-long"],
  ["2024-01-22-too-deep.md", 4, 1, "body-too-deep"],
  ["2024-01-23-front-matter-too-large.md", 2, 1, "front-matter-too-large"],
  ["2024-01-24-fence-inside.md", 3, 1, "front-matter-fence"],
  ["2024-02-30-no-such-day.md", 1, 1, "date-no-day"],
  ["no-date-anywhere.md", 1, 1, "no-date"],
])("%s is held back at %i:%i by %s", (file, line, column, rule) => {
  const found = heldBack().find((problem) => problem.file === `${posts}/${file}`);
  expect(found).toMatchObject({ line, column, rule });
  expect(found?.message).toMatch(/\S.*[.]$/s);
  expect(found?.remedy).toMatch(/\S.*[.…]/s);
  expect(site().run.err).toContain(`${posts}/${file}:${line}:${column}  ${found?.message}`);
});

test("everything else is published, and the command succeeds", () => {
  expect(site().run.code).toBe(0);
  expect(jsonOf(site().run)).toMatchObject({ articles: 27, published: 2 });
  expect(heldBack()).toHaveLength(25);
  expect(filesIn(site().folder)).toContain("jianghairibao/2024/01/25/good.html");
  expect(textIn(site().folder, "report.html")).toContain("先占了这个地址。");
});

test("the data-quality page lists them in Chinese, by rule, without a path outside the posts folder", () => {
  const html = textIn(site().folder, "data-quality.html");
  const $ = load(html);
  expect($(".held-back li")).toHaveLength(25);
  expect($(".held-back").text()).toContain("2024-01-13-month-13.md:3:7");
  expect($(".held-back").text()).toContain("没有 13 月");
  expect($(".figures tbody tr").first().text()).toMatch(/^编码无法识别未能发布2$/);
  expect(html).not.toContain(project);
});

test("no program in front matter ran", () => {
  expect(site().run.out + site().run.err).not.toMatch(/node_modules|vmlinuz/);
});
