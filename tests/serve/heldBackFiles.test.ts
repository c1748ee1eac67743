import { expect, test } from "vitest";
import type { Permalink, Problem, SourcePath } from "../../src/model.ts";
import type { Findings } from "../../src/quality.ts";
import { stateOf } from "../../src/serve/fileStates.ts";
import { heldBackFiles, rememberAddresses } from "../../src/serve/heldBackFiles.ts";
import { archiveOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

function problemOf(path: string, rule: Problem["rule"]): Problem {
  return { rule, path: path as SourcePath, line: 2, column: 8, values: {} };
}

function findingsOf(findings: Partial<Findings>): Findings {
  return { heldBack: [], waiting: [], merged: [], warnings: [], passedOver: [], ...findings };
}

/** Where pages of held-back files are, in an archive of some articles, when a file has been an article before. */
function addressesOf(
  bad: Readonly<Record<string, string>>,
  good: Files = {},
  former: Readonly<Record<string, string>> = {},
) {
  const posts = temporaryFolder();
  writeFiles(posts, bad);
  const heldBack = Object.keys(bad).map((path) => problemOf(path, "front-matter-colon"));
  const reading = { findings: findingsOf({ heldBack }), archive: archiveOf(good) };
  const known = new Map(Object.entries(former).map(([path, address]) => [path as SourcePath, address as Permalink]));
  return heldBackFiles(reading, known, posts, siteOf()).map(({ permalinks, address }) => [address, ...permalinks]);
}

const bad = "---\ntitle: 坏: 标题\ndate: 2022-03-11\n---\n";
const noDate = "---\ntitle: 坏\n---\n";

test("a page is where the article would be, and where it was", () => {
  expect(addressesOf({ "a.md": bad })).toEqual([["/2022/03/11/a.html", "/2022/03/11/a.html"]]);
  expect(addressesOf({ "a.md": noDate }, {}, { "a.md": "/was/a.html" })).toEqual([["/was/a.html", "/was/a.html"]]);
  expect(addressesOf({ "a.md": bad }, {}, { "a.md": "/was/a.html" })).toEqual([
    ["/2022/03/11/a.html", "/2022/03/11/a.html", "/was/a.html"],
  ]);
});

test("where nobody can tell, or another page stands, it has an address of the desk's", () => {
  expect(addressesOf({ "a.md": noDate, "b.txt": "无。" })).toEqual([
    ["/.fangzhi/held-back/a.md"],
    ["/.fangzhi/held-back/b.txt"],
  ]);
  expect(addressesOf({ "a.md": bad }, { "x/a.md": {} })).toEqual([["/.fangzhi/held-back/a.md"]]);
  expect(addressesOf({ "a.md": bad, "x/a.md": bad })).toEqual([
    ["/2022/03/11/a.html", "/2022/03/11/a.html"],
    ["/.fangzhi/held-back/x/a.md"],
  ]);
});

test("an address is kept in mind as long as its file is held back", () => {
  const archive = archiveOf({ "a.md": {}, "b.md": {} });
  const bothBad = {
    findings: findingsOf({ heldBack: [problemOf("a.md", "no-date"), problemOf("new.md", "no-date")] }),
  };
  const kept = rememberAddresses(new Map(), { archive }, bothBad);
  expect([...kept]).toEqual([["a.md", "/2022/03/11/a.html"]]);
  expect(rememberAddresses(kept, { archive: archiveOf({}) }, bothBad)).toEqual(kept);
  expect(rememberAddresses(kept, { archive }, { findings: findingsOf({}) })).toEqual(new Map());
  expect(rememberAddresses(new Map(), undefined, bothBad)).toEqual(new Map());
});

test.each([
  ["heldBack", "no-date", "这个文件未能发布"],
  ["waiting", "unpublished", "这个文件暂不发布"],
  ["merged", "merged", "这个文件已合并"],
  ["passedOver", "not-an-article", "这个文件不是文章"],
] as const)("what became of a file among those %s", (name, rule, title) => {
  const state = stateOf(findingsOf({ [name]: [problemOf("a.md", rule)] }), "a.md" as SourcePath);
  expect(state).toMatchObject({ title, isHeldBack: name === "heldBack", problem: { rule, line: 2 } });
});

test("of a file with warnings alone nothing became but an article", () => {
  const findings = findingsOf({ warnings: [problemOf("a.md", "empty-body")] });
  expect(stateOf(findings, "a.md" as SourcePath)).toBeUndefined();
});
