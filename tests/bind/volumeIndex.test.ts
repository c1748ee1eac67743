import { expect, test } from "vitest";
import { recordOf } from "../../src/bind/articleRecord.ts";
import { indexIn, lineOf } from "../../src/bind/indexLine.ts";
import { companiesAt, indexOf, rowAt } from "../../src/bind/volumeIndex.ts";
import type { Month } from "../../src/model.ts";
import { articlesOf } from "../support/archives.ts";

const about = (...companies: readonly (readonly [string, string])[]) =>
  companies
    .map(([code, name]) => `<p><a data-code="1,${code}" href="https://a.example/">${name}</a>公告。</p>`)
    .join("");

const rows = articlesOf({
  "a.md": { categories: "nantongribao", tags: "南通", source: "南通日报", body: about(["600160", "巨化股份"]) },
  "b.md": { draft: true, layout: "essay", body: about(["600160", "巨化股份"], ["600161", "天坛生物"]) },
  "c.md": { body: about(["600160", "巨化"]) },
  "d.md": {},
}).map((article) => recordOf(article).row);

test("rows come out of the columns as they went in, from a file too", () => {
  const index = indexIn(lineOf(indexOf("2022-03" as Month, rows)));
  expect(rows.map((_, at) => rowAt(index, at))).toEqual(rows);
});

test("a company stands once in a volume for each name it has there", () => {
  const index = indexOf("2022-03" as Month, rows);
  expect(index.companies.map(({ name }) => name)).toEqual(["巨化股份", "天坛生物", "巨化"]);
  expect(rows.map((_, at) => companiesAt(index, at).map(({ name }) => name))).toEqual([
    ["巨化股份"],
    ["巨化股份", "天坛生物"],
    ["巨化"],
    [],
  ]);
});
