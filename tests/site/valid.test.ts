import { XMLValidator } from "fast-xml-parser";
import { HtmlValidate } from "html-validate";
import { load } from "cheerio/slim";
import { describe, expect, test } from "vitest";
import { filesIn, project, textIn } from "../support/command.ts";
import { brokenLinks } from "../support/links.ts";
import { builtSite } from "../support/site.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  elements: ["html5"],
  // A chart is a table in SVG, which has no element for it.
  rules: { "prefer-native-element": ["error", { exclude: ["table"] }] },
});

describe.each([
  ["the seeds", []],
  ["the fixtures", ["--posts", `${project}/tests/fixtures/site`]],
  ["what is left of the invalid fixtures", ["--posts", `${project}/tests/fixtures/invalid`]],
  ["an empty archive", ["--posts", `${project}/tests/fixtures/empty`]],
])("in the site of %s", (_, args) => {
  const site = builtSite(args);
  const files = (ending: string) => filesIn(site().folder).filter((file) => file.endsWith(ending));

  test("every page is valid HTML", async () => {
    for (const file of files(".html")) {
      const report = await validator.validateString(textIn(site().folder, file), file);
      const messages = report.results.flatMap(({ messages: found }) =>
        found.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId} ${message}`),
      );
      expect(messages).toEqual([]);
    }
  });

  test("every feed and sitemap is well-formed XML without forbidden characters", () => {
    const found = files(".xml");
    expect(found).toContain("feed.xml");
    for (const file of found) {
      const text = textIn(site().folder, file);
      expect([file, XMLValidator.validate(text)]).toEqual([file, true]);
      expect(text).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/);
      expect(text.startsWith("<?xml")).toBe(true);
    }
  });

  test("the Atom feed has what RFC 4287 asks of it", () => {
    const $ = load(textIn(site().folder, "feed.xml"), { xml: true });
    for (const element of ["id", "title", "updated", "author > name"]) expect($(`feed > ${element}`)).toHaveLength(1);
    const ids = $("entry > id")
      .toArray()
      .map((id) => $(id).text());
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of $("entry").toArray()) {
      for (const element of ["id", "title", "updated", "link[rel=alternate]"])
        expect($(entry).children(element)).toHaveLength(1);
      expect($(entry).children("updated").text()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);
    }
  });

  test("the JSON feed is one, and lists what the Atom feed lists", () => {
    const feed = JSON.parse(textIn(site().folder, "feed.json")) as {
      version: string;
      items: readonly { id: string }[];
    };
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    const $ = load(textIn(site().folder, "feed.xml"), { xml: true });
    expect(feed.items.map(({ id }) => id)).toEqual(
      $("entry > id")
        .toArray()
        .map((id) => $(id).text()),
    );
  });

  test("the sitemaps list every page but redirects, 404 and numbered parts, and nothing else", () => {
    const index = load(textIn(site().folder, "sitemap.xml"), { xml: true });
    const locations = (xml: string) =>
      [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => decodeURI(new URL(address!).pathname));
    const sitemaps = locations(index.xml());
    expect(
      files(".xml")
        .filter((file) => file.startsWith("sitemap/"))
        .map((file) => `/${file}`),
    ).toEqual([...sitemaps].sort());
    const listed = sitemaps.flatMap((sitemap) => locations(textIn(site().folder, sitemap.slice(1))));
    const pages = files(".html").filter((file) => {
      const html = textIn(site().folder, file);
      return (
        !html.includes('name="robots" content="noindex"') &&
        !/^(?:category|tag)\/.*\/\d{4}-\d\d/.test(file) &&
        file !== "data-quality.html"
      );
    });
    expect([...listed].sort()).toEqual(pages.map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`).sort());
  });

  test("every link inside the site and every fragment leads somewhere", () => {
    expect(brokenLinks(site().folder)).toEqual([]);
  });

  test("no page asks another host for anything, and every page has a strict policy", () => {
    for (const file of files(".html")) {
      const $ = load(textIn(site().folder, file));
      const policy = $("meta[http-equiv=Content-Security-Policy]").attr("content");
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; connect-src 'self'$/,
      );
      const loaded = $(
        "link[rel=stylesheet], link[rel=icon], img, script[src], iframe, source, video, audio, object, embed",
      ).toArray();
      for (const element of loaded) expect($(element).attr("href") ?? $(element).attr("src")).toMatch(/^\/(?!\/)/);
      expect($("script:not([type='application/ld+json'], [src^='/assets/']), [style], style")).toHaveLength(0);
    }
  });

  test("every JSON-LD block is JSON", () => {
    for (const file of files(".html")) {
      const $ = load(textIn(site().folder, file));
      for (const script of $("script[type='application/ld+json']").toArray()) {
        expect(JSON.parse($(script).text())).toMatchObject({ "@type": "NewsArticle" });
      }
    }
  });
});
