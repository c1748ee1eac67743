import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { comparisonAddress } from "../../src/render/comparisonPages.ts";
import { archiveOf, entryOf, type Files } from "../support/archives.ts";
import { drawn } from "../support/pages.ts";

const [plain, wire] = ["2022-03-11-202203112305042277.md", "2022-03-11-NW202203112305042277.md"];
const title = "百亿级项目缘何落子开发区";
const sentences = ["项目为王。", "引领产业振兴。", "企业落户南通。", "第一年达产。", "服务是关键。", "全市开工。"];
const body = `<p>${sentences.join("")}</p>`;
const pair: Files = {
  [plain]: { title, body: `${body}<p>全文完。</p>`, source: "南通日报" },
  [wire]: { title, body: body.replace("第一年", "第二年"), source: "江海晚报", original: "https://b.example/2" },
};

/** The comparison pages of a site, by path. */
function comparisons(files: Files) {
  return [...drawn(files).pages].filter(([path]) => path.startsWith("compare/"));
}

test("a merged copy whose text differs is laid beside the page's, with what differs marked on each side", () => {
  const [[path, html], ...others] = comparisons(pair) as [[string, string], ...unknown[]];
  expect(others).toEqual([]);
  expect(path).toMatch(/^compare\/[0-9a-f]{10}-[0-9a-f]{10}\.html$/);
  const $ = load(html);
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).text());
  expect(texts("th a")).toEqual(["南通日报", "江海晚报"]);
  expect(texts("del")).toEqual(["一", "全文完。"]);
  expect(texts("ins")).toEqual(["二"]);
  expect($("caption").text()).toBe("共 2 段，不同 2 段");
  expect($("meta[name=robots]").attr("content")).toBe("noindex");
});

test("the article's page names the other printing and leads to its original and to the comparison", () => {
  const { pages, archive } = drawn(pair);
  const $ = load(pages.get("2022/03/11/202203112305042277.html")!);
  const links = $(".printings a")
    .toArray()
    .map((link) => [$(link).text(), $(link).attr("href")]);
  const entry = entryOf(archive, plain);
  expect(links).toEqual([
    ["原文", "https://b.example/2"],
    ["对照异同", comparisonAddress(entry, entry.copies[0]!)],
  ]);
  expect($(".printings .paper").text()).toContain("江海晚报");
});

test("what is the same word for word has no comparison", () => {
  const files = { "a.md": { title, body }, "b.md": { title, body, original: "https://b.example/2" } };
  expect(comparisons(files)).toEqual([]);
  const $ = load(drawn(files).pages.get("a.html") ?? drawn(files).pages.values().next().value!);
  expect($(".printings").text()).toContain("正文相同");
});

test("a copy of which there is nothing to say is not spoken of", () => {
  const files = { "2022-03-11-a.md": { title, body }, "2022-03-11-b.md": { title, body } };
  const $ = load(drawn(files).pages.get("2022/03/11/a.html")!);
  expect($(".printings")).toHaveLength(0);
});

test("two reprints have one comparison, the earlier first, to which both lead", () => {
  const files: Files = {
    "2022-03-12-b.md": {
      title,
      body: "<p>本刊今日转载。项目为王。引领产业振兴。企业落户南通。</p>",
      source: "产业周刊",
      date: "2022-03-12",
    },
    "2022-03-11-a.md": { title, body, source: "南通日报" },
  };
  const { pages } = drawn(files);
  const [[path, html]] = comparisons(files) as [[string, string]];
  expect(
    load(html)("th a")
      .toArray()
      .map((link) => load(html)(link).attr("href")),
  ).toEqual(["/2022/03/11/a.html", "/2022/03/12/b.html"]);
  for (const page of ["2022/03/11/a.html", "2022/03/12/b.html"]) {
    expect(load(pages.get(page)!)(`.printings a[href="/${path}"]`)).toHaveLength(1);
  }
});

test("a comparison has one address, whichever of the two asks", () => {
  const archive = archiveOf({ "a.md": {}, "b.md": {} });
  const [one, other] = [entryOf(archive, "a.md"), entryOf(archive, "b.md")];
  expect(comparisonAddress(one, other)).toBe(comparisonAddress(other, one));
});

test("every comparison that a page leads to is there, and no other is", () => {
  const reprints = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `2022-03-11-${index}.md`,
      { title, body: `<p>${sentences.slice(index % 3).join("")}第${index}版。</p>`, source: `第${index}报` },
    ]),
  );
  const { pages } = drawn(reprints);
  const linked = [...pages.values()].flatMap((html) =>
    load(html)(".printings a[href^='/compare/']")
      .toArray()
      .map((link) => load(html)(link).attr("href")!.slice(1)),
  );
  expect(linked).toHaveLength(9 * 5);
  expect([...pages.keys()].filter((path) => path.startsWith("compare/")).toSorted()).toEqual(
    [...new Set(linked)].toSorted(),
  );
});
