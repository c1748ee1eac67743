import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bibtex } from "../../src/cite/bibtex.ts";
import { anyCitation, anyDay, citationWith, citationWithoutPaper } from "../support/citations.ts";

/** A value as BibTeX splits it from its field, and as TeX would print it. */
interface Entry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads one entry the way BibTeX does: a field ends where its braces are balanced, whatever backslashes say. */
function read(text: string): Entry {
  const head = /^@(\w+)\{([^,]+),\n/.exec(text)!;
  const fields = new Map<string, string>();
  for (let at = head[0].length; text[at] !== "}";) {
    const name = /^ {2}(\w+) = /.exec(text.slice(at))!;
    const start = at + name[0].length;
    let end = start;
    for (let depth = 0; depth > 0 || text[end] !== ","; end++) {
      if (text[end] === "{") depth++;
      if (text[end] === "}") depth--;
      if (end > text.length || depth < 0) throw new Error(`Expected ${name[1]} to end`);
    }
    fields.set(name[1]!, text.slice(start, end).replace(/^\{(.*)\}$/s, "$1"));
    at = end + 2;
  }
  return { type: head[1]!, key: head[2]!, fields };
}

const printedBy: Readonly<Record<string, string>> = {
  textbackslash: "\\",
  textbraceleft: "{",
  textbraceright: "}",
  textasciitilde: "~",
  textasciicircum: "^",
};

/** What TeX prints: commands carried out, grouping braces gone. */
function printed(tex: string): string {
  return tex.replace(/\\([a-z]+)\{\}|\\([$&#%_])|[{}]/g, (_, name?: string, sign?: string) =>
    name === undefined ? (sign ?? "") : printedBy[name]!,
  );
}

/** Names as BibTeX splits them: at an “and” outside of braces. */
function names(authors: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= authors.length; at++) {
    if (authors[at] === "{") depth++;
    if (authors[at] === "}") depth--;
    if (depth > 0 || (at < authors.length && !authors.startsWith(" and ", at))) continue;
    found.push(authors.slice(from, at));
    from = at + " and ".length;
  }
  return found;
}

test("an article of a paper", () => {
  const citation = citationWith({ title: "GDP增长8%：LED与“A股”", authors: ["陈可", "江海 and 新媒体"], page: "A05" });
  expect(bibtex(citation, "2024-01-01")).toBe(`@article{20220311-7b7d3757ce,
  author = {{陈可} and {江海 and 新媒体}},
  title = {{GDP}增长8\\%：{LED}与“{A}股”},
  journal = {南通日报},
  entrysubtype = {newspaper},
  mark = {N},
  date = {2022-03-11},
  year = {2022},
  month = mar,
  day = {11},
  pages = {A05},
  url = {https://archive.example/nantongribao/2022/03/11/a.html},
  urldate = {2024-01-01},
  language = {zh-CN},
}
`);
});

test("a page of the web, of which only the month is known", () => {
  const { type, fields } = read(bibtex(citationWithoutPaper({ issued: "2022-02", authors: [] }), "2024-01-01"));
  expect(type).toBe("online");
  expect(Object.fromEntries(fields)).toMatchObject({ mark: "EB", date: "2022-02", year: "2022", month: "feb" });
  for (const absent of ["author", "journal", "entrysubtype", "day", "pages"])
    expect([...fields.keys()]).not.toContain(absent);
});

test.each([
  ["{", "\\textbraceleft{}"],
  ["}", "\\textbraceright{}"],
  ["\\", "\\textbackslash{}"],
  ["~^", "\\textasciitilde{}\\textasciicircum{}"],
  ["$&#%_", "\\$\\&\\#\\%\\_"],
  ["5G时代", "{5G}时代"],
  ["iPhone 与 app", "{iPhone} 与 app"],
  ["École", "{École}"],
])("the title %j is written %j", (title, written) => {
  expect(read(bibtex(citationWith({ title }), "2024-01-01")).fields.get("title")).toBe(written);
});

test("every text survives, in every script", () => {
  fc.assert(
    fc.property(anyCitation, anyDay, (citation, accessed) => {
      const { key, fields } = read(bibtex(citation, accessed));
      const field = (name: string) => (fields.has(name) ? printed(fields.get(name)!) : undefined);
      expect([key, field("title"), field("journal"), field("organization"), field("pages")]).toEqual([
        citation.id,
        citation.title,
        citation.paper,
        citation.publisher,
        citation.page,
      ]);
      expect(fields.has("author") ? names(fields.get("author")!).map(printed) : []).toEqual(citation.authors);
      expect([fields.get("date"), fields.get("url"), fields.get("urldate")]).toEqual([
        citation.issued,
        citation.url,
        accessed,
      ]);
    }),
  );
});
