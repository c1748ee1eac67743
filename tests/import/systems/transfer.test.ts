import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { systemNames, type SystemName } from "../../../src/import/systems/names.ts";
import { fates, type Outcome } from "../../../src/import/systems/transfer.ts";
import { filesIn, temporaryFolder, textIn, writeFiles } from "../../support/command.ts";
import { importOld, oldSites } from "../../support/oldSites.ts";

function countsOf(outcomes: readonly Outcome[]): Record<string, number> {
  return Object.fromEntries(fates.map((fate) => [fate, outcomes.filter((one) => one.fate === fate).length]));
}

test.each<[SystemName, Record<string, number>]>([
  ["jekyll", { imported: 12, draft: 4, unchanged: 0, differs: 0, "passed-over": 4, failed: 2 }],
  ["hugo", { imported: 10, draft: 3, unchanged: 0, differs: 0, "passed-over": 3, failed: 2 }],
  ["hexo", { imported: 5, draft: 3, unchanged: 0, differs: 0, "passed-over": 2, failed: 1 }],
  ["pelican", { imported: 5, draft: 3, unchanged: 0, differs: 0, "passed-over": 2, failed: 1 }],
  ["wordpress", { imported: 5, draft: 2, unchanged: 0, differs: 0, "passed-over": 4, failed: 0 }],
])("each candidate of the %s site has one fate: %j", async (system, counts) => {
  const outcomes = await importOld(system, temporaryFolder());
  expect(countsOf(outcomes)).toEqual(counts);
  expect(new Set(outcomes.map(({ from }) => from)).size).toBe(outcomes.length);
});

test.each<[SystemName, readonly string[]]>([
  ["jekyll", ["_posts/2022-03-22-textile.textile:1 old-markup", "_posts/2022-03-23-broken.md:2 front-matter-colon"]],
  ["hugo", ["content/posts/broken.md:2 front-matter-quote", "content/posts/org.org:1 old-markup"]],
  ["hexo", ["source/_posts/broken.md:2 front-matter-colon"]],
  ["pelican", ["content/blog/bad-date.md:1 date-unreadable"]],
  ["wordpress", []],
])("what could not be read of the %s site says why and where: %j", async (system, reasons) => {
  const failed = (await importOld(system, temporaryFolder())).filter(({ fate }) => fate === "failed");
  expect(failed.map(({ remarks: [why] }) => `${why?.path}:${why?.line} ${why?.rule}`)).toEqual(reasons);
});

test.each(systemNames)("importing the %s site again changes nothing", async (system) => {
  const posts = temporaryFolder();
  const first = await importOld(system, posts);
  const files = filesIn(posts);
  const texts = files.map((file) => readFileSync(path.join(posts, file)));
  const again = await importOld(system, posts);
  const { imported = 0, draft = 0, ...rest } = countsOf(first);
  expect(countsOf(again)).toEqual({ ...rest, imported: 0, draft: 0, unchanged: imported + draft });
  expect(filesIn(posts)).toEqual(files);
  expect(files.map((file) => readFileSync(path.join(posts, file)))).toEqual(texts);
});

test.each(systemNames)("a dry run of the %s site tells the same and writes nothing", async (system) => {
  const [dry, real] = [temporaryFolder(), temporaryFolder()];
  expect(await importOld(system, dry, { isWritten: false })).toEqual(await importOld(system, real));
  expect(filesIn(dry)).toEqual([]);
});

test("Jekyll files to which nothing is added are copied byte for byte", async () => {
  const posts = temporaryFolder();
  const copies = (await importOld("jekyll", posts)).filter(({ isCopy }) => isCopy === true);
  expect(copies).toHaveLength(9);
  for (const { from, file } of copies) {
    expect(readFileSync(path.join(posts, file!))).toEqual(readFileSync(path.join(oldSites, "jekyll", from)));
  }
});

test("a file that is there with other content is left, and what is in its way is told", async () => {
  const posts = temporaryFolder();
  writeFileSync(path.join(posts, "2022-03-11-plain.md"), "另一篇");
  const outcomes = await importOld("jekyll", posts);
  const differing = outcomes.filter(({ fate }) => fate === "differs");
  expect(differing).toMatchObject([
    { from: "_posts/2022-03-11-plain.md", file: "2022-03-11-plain.md", remarks: [{ rule: "old-file-there" }] },
  ]);
  expect(textIn(posts, "2022-03-11-plain.md")).toBe("另一篇");
});

test("of two posts with one address both are kept, and the second says so", async () => {
  const posts = temporaryFolder();
  const twice = (await importOld("wordpress", posts)).filter(
    ({ address }) => address === "/2022/03/classic/index.html",
  );
  expect(twice.map(({ file }) => file)).toEqual(["2022-03-11-classic.html", "2022-03-11-classic-2.html"]);
  expect(twice[1]!.remarks).toMatchObject([{ rule: "old-address-twice", values: { other: "export.xml#1" } }]);
});

test("a site in another zone has its own written into dates without one, and its addresses kept", async () => {
  const [from, posts] = [temporaryFolder(), temporaryFolder()];
  writeFiles(from, {
    "_config.yml": "timezone: America/New_York\n",
    "_posts/2022-03-12-a.md": "---\r\ntitle: 甲\r\ndate: 2022-03-12 01:00:00\r\n---\r\n正文。\r\n",
  });
  const [outcome] = await importOld("jekyll", posts, { from });
  expect(textIn(posts, "2022-03-12-a.md")).toBe(
    '---\r\ntitle: 甲\r\ndate: 2022-03-12 01:00:00 -0500\r\npermalink: "/2022/03/11/a.html"\r\n---\r\n正文。\r\n',
  );
  expect(outcome).toMatchObject({ isCopy: false, address: "/2022/03/11/a.html", remarks: [{ rule: "old-zone" }] });
});

test("a folder of posts without _posts is taken as it lies", async () => {
  const [from, posts] = [temporaryFolder(), temporaryFolder()];
  writeFiles(from, {
    "posts/2022-03-12-a.md": "---\ntitle: 甲\n---\n正文。\n",
    "posts/README.md": "说明\n",
    "category/x.html": "---\n---\n",
  });
  const outcomes = await importOld("jekyll", posts, { from });
  expect(outcomes.map(({ fate, from: file }) => [fate, file])).toEqual([
    ["passed-over", "category/x.html"],
    ["imported", "posts/2022-03-12-a.md"],
    ["passed-over", "posts/README.md"],
  ]);
  expect(filesIn(posts)).toEqual(["2022-03-12-a.md"]);
});

test("a link in an export is not followed", async () => {
  const { symlinkSync } = await import("node:fs");
  const [from, posts] = [temporaryFolder(), temporaryFolder()];
  writeFiles(from, { "_posts/2022-03-12-a.md": "---\ntitle: 甲\n---\n正文。\n" });
  symlinkSync("/etc/hostname", path.join(from, "_posts/2022-03-13-b.md"));
  const outcomes = await importOld("jekyll", posts, { from });
  expect(countsOf(outcomes)).toMatchObject({ imported: 1, failed: 1 });
});
