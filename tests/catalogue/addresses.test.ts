import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readArchive } from "../../src/reading.ts";
import { AddressBook, assignAddresses } from "../../src/catalogue/addresses.ts";
import { mergeCopies } from "../../src/catalogue/duplicates.ts";
import { noProgress } from "../../src/cli/progress.ts";
import { pressOf } from "../../src/render/press.ts";
import { describe } from "../../src/rules.ts";
import { archiveOf, articlesOf, entriesOf, type Files } from "../support/archives.ts";
import { siteOf } from "../support/articles.ts";
import { project, temporaryFolder, writeFiles } from "../support/command.ts";

function assigned(files: Files, site = siteOf()) {
  return assignAddresses(mergeCopies(entriesOf(articlesOf(files, site))), new AddressBook());
}

function addressesOf(files: Files, site = siteOf()) {
  const { pages } = assigned(files, site);
  return pages.map(({ path, permalink }): readonly [string, string] => [path, permalink]).toReversed();
}

test.each([
  ["/a.html", { owner: "a", caseOnly: false }],
  ["/A.HTML", { owner: "a", caseOnly: true }],
  ["/a.html/x.html", { owner: "a", caseOnly: false }],
  ["/A.html/b/x.html", { owner: "a", caseOnly: false }],
  ["/deep", { owner: "b", caseOnly: false }],
  ["/deep/er", { owner: "b", caseOnly: false }],
  ["/deep/er/b.html", { owner: "b", caseOnly: false }],
  ["/cafe\u0301.html", { owner: "c", caseOnly: true }],
  ["/deep/er/c.html", undefined],
  ["/deep.html", undefined],
  ["/a.html2", undefined],
  ["/", undefined],
])("what stands in the way of %j is %j", (address, conflict) => {
  const book = new AddressBook();
  book.enter("/a.html", "a");
  book.enter("/deep/er/b.html", "b");
  book.enter("/caf\u00e9.html", "c");
  expect(book.conflict(address)).toEqual(conflict);
});

test("addresses that some disk folds into one get different files", () => {
  const { entries } = archiveOf({
    "a.md": { permalink: "/Straße.html", title: "甲" },
    "b.md": { permalink: "/STRASSE.html", title: "乙" },
  });
  expect(new Set(entries.map(({ permalink }) => permalink.toUpperCase())).size).toBe(2);
});

test("pages keep the addresses of their articles", () => {
  const files = { "2022-03-11-a.md": { categories: "nantongribao" }, "b.md": { permalink: "/about/us.html" } };
  expect(addressesOf(files)).toEqual([
    ["2022-03-11-a.md", "/nantongribao/2022/03/11/a.html"],
    ["b.md", "/about/us.html"],
  ]);
});

test("of two different articles that claim one address, the second by path is held back", () => {
  const { pages, heldBack } = assigned({ "b.md": { permalink: "/x.html" }, "a.md": { permalink: "/x.html" } });
  expect(pages.map(({ article }) => article.path)).toEqual(["a.md"]);
  expect(heldBack).toEqual([
    { rule: "address-taken", path: "b.md", line: 1, column: 1, values: { permalink: "/x.html", other: "a.md" } },
  ]);
});

test("the second by path is held back also when the first is the longer copy of a third", () => {
  const permalink = "/x.html";
  const [short, long] = ["2022-03-11-202203110000000001.md", "2022-03-11-NW202203110000000001.md"];
  const { heldBack } = assigned({
    [short]: { title: "标题", body: "<p>同一篇正文。</p>" },
    "2022-03-11-M.md": { permalink },
    [long]: { title: "标题", body: "> 导语。\n\n<p>同一篇正文。</p>", permalink },
  });
  expect(heldBack.map(({ path }) => path).toSorted()).toEqual([short, long]);
});

test("the copies of an article that is held back are held back too", () => {
  const copy = { title: "标题", body: "<p>同一篇正文。</p>", permalink: "/x.html" };
  const { heldBack } = assigned({ "a.md": { permalink: "/x.html" }, "b.md": copy, "c.md": copy });
  expect(heldBack.map(({ path }) => path)).toEqual(["b.md", "c.md"]);
});

test.each([
  ["/x.html/y.html", "/x.html"],
  ["/x.html", "/x.html/y.html"],
  ["/X.html", "/x.html/y.html"],
])("a file cannot stand where %s beside %s needs a folder", (one, another) => {
  const { pages, heldBack } = assigned({ "a.md": { permalink: one }, "b.md": { permalink: another } });
  expect(pages.map(({ article }) => article.path)).toEqual(["a.md"]);
  expect(heldBack.map(({ path }) => path)).toEqual(["b.md"]);
});

test("addresses that differ only in case get different files, and the second by path a warning", () => {
  const { pages, heldBack, warnings } = assigned({
    "a.md": { permalink: "/TechWeb/x.html" },
    "b.md": { permalink: "/techweb/x.html" },
  });
  expect(pages[0]!.permalink).toBe("/TechWeb/x.html");
  expect(pages[1]!.permalink).toMatch(/^\/techweb\/x-[0-9a-f]{4}\.html$/);
  expect(heldBack).toEqual([]);
  expect(warnings).toEqual([
    {
      rule: "address-case",
      path: "b.md",
      line: 1,
      column: 1,
      values: { other: "a.md", permalink: pages[1]!.permalink },
    },
  ]);
});

test("an article that keeps its address beside another's is shown as it was", () => {
  const own = { "a.md": { permalink: "/TechWeb/x.html" } };
  const [alone] = assigned(own).pages;
  const [beside, moved] = assigned({ ...own, "b.md": { permalink: "/techweb/x.html" } }).pages;
  expect([beside!.hash, beside!.rowHash]).toEqual([alone!.hash, alone!.rowHash]);
  const [movedAlone] = assigned({ "b.md": { permalink: "/techweb/x.html" } }).pages;
  expect(moved!.hash).not.toBe(movedAlone!.hash);
});

test.each(["404", "feed", "index", "robots", "data-quality", "category", "assets"])(
  "an article called %s is held back where the site has a page of its own",
  (name) => {
    const { pages, heldBack } = assigned({ [`2022-03-11-${name}.md`]: {} }, siteOf({ permalink: "/:title.html" }));
    expect(pages).toEqual([]);
    expect(heldBack.map(({ path }) => path)).toEqual([`2022-03-11-${name}.md`]);
  },
);

test("an article that the site's own page keeps out is told so in the reader's language", () => {
  const { heldBack } = assigned({ "2022-03-11-404.md": {} }, siteOf({ permalink: "/:title.html" }));
  const { message } = describe(heldBack[0]!, "zh");
  expect(message).toContain("/404.html");
  expect(message).not.toMatch(/the site|另一篇文章/);
});

test.each(["tag", "category", "volume", "assets", "404", "index"])(
  "an article of a category called %s has its old address",
  (category) => {
    expect(addressesOf({ "2022-03-11-a.md": { category } })).toEqual([
      ["2022-03-11-a.md", `/${category}/2022/03/11/a.html`],
    ]);
  },
);

test.each([
  [["404.html"], "/404.html/"],
  [["index.html"], "/index.html/"],
  [["robots.txt"], "/robots.txt/"],
  [["assets", "style.css"], "/assets/style.css/"],
  [["sitemap", "2022-03.xml"], "/sitemap/2022-03.xml/"],
  [["volume", "2022.html"], "/volume/2022.html/"],
  [["category", "nantongribao.html"], "/category/nantongribao.html/"],
])("no article of categories %j stands below the site's file %s", (categories, file) => {
  const { pages, heldBack } = assigned({ "2022-03-11-a.md": { categories }, "2022-03-11-b.md": {} });
  expect(pages.length + heldBack.length).toBe(2);
  for (const { permalink } of pages) expect(permalink.startsWith(file)).toBe(false);
});

test("no page and no redirect has an address that is too long for a disk", async () => {
  const posts = temporaryFolder();
  const names = Array.from({ length: 30 }, (_, index) => `${index}`.padEnd(190, "x"));
  const head = '---\ntitle: 标题\ndate: "2022-03-11 20:00:00"';
  writeFiles(posts, {
    "a.md": `${head}\npermalink: /${names.join("/")}/y.html\n---\n甲`,
    "b.md": `${head}\ncategories: [${names.join(", ")}]\n---\n乙`,
    "c.md": `${head}\n---\n丙`,
  });
  const options = { posts, drafts: false, future: false, now: Date.now() };
  const { archive, findings } = await readArchive(
    pressOf({ url: "https://archive.example" }, project),
    options,
    noProgress,
  );
  expect(archive.entries.length + findings.heldBack.length).toBe(3);
  const addresses = [
    ...archive.entries.map(({ permalink }) => permalink),
    ...archive.redirects.map(({ from }) => from),
  ];
  // Linux takes paths of 4096 bytes; the output folder needs some of them.
  expect(addresses.filter((address) => Buffer.byteLength(address) > 3500)).toEqual([]);
});

test("no two pages share an address, also where case and composition do not count", () => {
  const segments = fc.constantFrom("a", "A", "b", "B", "\u00e9", "E\u0301", "a.html", "A.HTML");
  const permalinks = fc.array(segments, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join("/")}.html`);
  fc.assert(
    fc.property(fc.array(permalinks, { minLength: 1, maxLength: 12 }), (wanted) => {
      const files = Object.fromEntries(wanted.map((permalink, index) => [`${index}.md`, { permalink }]));
      const { pages, heldBack } = assigned(files);
      const folded = pages.map(({ permalink }) => permalink.normalize("NFC").toLowerCase());
      expect(new Set(folded).size).toBe(folded.length);
      for (const address of folded) expect(folded.some((another) => another.startsWith(`${address}/`))).toBe(false);
      expect(pages.length + heldBack.length).toBe(wanted.length);
    }),
  );
});
