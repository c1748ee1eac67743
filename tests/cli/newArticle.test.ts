import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfTitle, newDate, newFile } from "../../src/cli/newArticle.ts";
import { oneLine } from "../../src/characters.ts";
import { limits } from "../../src/limits.ts";
import { articleOf } from "../support/articles.ts";

const date = "2022-03-11 02:00:40 +0800";

test("a file has what is known of the article, and nothing else", () => {
  expect(newFile({ title: '甲"乙"', date, tags: [] })).toEqual({
    name: "2022-03-11-甲-乙.md",
    text: `---\nlayout: post\ntitle: "甲\\"乙\\""\ndate: ${date}\n---\n\n`,
  });
  const whole = newFile({ title: "甲", date, category: "nantongribao", tags: ["丙", "丁 戊"], source: "南通日报" });
  expect(whole.text).toContain('category: "nantongribao"\ntags: ["丙", "丁 戊"]\nsource: "南通日报"\n---\n');
  expect(newFile({ title: "甲", date, tags: ["丙"] }).text).toContain('tag: "丙"\n');
});

test("whatever is written into a file is read from it again", () => {
  const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map(oneLine).filter(Boolean);
  fc.assert(
    fc.property(words, fc.uniqueArray(words, { minLength: 2, maxLength: 3 }), words, (title, tags, source) => {
      fc.pre(!/[<&]/.test(title));
      const { text, name } = newFile({ title, date, tags, source });
      const article = articleOf(`${text}<p>正文。</p>`, { path: name });
      expect([article.title, article.source]).toEqual([title, source]);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(limits.nameBytes);
    }),
  );
});

test.each([
  ["2022-03-11", "2022-03-11"],
  ["2022年3月11日", "2022-03-11"],
  ["2022/3/11 2:00", "2022-03-11 02:00 +0800"],
  ["2022-03-10T18:00:40Z", "2022-03-11 02:00:40 +0800"],
])("the date %s is written %s", (written, proper) => {
  expect(newDate(written, "Asia/Shanghai")).toEqual({ date: proper });
});

test("a date that is none is told in both languages", () => {
  expect(newDate("2022-02-30", "Asia/Shanghai")).toEqual({
    fault: {
      en: 'date is "2022-02-30": month 2 of 2022 has no day 30. Write YYYY-MM-DD HH:MM:SS +0800.',
      zh: "日期“2022-02-30”有误：2022 年 2 月没有 30 日。请写成 YYYY-MM-DD HH:MM:SS +0800。",
    },
  });
});

test("a title is one line of some characters, not too many", () => {
  expect(faultOfTitle("甲")).toBeUndefined();
  expect(faultOfTitle(" \u200e ")?.zh).toContain("标题");
  expect(faultOfTitle("长".repeat(limits.titleCharacters + 1))?.en).toContain("300");
});
