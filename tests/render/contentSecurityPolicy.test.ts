import { expect, test } from "vitest";
import { contentSecurityPolicy } from "../../src/render/contentSecurityPolicy.ts";
import { siteOf } from "../support/articles.ts";

const published = contentSecurityPolicy(siteOf(), false);

test("a published page loads what its own site has and nothing else", () => {
  expect(published.split("; ")).toEqual([
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "connect-src 'self'",
  ]);
});

test("pictures of other hosts are let in only when the site shows them", () => {
  const shown = contentSecurityPolicy(siteOf({ images: "show" }), false);
  expect(shown).toBe(published.replace("img-src 'self'", "img-src 'self' https: http:"));
});

test("only the development server lets a page listen for changes", () => {
  const serving = contentSecurityPolicy(siteOf(), true);
  expect(serving).toBe(published.replace("connect-src 'self'", "connect-src 'self' ws:"));
});

test.each([true, false])("nothing inline is let in, when serving is %s", (serving) => {
  expect(contentSecurityPolicy(siteOf({ images: "show" }), serving)).not.toMatch(/unsafe|data:|\*/);
});
