import * as fc from "fast-check";
import { expect, test } from "vitest";
import { coins } from "../../src/cite/coins.ts";
import { anyCitation, citationWith, citationWithoutPaper } from "../support/citations.ts";

/** The pairs of a ContextObject, read as Zotero does (openurl.js): split at `&` and `=`, then decoded. */
function read(text: string): readonly (readonly [string, string])[] {
  return text.split("&").map((pair) => {
    const [key, value, ...more] = pair.split("=");
    if (more.length > 0) throw new Error(`Expected one = in ${pair}`);
    return [key!, decodeURIComponent(value!)];
  });
}

test("a newspaper article is percent-encoded UTF-8 in ASCII", () => {
  const text = coins(citationWith({ title: "甲&乙=丙", authors: ["陈可", "顾一帆"], page: "5" }));
  expect(text).toBe(
    "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=newspaperArticle" +
      "&rft.title=%E7%94%B2%26%E4%B9%99%3D%E4%B8%99&rft.creator=%E9%99%88%E5%8F%AF&rft.creator=%E9%A1%BE%E4%B8%80%E5%B8%86" +
      "&rft.source=%E5%8D%97%E9%80%9A%E6%97%A5%E6%8A%A5&rft.date=2022-03-11&rft.pages=5" +
      "&rft.identifier=https%3A%2F%2Farchive.example%2Fnantongribao%2F2022%2F03%2F11%2Fa.html&rft.language=zh-CN",
  );
});

test("an article of no known paper is a page of the web", () => {
  const pairs = new Map(read(coins(citationWithoutPaper())));
  expect([pairs.get("rft.type"), pairs.get("rft.source")]).toEqual(["webpage", undefined]);
});

test("every text survives, in every script", () => {
  fc.assert(
    fc.property(anyCitation, (citation) => {
      const text = coins(citation);
      expect(text).toMatch(/^[\x21-\x7e]+$/);
      const pairs = read(text);
      const source = citation.paper ?? citation.publisher;
      const all = (key: string) => pairs.flatMap(([name, value]) => (name === key ? [value] : []));
      expect([all("rft.title"), all("rft.creator"), all("rft.source"), all("rft.identifier")]).toEqual([
        [citation.title],
        citation.authors,
        source === undefined ? [] : [source],
        [citation.url],
      ]);
    }),
  );
});
