import { expect, test } from "vitest";
import { splitHexo } from "../../../../src/import/systems/hexo/fences.ts";

test.each<[what: string, text: string, format: string, frontMatter: string, bodyLine: number]>([
  ["YAML between fences", "---\ntitle: 甲\n---\n正文", "yaml", "title: 甲", 4],
  ["YAML without an opening fence", "title: 甲\ntags: 乙\n---\n正文", "yaml", "title: 甲\ntags: 乙", 4],
  ["JSON between fences", ';;;\n"title": "甲"\n;;;\n正文', "json", '{"title": "甲"}', 4],
  ["JSON without an opening fence", '"title": "甲",\n;;;\n正文', "json", '{"title": "甲"}', 3],
  ["longer fences", "-----\ntitle: 甲\n-----\n正文", "yaml", "title: 甲", 4],
])("%s is front matter", (_, text, format, frontMatter, bodyLine) => {
  expect(splitHexo(text)).toMatchObject({ format, frontMatter, body: "正文", bodyLine });
});

test.each(["正文", "一段话。\n\n---\n\n又一段。", "---\ntitle: 甲\n"])("%j has none", (text) => {
  expect(splitHexo(text)).toBeUndefined();
});
