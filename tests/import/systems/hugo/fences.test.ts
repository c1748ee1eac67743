import { expect, test } from "vitest";
import { splitHugo } from "../../../../src/import/systems/hugo/fences.ts";
import { parseSettings } from "../../../../src/import/systems/settings.ts";

test.each<[what: string, text: string, keys: Record<string, unknown>, bodyLine: number]>([
  ["YAML", "---\ntitle: 甲\n---\n正文", { title: "甲" }, 4],
  [
    "TOML",
    '+++\ntitle = "甲"\ndate = 2022-03-11T02:00:40+08:00\n+++\n正文',
    { title: "甲", date: "2022-03-11T02:00:40.000+08:00" },
    5,
  ],
  ["TOML with a day alone", "+++\ndate = 2022-03-11\n+++\n正文", { date: "2022-03-11" }, 4],
  ["JSON", '{\n"title": "} 甲 \\"{"\n}\n正文', { title: '} 甲 "{' }, 4],
])("front matter in %s is parted from the body", (_, text, keys, bodyLine) => {
  const fenced = splitHugo(text)!;
  expect(parseSettings(fenced.frontMatter, fenced.format)).toEqual(keys);
  expect(fenced).toMatchObject({ body: "正文", bodyLine });
});

test.each(["正文", "---\ntitle: 甲\n", '{"title": "甲"', "+++\n"])("%j has none", (text) => {
  expect(splitHugo(text)).toBeUndefined();
});

test("keys that reach JavaScript's own objects are left out", () => {
  expect(Object.keys(parseSettings('{"__proto__": {"a": 1}, "b": 2}', "json"))).toEqual(["b"]);
});
