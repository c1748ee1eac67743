import * as fc from "fast-check";
import { expect, test } from "vitest";
import { layName } from "../../../src/render/cards/layName.ts";

const width = 1032;

test.each([
  ["", 128, []],
  ["南通日报新闻", 128, ["南通日报新闻"]],
  ["区域经济新闻档案", 104, ["区域经济新闻档案"]],
  ["东方财富网滚动新闻中心频道", 104, ["东方财富网滚动新闻", "中心频道"]],
  ["China Daily", 128, ["China Daily"]],
  ["Nantong Economic Herald", 104, ["Nantong Economic", "Herald"]],
] as const)("%s is set in %i px, as %j", (name, size, lines) => {
  expect(layName(name, width)).toEqual({ size, lines });
});

test("a name that fits into no type is cut off after the last line that there is room for", () => {
  const { lines, size } = layName("新".repeat(100), width);
  expect(size).toBe(52);
  expect(lines.map((line) => line.length)).toEqual([18, 18, 18, 19]);
  expect(lines.at(-1)!.endsWith("新…")).toBe(true);
});

test("nothing of a name is lost unless it ends in an ellipsis, and no line is too long", () => {
  const name = fc.string({ unit: fc.constantFrom("新", "闻", "a", "W", " ", "（"), maxLength: 90 });
  fc.assert(
    fc.property(name, (words) => {
      const { lines, size } = layName(words, width);
      const said = lines.join("").replaceAll(" ", "");
      const [kept = "", ...rest] = said.split("…");
      const all = words.replaceAll(" ", "");
      expect(all.startsWith(kept)).toBe(true);
      expect(rest).toEqual(kept === all ? [] : [""]);
      for (const line of lines) {
        const han = line.match(/[^ aW]/g)?.length ?? 0;
        expect((han + 0.5 * (line.length - han)) * size).toBeLessThanOrEqual(width);
      }
    }),
  );
});
