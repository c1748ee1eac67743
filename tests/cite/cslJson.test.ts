import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cslItem, cslJson } from "../../src/cite/cslJson.ts";
import { anyCitation, anyDay, citationWith, citationWithoutPaper } from "../support/citations.ts";

test("an article of a paper", () => {
  expect(cslItem(citationWith({ page: "5" }), "2024-01-01")).toEqual({
    id: "20220311-7b7d3757ce",
    type: "article-newspaper",
    title: "百亿级项目缘何“落子”南通开发区",
    author: [{ literal: "陈可" }],
    "container-title": "南通日报",
    issued: { "date-parts": [[2022, 3, 11]] },
    page: "5",
    URL: "https://archive.example/nantongribao/2022/03/11/a.html",
    accessed: { "date-parts": [[2024, 1, 1]] },
    language: "zh-CN",
  });
});

test("an article in print has no address", () => {
  expect(Object.keys(cslItem(citationWith()))).not.toContain("URL");
});

test("a page of the web, of which only the month is known", () => {
  const item = cslItem(citationWithoutPaper({ issued: "2022-02", authors: [] }), "2024-01-01");
  expect(item).toMatchObject({ type: "webpage", issued: { "date-parts": [[2022, 2]] } });
  for (const absent of ["author", "container-title", "page"]) expect(item).not.toHaveProperty(absent);
});

test("every text survives, in every script", () => {
  fc.assert(
    fc.property(anyCitation, anyDay, (citation, accessed) => {
      const items = JSON.parse(cslJson(citation, accessed)) as readonly ReturnType<typeof cslItem>[];
      expect(items).toEqual([cslItem(citation, accessed)]);
      const [item] = items;
      expect([item!["title"], item!["container-title"], item!["publisher"], item!["URL"]]).toEqual([
        citation.title,
        citation.paper,
        citation.publisher,
        citation.url,
      ]);
      const authors = (item!["author"] ?? []) as readonly { readonly literal: string }[];
      expect(authors.map(({ literal }) => literal)).toEqual(citation.authors);
    }),
  );
});
