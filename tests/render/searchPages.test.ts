import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { build as buildSite } from "../../src/build.ts";
import { noProgress } from "../../src/cli/progress.ts";
import type { Permalink } from "../../src/model.ts";
import { prepare } from "../../src/occasion.ts";
import { loadProject } from "../../src/project.ts";
import { fold } from "../../src/search/fold.ts";
import { coverOf, fieldKey } from "../../src/search/keys.ts";
import { IndexReader, type Manifest } from "../../src/search/reader.ts";
import { readingsTable } from "../../src/search/readings.ts";
import {
  copyOfSite,
  fangzhi,
  filesIn,
  project as root,
  temporaryFolder,
  textIn,
  writeFiles,
} from "../support/command.ts";
import { contentsLength, inflate, table } from "../support/searchIndex.ts";

function post(title: string, keys = "categories: nantongribao", body = `<p>${title}的正文。</p>`): string {
  return `---\ntitle: ${title}\n${keys}\n---\n${body}\n`;
}

const posts: Readonly<Record<string, string>> = {
  "2021-01-10-a.md": post("一月港口", "categories: nantongribao\ntags: 创新"),
  "2022-03-11-b.md": post("三月港口"),
  "2022-03-12-c.md": post("三月码头", "categories: emnews\nauthor: 张三"),
  "2022-05-01-d.md": post("五月吞吐量"),
};

/** Some posts as a build of this project finds them; it is made again on top of the last one. */
function archive(files = posts) {
  const folder = temporaryFolder();
  const [from, site] = [path.join(folder, "posts"), path.join(folder, "site")];
  mkdirSync(from);
  writeFiles(from, files);
  const options = { posts: from, output: site, cache: path.join(folder, "cache"), drafts: false, future: false };
  const build = async (workers = 1): Promise<Index> => {
    const occasion = await prepare((await project).press, { ...options, now: Date.UTC(2026, 0) });
    await buildSite(await project, occasion, noProgress, workers);
    const names = filesIn(site).filter((name) => name.startsWith("search/"));
    return new Map(names.map((name) => [path.basename(name), readFileSync(path.join(site, name))]));
  };
  return { posts: from, build };
}

/** The files of an index by name. */
type Index = ReadonlyMap<string, Buffer>;
const project = loadProject(root);

/** A file's name without the hash of what is in it. */
function kindOf(name: string): string {
  return name.replace(/-[0-9a-z]{11}\.bin$/, "");
}

function manifestIn(index: Index): Manifest {
  return JSON.parse(index.get("index.json")!.toString()) as Manifest;
}

test("there is a segment for each year, a directory, a manifest, and the readings", async () => {
  const index = await archive().build();
  expect([...index.keys()].map(kindOf).sort()).toEqual(["2021", "2022", "directory", "index.json", "pinyin.txt"]);
  expect(index.get("pinyin.txt")!.toString()).toBe(readingsTable());
  const { directory, segments, ...rest } = manifestIn(index);
  expect(rest).toEqual({ articles: 4, from: "2021-01-10", to: "2022-05-01" });
  expect(segments.map(({ span, articles }) => [span, articles])).toEqual([
    ["2021", 1],
    ["2022", 3],
  ]);
  for (const { file, contents } of [directory, ...segments]) {
    expect(contentsLength(index.get(file)!)).toBe(contents);
  }
});

test("the index says where words and fields stand, and what is shown of an article", async () => {
  const files = await archive().build();
  const index = new IndexReader(manifestIn(files), {
    read: async (file, start, end) => files.get(file)!.subarray(start, end),
    inflate: async (bytes) => inflate(bytes),
  });
  const key = (text: string) => coverOf(fold(text, table)).keys[0]!;
  expect(await index.posting(1, key("港口"))).toMatchObject({ articles: Uint32Array.of(2) });
  expect(await index.posting(1, key("张三"))).toMatchObject({ articles: Uint32Array.of(1) });
  expect(await index.posting(0, key("码头"))).toBeUndefined();
  expect(await index.posting(0, fieldKey("tag", "创新"))).toMatchObject({ articles: Uint32Array.of(0) });
  expect([...(await index.place(key("吞吐"))).segments.keys()]).toEqual([1]);
  expect(await index.place(key("船舶"))).toEqual({ segments: new Map(), level: 0 });
  const permalink = "/emnews/2022/03/12/c.html" as Permalink;
  expect(await index.row(1, 1)).toEqual([permalink, "三月码头", ["张三"]]);
  const filed = await index.filed(1, [0, 1, 2]);
  expect(filed.map(({ day, filing }) => [day, filing.categories[0]?.[0]])).toEqual([
    ["2022-05-01", "nantongribao"],
    ["2022-03-12", "emnews"],
    ["2022-03-11", "nantongribao"],
  ]);
});

test("the lines around a title are found, and a day is shown as far as it is known", async () => {
  const rough = "categories: a\ndate: 2022-03-11\ndate_precision: month\nkicker: 奋进新征程\nsubtitle: 港口见闻";
  const files = await archive({ "2022-03-11-a.md": post("标题", rough) }).build();
  const index = new IndexReader(manifestIn(files), {
    read: async (file, start, end) => files.get(file)!.subarray(start, end),
    inflate: async (bytes) => inflate(bytes),
  });
  const permalink = "/a/2022/03/11/a.html" as Permalink;
  expect(await index.row(0, 0)).toEqual([permalink, "标题", ["奋进新征程", "港口见闻"], "2022-03"]);
  for (const line of ["征程", "见闻"]) {
    expect(await index.posting(0, coverOf(fold(line, table)).keys[0]!)).toMatchObject({ articles: Uint32Array.of(0) });
  }
});

describe("a file's name changes when what is in it does, and then only", () => {
  const old = path.join("posts", "2022-03-11-b.md");
  const changes: readonly (readonly [string, (folder: string) => void, readonly string[]])[] = [
    ["nothing", () => undefined, []],
    ["a file saved again", (folder) => writeFiles(folder, { [old]: posts["2022-03-11-b.md"]! }), []],
    ["an article more", (folder) => writeFiles(folder, { "posts/2022-03-20-e.md": post("新") }), ["2022"]],
    [
      "one in another category",
      (folder) => writeFiles(folder, { "posts/2022-03-20-e.md": post("新", "category: x") }),
      ["2022"],
    ],
    ["a month more", (folder) => writeFiles(folder, { "posts/2022-04-01-e.md": post("新") }), ["2022"]],
    ["a year more", (folder) => writeFiles(folder, { "posts/2023-04-01-e.md": post("新") }), ["2023"]],
    ["an article less", (folder) => rmSync(path.join(folder, old)), ["2022"]],
    ["another title", (folder) => writeFiles(folder, { [old]: post("另一标题") }), ["2022"]],
    [
      "another text",
      (folder) => writeFiles(folder, { [old]: post("三月港口", undefined, "<p>另一正文。</p>") }),
      ["2022"],
    ],
    [
      "another tag",
      (folder) => writeFiles(folder, { [old]: post("三月港口", "categories: nantongribao\ntags: 新") }),
      ["2022"],
    ],
  ];

  test.each(changes)("%s", async (_, change, expected) => {
    const { posts: from, build } = archive();
    const before = await build();
    change(path.dirname(from));
    const after = await build();
    const gone = [...before.keys()].filter((name) => !after.has(name)).map(kindOf);
    const made = [...after.keys()].filter((name) => !before.has(name)).map(kindOf);
    const composed = expected.length > 0 ? ["directory"] : [];
    expect(made.sort()).toEqual([...expected, ...composed]);
    expect(gone.sort()).toEqual([...expected.filter((span) => hasSpan(before, span)), ...composed]);
    // What keeps its name keeps its content; only the manifest has one name for ever.
    const changed = [...before].filter(([name, bytes]) => after.get(name)?.equals(bytes) === false);
    expect(changed.map(([name]) => name)).toEqual(expected.length > 0 ? ["index.json"] : []);
  });
});

function hasSpan(index: Index, span: string): boolean {
  return [...index.keys()].some((name) => name.startsWith(span));
}

test("the same bytes with one worker and with two", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 450 }, (_, at) => {
      const name = `${2015 + (at % 7)}-0${(at % 7) + 1}-${String((at % 28) + 1).padStart(2, "0")}-${at}.md`;
      return [name, post(`第${at}篇港口新闻`, `categories: c${at % 4}`)];
    }),
  );
  const one = await archive(many).build(1);
  expect(one.size).toBe(7 + 3);
  expect(await archive(many).build(2)).toEqual(one);
});

test("a site without articles has an index of nothing", async () => {
  const index = await archive({}).build();
  expect([...index.keys()].map(kindOf).sort()).toEqual(["directory", "index.json", "pinyin.txt"]);
  expect(manifestIn(index)).toMatchObject({ articles: 0, from: "", to: "", segments: [] });
});

test("without a search nothing of it is left, also where there was one", () => {
  const folder = temporaryFolder();
  copyOfSite(folder);
  writeFiles(path.join(folder, "posts"), posts);
  const build = () => expect(fangzhi(["build", "--quiet"], { cwd: folder })).toMatchObject({ code: 0, err: "" });
  const ofSearch = () => {
    const site = path.join(folder, "_site");
    const files = filesIn(site).filter((name) => name !== "assets/page.js" && name !== "assets/style.css");
    return files.filter(
      (name) => name.includes("search") || /search\.html|search\.js|\/search\//.test(textIn(site, name)),
    );
  };
  build();
  expect(ofSearch()).toContain("search.html");
  expect(ofSearch()).toContain("assets/search.js");
  const config = path.join(folder, ".eleventy.ts");
  writeFileSync(config, textIn(folder, ".eleventy.ts").replace("defineSite({", "defineSite({\n  search: false,"));
  build();
  expect(ofSearch()).toEqual([]);
});
