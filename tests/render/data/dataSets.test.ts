import { expect, test } from "vitest";
import { catalogue } from "../../../src/catalogue/catalogue.ts";
import type { Site } from "../../../src/config.ts";
import { dataMakers, dataSets, wholeDataSets } from "../../../src/render/data/dataSets.ts";
import { pageSets } from "../../../src/render/pageSets.ts";
import type { SetPage } from "../../../src/render/setPage.ts";
import { articlesOf, entriesOf, type Files } from "../../support/archives.ts";
import { siteOf } from "../../support/articles.ts";
import { drawn } from "../../support/pages.ts";

const files: Files = {
  "2022-03-11-a.md": { categories: "nantongribao", tags: "南通日报新闻" },
  "2021-12-31-b.md": { categories: "nantongribao", date: "2021-12-31" },
};

function dataOf(some: Files, site: Site = siteOf()): ReadonlyMap<string, SetPage> {
  const archive = catalogue(entriesOf(articlesOf(some, site)), site);
  const pages = [...dataSets, ...wholeDataSets].flatMap((set) => [...set.pages({ archive, site, kept: new Map() })]);
  return new Map(pages.map((page) => [page.permalink, page]));
}

test("an archive has data for each article, volume, term and month of a term, ways to them, and the whole", () => {
  expect([...dataOf(files).keys()]).toEqual([
    "/api/article/nantongribao/2022/03/11/a.json",
    ...["jsonl", "jsonl.gz", "csv", "sha256"].map((file) => `/data/articles-2022-03.${file}`),
    "/api/article/nantongribao/2021/12/31/b.json",
    ...["jsonl", "jsonl.gz", "csv", "sha256"].map((file) => `/data/articles-2021-12.${file}`),
    "/api/category/nantongribao.json",
    "/api/category/nantongribao/2022-03.json",
    "/api/category/nantongribao/2021-12.json",
    "/api/tag/南通日报新闻.json",
    "/api/tag/南通日报新闻/2022-03.json",
    "/api/index.json",
    "/api/tag/index.json",
    "/data/article.schema.json",
    ...["/data/articles.jsonl.gz", "/data/articles.csv", "/data/datapackage.json"],
  ]);
});

test("a site that wants no data has none", () => {
  expect(dataOf(files, siteOf({ data: false })).size).toBe(0);
});

test("everything is made by a maker, and what is composed of files comes after all files", () => {
  for (const { layout } of dataOf(files).values()) expect(dataMakers[layout]).toBeTypeOf("function");
  const layouts = [...dataSets, ...wholeDataSets].flatMap((set) => set.layouts);
  expect(layouts.toSorted()).toEqual(Object.keys(dataMakers).toSorted());
  const isComposed = [...dataOf(files).values()].map((page) => page.isComposed ?? false);
  expect(isComposed.lastIndexOf(false)).toBeLessThan(isComposed.indexOf(true));
  expect(pageSets.slice(-wholeDataSets.length)).toEqual(wholeDataSets);
});

test("an article that is added changes its own data, its volume's, its terms' and the whole, and nothing else", () => {
  const before = dataOf(files);
  const after = dataOf({ ...files, "2022-03-12-c.md": { date: "2022-03-12", categories: "nantongribao" } });
  const changed = [...after].flatMap(([address, page]) =>
    before.get(address)?.fingerprint() === page.fingerprint() ? [] : [address],
  );
  expect(changed).toEqual([
    "/api/article/nantongribao/2022/03/12/c.json",
    ...["jsonl", "jsonl.gz", "csv", "sha256"].map((file) => `/data/articles-2022-03.${file}`),
    "/api/category/nantongribao.json",
    "/api/category/nantongribao/2022-03.json",
    "/api/index.json",
    ...["/data/articles.jsonl.gz", "/data/articles.csv", "/data/datapackage.json"],
  ]);
});

test("a term's data have its months, or all its articles when they are few", () => {
  const jsonOf = (monthsFrom: number) => {
    const { pages } = drawn(files, { monthsFrom, newest: 1 });
    return JSON.parse(pages.get("api/category/nantongribao.json")!) as Record<string, unknown>;
  };
  const address = "https://archive.example";
  expect(jsonOf(1)).toMatchObject({
    ...{ kind: "category", slug: "nantongribao", label: "南通日报新闻", count: 2, first: "2021-12-31" },
    url: `${address}/category/nantongribao.html`,
    months: [
      { month: "2022-03", count: 1, api: `${address}/api/category/nantongribao/2022-03.json` },
      { month: "2021-12", count: 1 },
    ],
    articles: [
      {
        title: "标题 2022-03-11-a.md",
        day: "2022-03-11",
        url: `${address}/nantongribao/2022/03/11/a.html`,
        api: `${address}/api/article/nantongribao/2022/03/11/a.json`,
        excerpt: "2022-03-11-a.md 的正文。",
      },
    ],
  });
  const whole = jsonOf(3);
  expect(whole["months"]).toEqual([]);
  expect(whole["articles"]).toHaveLength(2);
});

test("the data of an article are its record with the HTML of its body", () => {
  const { pages } = drawn(files);
  const data = JSON.parse(pages.get("api/article/nantongribao/2022/03/11/a.json")!) as Record<string, unknown>;
  expect(data).toMatchObject({ file: "2022-03-11-a.md", text: "2022-03-11-a.md 的正文。" });
  expect(data["body"]).toMatch(/^<p id="p-[0-9a-f]{8}">2022-03-11-a\.md 的正文。<\/p>/);
});
