import { expect, test } from "vitest";
import { defaultsFor, isExcluded, readJekyllConfig } from "../../../../src/import/systems/jekyll/config.ts";
import { temporaryFolder, writeFiles } from "../../../support/command.ts";

function configOf(yaml: string) {
  const root = temporaryFolder();
  writeFiles(root, { "_config.yml": yaml });
  return readJekyllConfig(root);
}

test.each<[style: string, posts: string, notes: string]>([
  ["", "/:categories/:year/:month/:day/:title:output_ext", "/:collection/:path:output_ext"],
  ["permalink: pretty", "/:categories/:year/:month/:day/:title/", "/:collection/:path/"],
  ["permalink: ordinal", "/:categories/:year/:y_day/:title:output_ext", "/:collection/:path:output_ext"],
  ["permalink: none", "/:categories/:title:output_ext", "/:collection/:path:output_ext"],
  ["permalink: /blog/:title/", "/blog/:title/", "/:collection/:path/"],
  ["permalink: /blog/:title", "/blog/:title", "/:collection/:path"],
])("%j gives posts %s and collections %s", (style, posts, notes) => {
  const config = configOf(`${style}\ncollections:\n  notes:\n    output: true\n  hidden: {}\n`);
  expect(config.permalink).toBe(posts);
  expect([...config.collections]).toEqual([["notes", notes]]);
});

const layered = `
defaults:
  - scope: { path: "", type: posts }
    values: { author: 甲, lang: en }
  - scope: { path: _posts/a }
    values: { author: 乙 }
  - scope: { path: "_posts/*/deep", type: posts }
    values: { author: 丙 }
  - scope: { path: "", type: drafts }
    values: { author: 丁 }
`;

test.each<[path: string, type: string, values: Record<string, string>]>([
  ["_posts/x.md", "posts", { author: "甲", lang: "en" }],
  ["_posts/a/x.md", "posts", { author: "乙", lang: "en" }],
  ["_posts/a/deep/x.md", "posts", { author: "丙", lang: "en" }],
  ["_drafts/x.md", "drafts", { author: "丁" }],
  ["_notes/x.md", "notes", {}],
])("defaults for %s of %s are %j", (path, type, values) => {
  expect(defaultsFor(configOf(layered), path, type)).toEqual(values);
});

test.each<[path: string, excluded: boolean]>([
  ["_posts/private/a.md", true],
  ["_posts/a.md", false],
  ["_posts/kept/a.md", false],
  ["notes/a.tmp.md", true],
])("%s is left out: %s", (path, excluded) => {
  const config = configOf("exclude: [_posts/private, _posts/kept, '*.tmp.md']\ninclude: [_posts/kept]\n");
  expect(isExcluded(config, path)).toBe(excluded);
});

test("a configuration that cannot be parsed ends the import with its line", () => {
  expect(() => configOf("a: b: c\n")).toThrow(/_config\.yml:1:5  The value has a colon/);
});
