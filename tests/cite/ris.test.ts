import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ris } from "../../src/cite/ris.ts";
import { anyCitation, anyDay, citationWith, citationWithoutPaper } from "../support/citations.ts";

/** Reads a record the way the format is defined: a line is a tag, two spaces, a hyphen, a space and a value. */
function read(text: string): readonly (readonly [string, string])[] {
  return text
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => {
      const found = /^([A-Z][A-Z0-9]) {2}- (.*)$/su.exec(line);
      if (!found) throw new Error(`Expected a line of RIS, got ${JSON.stringify(line)}`);
      return [found[1]!, found[2]!];
    });
}

test("an article of a paper", () => {
  const citation = citationWith({ authors: ["陈可", "顾一帆"], page: "5" });
  expect(ris(citation, "2024-01-01")).toBe(
    [
      "TY  - NEWS",
      "ID  - 20220311-7b7d3757ce",
      "AU  - 陈可",
      "AU  - 顾一帆",
      "TI  - 百亿级项目缘何“落子”南通开发区",
      "T2  - 南通日报",
      "PY  - 2022",
      "DA  - 2022/03/11/",
      "SP  - 5",
      "UR  - https://archive.example/nantongribao/2022/03/11/a.html",
      "Y2  - 2024/01/01/",
      "LA  - zh-CN",
      "ER  - ",
      "",
    ].join("\r\n"),
  );
});

test("a page of the web, of which only the month is known", () => {
  const lines = new Map(read(ris(citationWithoutPaper({ issued: "2022-02" }), "2024-01-01")));
  expect([lines.get("TY"), lines.get("DA"), lines.get("T2")]).toEqual(["ELEC", "2022/02//", undefined]);
});

test("every text survives, in every script", () => {
  fc.assert(
    fc.property(anyCitation, anyDay, (citation, accessed) => {
      const lines = read(ris(citation, accessed));
      const all = (tag: string) => lines.flatMap(([name, value]) => (name === tag ? [value] : []));
      expect(lines[0]![0]).toBe("TY");
      expect(lines.at(-1)).toEqual(["ER", ""]);
      const { title, authors, paper, publisher, page, url } = citation;
      expect([all("TI"), all("AU"), all("T2"), all("PB"), all("SP"), all("UR")]).toEqual([
        [title],
        authors,
        paper === undefined ? [] : [paper],
        publisher === undefined ? [] : [publisher],
        page === undefined ? [] : [page],
        [url],
      ]);
    }),
  );
});
