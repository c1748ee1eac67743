import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listSources } from "../../src/read/list.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

/** A folder with empty files of these names. */
function folderOf(...names: readonly string[]): string {
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(names.map((name) => [name, ""])));
  return folder;
}

/** A place in a folder whose name need not be UTF-8. */
function rawPath(folder: string, name: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
}

test("an empty folder has nothing in it", () => {
  const folder = temporaryFolder();
  expect(listSources(folder)).toEqual({
    articles: [],
    folders: [realpathSync(folder)],
    passedOver: [],
    heldBack: [],
    kept: new Map(),
  });
});

test("all folders are listed that were looked into, empty ones too", () => {
  const folder = folderOf("a.md", "b/c/d.md", ".e/f.md");
  mkdirSync(path.join(folder, "g"));
  const { folders } = listSources(folder);
  const root = realpathSync(folder);
  expect([...folders].sort()).toEqual([root, ...["b", "b/c", "g"].map((below) => path.join(root, below))]);
});

test.each(["a.md", "a.markdown", "a.html", "a.htm", "a.txt", "A.MD", "a.Html", "a.b.md", "md.txt", "南通.md"])(
  "%s counts as an article",
  (name) => {
    expect(listSources(folderOf(name)).articles).toEqual([name]);
  },
);

test.each([
  "a",
  "md",
  "a.mdx",
  "a.md~",
  "a.md.bak",
  "a.xhtml",
  "a.htmlx",
  "a.txt.gz",
  "a.md ",
  "a.md\n",
  "a．md",
  "README",
])("%j is passed over by name", (name) => {
  expect(listSources(folderOf(name))).toMatchObject({
    articles: [],
    passedOver: [{ path: name, rule: "not-an-article" }],
  });
});

test("folders are read at any depth, and files are listed in the order of code units", () => {
  const deep = `${"d/".repeat(100)}z.md`;
  const names = [
    "b.md",
    "a/b.md",
    "a/B.md",
    "a.md",
    "甲/乙/丙.md",
    "a b.md",
    "é.md",
    "_posts/x.md",
    "sub.md/a.md",
    deep,
  ];
  expect(listSources(folderOf(...names)).articles).toEqual([
    "_posts/x.md",
    "a b.md",
    "a.md",
    "a/B.md",
    "a/b.md",
    "b.md",
    deep,
    "sub.md/a.md",
    "é.md",
    "甲/乙/丙.md",
  ]);
});

test("what begins with a dot is passed over and not entered", () => {
  const folder = folderOf(".a.md", ".git/b.md", "_posts/.DS_Store", "..md", "c.md");
  expect(listSources(folder)).toMatchObject({
    articles: ["c.md"],
    passedOver: [
      { path: "..md", rule: "dot-file" },
      { path: ".a.md", rule: "dot-file" },
      { path: ".git", rule: "dot-file" },
      { path: "_posts/.DS_Store", rule: "dot-file" },
    ],
  });
});

test.each([
  ["to a file in the folder", "link.md", "real/a.md", undefined],
  ["to a file in the folder by its whole path", "link.md", "{folder}/real/a.md", undefined],
  ["to a file in the folder by a way round", "link.md", "real/../real/a.md", undefined],
  ["to a link in the folder", "link.md", "inner.md", undefined],
  ["to an article, under another ending", "link.csv", "real/a.md", "not-an-article"],
  ["to a file outside", "link.md", "/etc/passwd", "link-outside"],
  ["to a file beside the folder", "link.md", "../beside.md", "link-outside"],
  ["to a folder whose name only begins like this one's", "link.md", "../posts-of-others/a.md", "link-outside"],
  ["to a device", "link.md", "/dev/zero", "link-outside"],
  ["to a folder outside", "link", "/", "link-outside"],
  ["to the folder above", "link", "..", "link-outside"],
  ["to a link that leads outside", "link.md", "outer.md", "link-outside"],
  ["to a folder inside", "link", "real", "link-folder"],
  ["to a folder inside, named like an article", "link.md", "real", "link-folder"],
  ["to the folder itself", "link", ".", "link-folder"],
  ["to a pipe", "link.md", "pipe", "special-file"],
  ["to nothing", "link.md", "nothing.md", "link-broken"],
  ["to itself", "link.md", "link.md", "link-broken"],
  ["under a file", "link.md", "real/a.md/b.md", "link-broken"],
  ["with a name that begins with a dot", ".link.md", "real/a.md", "dot-file"],
])("a link %s ends as it should", (_, name, target, rule) => {
  const around = temporaryFolder();
  const folder = path.join(around, "posts");
  writeFiles(around, { "posts/real/a.md": "", "beside.md": "", "posts-of-others/a.md": "" });
  execFileSync("mkfifo", [path.join(folder, "pipe")]);
  symlinkSync("real/a.md", path.join(folder, "inner.md"));
  symlinkSync("../beside.md", path.join(folder, "outer.md"));
  symlinkSync(target.replace("{folder}", folder), path.join(folder, name));

  const { articles, passedOver, heldBack } = listSources(folder);
  expect(articles.includes(name as never)).toBe(rule === undefined);
  expect(passedOver.filter((file) => file.path === name)).toEqual(rule === undefined ? [] : [{ path: name, rule }]);
  expect(heldBack).toEqual([]);
});

test("a link does not publish a dot-file", () => {
  const folder = folderOf(".hidden.md", ".secret/a.md");
  symlinkSync(".hidden.md", path.join(folder, "one.md"));
  symlinkSync(".secret/a.md", path.join(folder, "two.md"));
  expect(listSources(folder)).toMatchObject({
    articles: [],
    passedOver: [".hidden.md", ".secret", "one.md", "two.md"].map((name) => ({ path: name, rule: "dot-file" })),
  });
});

test("links that lead in a circle end", () => {
  const folder = folderOf("a.md");
  mkdirSync(path.join(folder, "sub"));
  symlinkSync("..", path.join(folder, "sub", "up"));
  symlinkSync("two", path.join(folder, "one"));
  symlinkSync("one", path.join(folder, "two"));
  expect(listSources(folder)).toMatchObject({
    articles: ["a.md"],
    passedOver: [
      { path: "one", rule: "link-broken" },
      { path: "sub/up", rule: "link-folder" },
      { path: "two", rule: "link-broken" },
    ],
    heldBack: [],
  });
});

test("a posts folder that is a link itself is read", () => {
  const link = path.join(temporaryFolder(), "posts");
  symlinkSync(folderOf("a.md", "b/c.md"), link);
  symlinkSync("a.md", path.join(link, "d.md"));
  expect(listSources(link).articles).toEqual(["a.md", "b/c.md", "d.md"]);
});

test("a pipe is passed over, even when it is named like an article", () => {
  const folder = folderOf("b.md");
  execFileSync("mkfifo", [path.join(folder, "a.md")]);
  expect(listSources(folder)).toMatchObject({
    articles: ["b.md"],
    passedOver: [{ path: "a.md", rule: "special-file" }],
  });
});

test.each([
  ["Latin letters", "a".repeat(197)],
  ["Chinese characters", `${"长".repeat(65)}ab`],
])("a name of 200 bytes in %s is an article, one of 201 is too long", (_, stem) => {
  expect(listSources(folderOf(`${stem}.md`, `${stem}z.md`))).toMatchObject({
    articles: [`${stem}.md`],
    passedOver: [],
    heldBack: [{ rule: "name-too-long", path: `${stem}z.md`, line: 1, column: 1, values: { bytes: 201, limit: 200 } }],
  });
});

test("the limit is for an article's own name, not for folders and other files", () => {
  const long = "长".repeat(80);
  expect(listSources(folderOf(`${long}/${long.slice(20)}.md`, `${long}.csv`))).toMatchObject({
    articles: [`${long}/${long.slice(20)}.md`],
    passedOver: [{ path: `${long}.csv`, rule: "not-an-article" }],
    heldBack: [],
  });
});

test.each([
  ["GBK", [0xd6, 0xd0, 0x2e, 0x6d, 0x64], "\\xd6\\xd0.md"],
  ["Latin-1", [0x63, 0x61, 0x66, 0xe9, 0x2e, 0x6d, 0x64], "caf\\xe9.md"],
  ["half a surrogate pair", [0xed, 0xa0, 0x80, 0x2e, 0x6d, 0x64], "\\xed\\xa0\\x80.md"],
])("a name in %s is held back, with its bytes to see", (_, name, shown) => {
  const folder = folderOf("a.md", "中.md");
  writeFileSync(rawPath(folder, name), "");
  expect(listSources(folder)).toMatchObject({
    articles: ["a.md", "中.md"],
    passedOver: [],
    heldBack: [{ rule: "name-not-utf-8", path: shown, line: 1, column: 1, values: {} }],
  });
});

test("a folder whose name is not UTF-8 is held back", () => {
  const folder = folderOf("a.md");
  mkdirSync(rawPath(folder, [0xff, 0xfe]));
  writeFileSync(rawPath(folder, [0xff, 0xfe, 0x2f, 0x62]), "");
  expect(listSources(folder)).toMatchObject({
    articles: ["a.md"],
    heldBack: [{ rule: "name-not-utf-8", path: "\\xff\\xfe" }],
  });
});

test.each([
  "\uFEFFa.md",
  "a\nb.md",
  "a\\b.md",
  "a#b?.md",
  "a%2fb.md",
  " .md",
  "-.md",
  "\u202Egpj.md",
  "\x01.md",
  "😀.md",
  "e\u0301.md",
])("the file named %j is listed under its own name", (name) => {
  expect(listSources(folderOf(name))).toMatchObject({ articles: [name], passedOver: [], heldBack: [] });
});

test("names that look alike are different files", () => {
  const names = ["a.md", "é.md", "e\u0301.md", "\uFEFFa.md"];
  expect(new Set(listSources(folderOf(...names)).articles)).toEqual(new Set(names));
});

test("a folder that cannot be read is held back, its neighbours are read", () => {
  const folder = folderOf("a.md");
  // The system opens no path of more than 4,096 bytes, but two shorter ones can be put together to make it.
  const long = Array.from({ length: 10 }, () => "长".repeat(80)).join("/");
  const [upper, lower] = [path.join(folder, "deep", long), path.join(folder, "lower")];
  mkdirSync(upper, { recursive: true });
  mkdirSync(path.join(lower, long), { recursive: true });
  renameSync(lower, path.join(upper, "lower"));
  onTestFinished(() => renameSync(path.join(upper, "lower"), lower));

  const { articles, heldBack } = listSources(folder);
  expect(articles).toEqual(["a.md"]);
  expect(heldBack).toEqual([
    {
      rule: "unreadable",
      path: expect.stringMatching(/^deep[/长]+\/lower[/长]+$/) as string,
      line: 1,
      column: 1,
      values: { reason: "ENAMETOOLONG" },
    },
  ]);
});

test.each([
  ["is not there", "gone", "ENOENT"],
  ["is a file", "a.md", "ENOTDIR"],
])("a posts folder that %s is an error", (_, name, code) => {
  const folder = folderOf("a.md");
  expect(() => listSources(path.join(folder, name))).toThrow(expect.objectContaining({ code }) as Error);
});

test("the sources that are kept right in the folder are no articles, and nothing is said of them", () => {
  const folder = folderOf("a.md", "_sources/004.txt", "_sources/2022/page.html", "_sources/b.pdf", "c/_sources/d.md");
  const listing = listSources(folder);
  const root = realpathSync(folder);
  expect(listing).toMatchObject({ articles: ["a.md", "c/_sources/d.md"], passedOver: [], heldBack: [] });
  expect([...listing.folders].sort()).toEqual([root, path.join(root, "c"), path.join(root, "c/_sources")]);
  expect(listing.kept.size).toBe(0);
});

test("a link to a folder of sources is passed over as quietly", () => {
  const folder = folderOf("a.md", "b/004.txt");
  symlinkSync("b", path.join(folder, "_sources"));
  expect(listSources(folder, { sources: true })).toMatchObject({
    articles: ["a.md", "b/004.txt"],
    passedOver: [],
    kept: new Map(),
  });
});

test("where they are wanted, kept sources are listed with their folders", () => {
  const folder = folderOf("a.md", "_sources/004.txt", "_sources/2022/page.html");
  const { articles, folders, kept } = listSources(folder, { sources: true });
  const root = realpathSync(folder);
  expect(articles).toEqual(["a.md"]);
  expect([...folders].sort()).toEqual([root, path.join(root, "_sources"), path.join(root, "_sources/2022")]);
  expect([...kept.keys()].sort()).toEqual(["004.txt", "2022/page.html"]);
});
