import path from "node:path";
import { expect, test } from "vitest";
import { copyOfSite, fangzhi, filesIn, temporaryFolder, textIn, writeFiles } from "../support/command.ts";
import { jsonOf } from "../support/site.ts";

/** A site whose one article is a draft as an import leaves it: no date, no category, notes on what is missing. */
function siteWithDraft() {
  const folder = temporaryFolder();
  copyOfSite(folder);
  const keys = ['title: "开发区俯瞰"', "source_file: 003.txt", "review:", "  - 日期不详", '  - "分类：不详"'];
  writeFiles(path.join(folder, "posts"), {
    "_drafts/开发区俯瞰.md": ["---", ...keys, "---", "<p>开发区新闻。</p>", ""].join("\n"),
    "_sources/003.txt": "开发区俯瞰\n开发区新闻。\n",
  });
  return folder;
}

test("a draft that an import has left waits, and nothing is held back for it", () => {
  const folder = siteWithDraft();
  const run = fangzhi(["build", "--json", "--strict"], { cwd: folder });
  expect(run.code).toBe(0);
  expect(jsonOf(run)).toMatchObject({
    articles: 1,
    published: 0,
    drafts: 1,
    heldBack: [],
    passedOver: [],
    warnings: 0,
  });
  expect(run.out).not.toContain("to-review");
});

test("it is shown where drafts are asked for, but for what its editor is to look at", () => {
  const folder = siteWithDraft();
  const run = fangzhi(["build", "--json", "--drafts"], { cwd: folder });
  expect(jsonOf(run)).toMatchObject({ published: 1, heldBack: [], warnings: 2 });
  const site = path.join(folder, "_site");
  const page = filesIn(site).find((file) => file.endsWith("/开发区俯瞰.html"))!;
  expect(textIn(site, page)).toContain("<h1>开发区俯瞰</h1>");
  for (const file of filesIn(site)) expect(textIn(site, file)).not.toContain("分类：不详");
});

test.each([
  ["text", /^posts\/_drafts\/开发区俯瞰\.md:5:5 {2}An editor is to look at this: 日期不详\. .* \[to-review\]$/],
  ["github", /^::notice file=posts\/_drafts\/开发区俯瞰\.md,line=5,col=5,title=to-review::/],
])("a check in the form of %s tells of each thing to look at, on its line, and finds no problem", (format, first) => {
  const { code, out } = fangzhi(["check", "--format", format], { cwd: siteWithDraft() });
  expect(code).toBe(0);
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(first);
});
