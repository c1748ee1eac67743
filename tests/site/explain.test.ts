import { appendFileSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { copyOfSite, fangzhi, filesIn, temporaryFolder, writeFiles } from "../support/command.ts";

const article = (title: string, day: number, text: string) =>
  `---\ntitle: ${title}\ndate: 2022-03-${day} 10:00:00 +0800\ncategories: nantongribao\n---\n<p>${text}</p>\n`;

/** A site with three articles in a row, built once. */
function built() {
  const folder = temporaryFolder();
  copyOfSite(folder);
  writeFiles(path.join(folder, "posts"), {
    "2022-03-11-a.md": article("甲", 11, "一。"),
    "2022-03-12-b.md": article("乙", 12, "二。"),
    "2022-03-13-c.md": article("丙", 13, "三。"),
  });
  // A build does not trust times that are as fresh as itself.
  for (const name of filesIn(path.join(folder, "posts"))) utimesSync(path.join(folder, "posts", name), 1e9, 1e9);
  const explain = (what: string, env = {}) =>
    fangzhi(["build", "--quiet", "--explain", what], { cwd: folder, env }).out;
  return { folder, explain, first: explain("/nantongribao/2022/03/11/a.html") };
}

const page = "nantongribao/2022/03/11/a.html";

test("the first build draws all pages, the second none", () => {
  const { first, explain } = built();
  expect(first).toBe(`${page}: drawn: no earlier build of this program and configuration has drawn it.\n`);
  const nothing = `${page}: not drawn, for nothing at all has changed since the last build.\n`;
  expect(explain(page)).toBe(nothing);
});

test("a page is named by its path, its address, its file in the output or its article's file", () => {
  const { folder, explain } = built();
  const touch = () => appendFileSync(path.join(folder, "posts/2022-03-13-c.md"), "\n");
  for (const name of [
    ...[page, `/${page}`, `_site/${page}`, path.join(folder, "_site", page), "posts/2022-03-11-a.md"],
    ...[`https://finews.withounder.com/${page}`, `/nantongribao/2022/03/11/%61.html?q=1#p`],
  ]) {
    touch();
    expect(explain(name)).toContain(`${page}: `);
  }
  touch();
  expect(explain("/category/")).toContain("category/index.html: drawn: ");
});

test("each reason is told", () => {
  const { folder, explain } = built();
  const source = path.join(folder, "posts/2022-03-11-a.md");
  const write = (file: string, change: (text: string) => string) =>
    writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), "utf8")));

  write("posts/2022-03-11-a.md", (text) => text.replace("一。", "改过。"));
  expect(explain(source)).toContain("drawn: posts/2022-03-11-a.md was read anew");
  write("posts/2022-03-13-c.md", (text) => text.replace("三。", "改过。"));
  expect(explain(page)).toContain("not drawn: it shows what it showed");
  write("posts/2022-03-12-b.md", (text) => text.replace("乙", "新题"));
  expect(explain(page)).toContain("posts/2022-03-11-a.md is as it was, but");
  write("posts/2022-03-12-b.md", (text) => text.replace("新题", "又一题"));
  expect(explain("/category/nantongribao/2022-03.html")).toContain("the articles that it lists have changed");
  write(`_site/${page}`, (text) => `${text}手改`);
  expect(explain(page)).toContain("its file was changed or removed");
  write("layouts/article.njk", (text) => `${text}{# 改过 #}`);
  expect(explain(page)).toMatch(
    /layouts\/article\.njk, or something that it uses, has changed\. It came out as it was/,
  );
  write("posts/2022-03-13-c.md", (text) => text.replace("改过", "再改"));
  expect(explain("index.html")).toContain("may look at the whole archive");
  expect(explain("nothing.html")).toContain("nothing.html: there is no such page.");
});

test("the reason is told in the reader's language", () => {
  expect(built().explain(page, { LC_ALL: "zh_CN.UTF-8" })).toBe(`${page}：未重新生成，上次生成以来没有任何变动。\n`);
});
