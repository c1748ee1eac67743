import { appendFileSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { copyOfSite, fangzhi, filesIn, temporaryFolder, textIn, writeFiles } from "../support/command.ts";
import { brokenLinks } from "../support/links.ts";
import { jsonOf } from "../support/site.ts";

/** Half of a two-byte character, so that no text survives a decoding and an encoding. */
const bytes = Buffer.from([0xc4, 0xcf, 0xcd, 0xa8, 0xc4, 0x0d, 0x0a]);

const article = (keys: string) => `---\ntitle: 标题\ndate: 2022-10-13\n${keys}\n---\n<p>正文。</p>\n`;

const posts: Readonly<Record<string, string | Buffer>> = {
  "2022-10-13-a.md": article("source_file: 2022/第4篇?.txt"),
  "2022-10-13-b.md": article("title: 乙\nsource_file: page.html").replace("title: 标题\n", ""),
  "2022-10-13-draft.md": article("title: 草稿\nsource_file: draft.txt\npublished: false").replace("title: 标题\n", ""),
  "_sources/2022/第4篇?.txt": bytes,
  "_sources/page.html": "<script>alert(1)</script>",
  "_sources/draft.txt": "草稿",
  "_sources/unused.txt": "无人引用",
};

/** A site with kept sources. */
function siteWith(...options: readonly string[]) {
  const folder = temporaryFolder();
  copyOfSite(folder, ...options);
  writeFiles(path.join(folder, "posts"), posts);
  const build = (...args: readonly string[]) => {
    const run = fangzhi(["build", "--json", ...args], { cwd: folder });
    expect(run).toMatchObject({ code: 0 });
    return { ...run, json: jsonOf(run) };
  };
  return { folder, build, site: path.join(folder, "_site"), check: () => fangzhi(["check"], { cwd: folder }) };
}

const provenance = (site: string, file: string) =>
  load(textIn(site, file))(".provenance dl > div")
    .toArray()
    .map((row) => [load(row)("dt").text(), load(row)("a").attr("href")])
    .filter(([name]) => name === "来源文件");

test("kept sources are neither read, nor reported, nor published, unless the site wants them published", () => {
  const { build, site, check } = siteWith();
  const { json, out } = build();
  expect(json).toMatchObject({ articles: 3, published: 2, drafts: 1, heldBack: [], passedOver: [] });
  expect(out).not.toContain("_sources");
  expect(filesIn(site).filter((file) => file.startsWith("sources"))).toEqual([]);
  expect(provenance(site, "2022/10/13/a.html")).toEqual([]);
  expect(check()).toMatchObject({ code: 0, out: "" });
});

test("those that published articles name are published byte for byte, and their pages lead there", () => {
  const { build, site } = siteWith("sources: true");
  build();
  const published = filesIn(site).filter((file) => file.startsWith("sources"));
  expect(published).toEqual(["sources/2022/第4篇?.txt", "sources/page.html.txt"]);
  expect(readFileSync(path.join(site, "sources/2022/第4篇?.txt")).equals(bytes)).toBe(true);
  expect(textIn(site, "sources/page.html.txt")).toBe("<script>alert(1)</script>");
  expect(provenance(site, "2022/10/13/a.html")).toEqual([["来源文件", "/sources/2022/%E7%AC%AC4%E7%AF%87%3F.txt"]]);
  expect(provenance(site, "2022/10/13/b.html")).toEqual([["来源文件", "/sources/page.html.txt"]]);
  expect(brokenLinks(site)).toEqual([]);
  expect(textIn(site, "sitemap/pages.xml")).not.toContain("sources");
});

test("a draft's source is published with the draft, and only then", () => {
  const { build, site } = siteWith("sources: true");
  build("--drafts");
  expect(filesIn(site)).toContain("sources/draft.txt");
  build();
  expect(filesIn(site)).not.toContain("sources/draft.txt");
});

test("a source that changes is written anew and nothing else is, one that goes is told of and no longer linked", () => {
  const { folder, build, site, check } = siteWith("sources: true");
  build();
  const file = path.join(folder, "posts/_sources/page.html");
  appendFileSync(file, "更正");
  expect(build().json).toMatchObject({ written: 1 });
  expect(textIn(site, "sources/page.html.txt")).toBe("<script>alert(1)</script>更正");
  rmSync(file);
  expect(build().json).toMatchObject({ warnings: 1, heldBack: [] });
  expect(provenance(site, "2022/10/13/b.html")).toEqual([]);
  expect(filesIn(site)).not.toContain("sources/page.html.txt");
  const { code, out } = check();
  expect(code).toBe(1);
  expect(out).toMatch(
    /^posts\/2022-10-13-b\.md:\d+:\d+ {2}The front matter says source_file: page\.html, .*\[source-missing\]$/m,
  );
});

test("nobody is led out of the folder of sources", () => {
  const { folder, build, site } = siteWith("sources: true");
  writeFiles(folder, { "secret.txt": "机密", "posts/2022-10-14-c.md": article("source_file: ../../secret.txt") });
  expect(build().json).toMatchObject({ heldBack: [], warnings: 1 });
  for (const file of filesIn(site).filter((name) => name.startsWith("sources"))) {
    expect(textIn(site, file)).not.toContain("机密");
  }
  expect(provenance(site, "2022/10/13/c.html")).toEqual([]);
});
