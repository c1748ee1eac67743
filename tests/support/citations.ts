import * as fc from "fast-check";
import { oneLine } from "../../src/characters.ts";
import type { Citation } from "../../src/cite/citation.ts";

/** A citation for tests, with what a test is about. */
export function citationWith(parts: Partial<Citation> = {}): Citation {
  return {
    id: "20220311-7b7d3757ce",
    title: "百亿级项目缘何“落子”南通开发区",
    authors: ["陈可"],
    paper: "南通日报",
    issued: "2022-03-11",
    url: "https://archive.example/nantongribao/2022/03/11/a.html",
    language: "zh-CN",
    ...parts,
  };
}

/** The same without a paper. */
export function citationWithoutPaper(parts: Partial<Citation> = {}): Citation {
  const { paper: _, ...rest } = citationWith();
  return { ...rest, ...parts };
}

/** A text as titles and names have it: one line of any script, with all that one format or another reads as its own. */
const line = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(..."{ } \\ $ & # % _ ~ ^ \" ' < > , ; = + - * |".split(" "), " and ", "GDP", "江海", "𠮷"),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => oneLine(parts.join("")))
  .filter((text) => text !== "");

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any citation. */
export const anyCitation: fc.Arbitrary<Citation> = fc
  .record(
    {
      id: fc.stringMatching(/^\d{8}-[0-9a-f]{10}$/),
      title: line,
      authors: fc.array(line, { maxLength: 5 }),
      paper: line,
      publisher: line,
      page: fc.stringMatching(/^[A-Z]?\d{1,2}$/),
      issued: fc.oneof(
        day,
        day.map((date) => date.slice(0, 7)),
        day.map((date) => date.slice(0, 4)),
      ),
      url: line.map((path) => `https://archive.example/${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`),
      language: fc.constantFrom("zh-CN", "zh-HK", "en"),
    },
    { requiredKeys: ["id", "title", "authors", "issued", "url", "language"] },
  )
  .map(({ publisher, ...citation }) =>
    citation.paper === undefined && publisher !== undefined ? { ...citation, publisher } : citation,
  );

/** Any day. */
export const anyDay = day;
