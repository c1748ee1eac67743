import { expect, test } from "vitest";
import { heldBackAddress } from "../../src/serve/heldBackAddress.ts";
import { articleOf, problemOf, siteOf, sourceOf } from "../support/articles.ts";

const path = "2022-03-12-a.md";
const rest = "date: 2022-03-12 02:00:40 +0800\ncategories: nantongribao\n";
const usual = "/nantongribao/2022/03/12/a.html";

test.each([
  ["a colon in the title", `title: 南通: 项目\n${rest}`, usual],
  ["a title that is not closed", `title: "南通\n${rest}`, usual],
  ["a title that is a mapping", `title:\n  a: b\n${rest}`, usual],
  ["two faulty keys", `title: 南通: 项目\nsource: @报\n${rest}`, usual],
  ["a title that is too long", `title: ${"长".repeat(400)}\n${rest}`, usual],
  ["no title and no text", rest, usual],
  ["an alias", `title: 好\nauthor: *x\n${rest}`, usual],
  ["a permalink of its own", `title: 南通: 项目\npermalink: /special/x.html\n${rest}`, "/special/x.html"],
  ["a date in the name alone", "title: 南通: 项目\ncategories:\n  - nantongribao\n", usual],
  ["a date that is wrong", "title: 好\ndate: 2022-13-12\ncategories: nantongribao\n", undefined],
  ["categories that are wrong", `title: 好\ndate: 2022-03-12\ncategories: @x\n`, undefined],
  [
    "more faults than are worth the trouble",
    Array.from({ length: 9 }, (_, at) => `k${at}: @\n`).join("") + rest,
    undefined,
  ],
])("the address of a file with %s", (_, frontMatter, address) => {
  const source = sourceOf(`---\n${frontMatter}---\n`, path);
  expect(problemOf(() => articleOf(source.text, { path }))).toMatchObject({ path });
  expect(heldBackAddress(source, siteOf())).toBe(address);
});

test.each([
  ["no front matter", "<p>正文。</p>"],
  ["front matter that is not closed", `---\ntitle: 好\n${rest}`],
  ["front matter in another language", `---toml\ntitle: 好\n---\n`],
])("nobody can tell the address of a file with %s", (_, text) => {
  expect(heldBackAddress(sourceOf(text, path), siteOf())).toBeUndefined();
});

test("it is the address that the mended file has", () => {
  const bad = `---\ntitle: 南通: 项目\ntags: [一, 二]\n${rest}slug: 项目\n---\n<p>正文。</p>`;
  const good = bad.replace("南通: 项目", '"南通: 项目"');
  expect(heldBackAddress(sourceOf(bad, path), siteOf())).toBe(articleOf(good, { path }).permalink);
});
