import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mergeCopies, mergeDuplicates, notesOnCopies } from "../../src/catalogue/duplicates.ts";
import { articlesOf, entriesOf, type Files } from "../support/archives.ts";

const title = "百亿级项目缘何落子";
const sentences = ["项目为王。", "引领产业振兴。", "企业落户南通。", "第一年达产。", "服务是关键。", "全市开工。"];
const body = `<p>${sentences.join("")}</p>`;
const other = "<p>另一家公司。发布了公告。股价上涨。投资者关注。市场反应平稳。分析师看好。</p>";
const [plain, wire] = ["2022-03-11-202203112305042277.md", "2022-03-11-NW202203112305042277.md"];

/** The files of each page, the one that keeps it first. */
function pagesOf(files: Files) {
  return mergeDuplicates(articlesOf(files)).map(({ article, copies }) => [article, ...copies].map(({ path }) => path));
}

test("the same title and text on the same day are one page", () => {
  expect(pagesOf({ "b.md": { title, body }, "a.md": { title, body } })).toEqual([["a.md", "b.md"]]);
});

test("of two copies the one whose day is known keeps the page", () => {
  const rough = { title, body, date_precision: "month" };
  expect(pagesOf({ "a.md": rough, "b.md": { title, body } })).toEqual([["b.md", "a.md"]]);
});

test("white space does not make another text", () => {
  const spaced = `<p>${sentences.join(" ")}</p>\n`;
  expect(pagesOf({ "a.md": { title, body }, "b.md": { title, body: spaced } })).toEqual([["a.md", "b.md"]]);
});

test.each([
  ["on another day", { title, body, date: "2022-03-12 02:00:40 +0800" }],
  ["on the day after in the site's time zone", { title, body, date: "2022-03-11 16:00:00 +0000" }],
  ["under another title", { title: "另一个标题", body }],
])("the same text %s is another page", (_, keys) => {
  expect(pagesOf({ "a.md": { title, body }, "b.md": keys })).toEqual([["a.md"], ["b.md"]]);
});

test.each([
  ["texts", body, other],
  ["quotations", "> 甲公司停牌。", "> 乙公司复牌。"],
  ["pictures", '<p><img src="/1.png" alt="一"></p>', '<p><img src="/2.png" alt="二"></p>'],
])("different %s under one title are two pages", (_, one, another) => {
  expect(pagesOf({ "a.md": { title, body: one }, "b.md": { title, body: another } })).toEqual([["a.md"], ["b.md"]]);
});

test.each([
  ["without a lead", body, body],
  ["with a lead in one of them", body, `> ${sentences[0]}\n\n${body}`],
  ["with a lead in the other", `> ${sentences[0]}\n\n${body}`, body],
  ["with one sentence changed", body, body.replace("第一年", "第二年")],
])("a pair DATE-ID and DATE-NWID of one text is one page: %s", (_, one, another) => {
  const pages = pagesOf({ [plain]: { title, body: one }, [wire]: { title: `${title}（图）`, body: another } });
  expect(pages.map((page) => page.toSorted())).toEqual([[plain, wire]]);
});

test.each([
  ["the texts differ", wire, { title, body: other }],
  ["one has only a little of the other", wire, { title, body: `<p>${sentences[0]}${other.slice(3)}` }],
  ["the numbers differ", "2022-03-11-NW202203112305042278.md", { title: "另一个标题", body }],
])("a pair is two pages when %s", (_, path, keys) => {
  expect(pagesOf({ [plain]: { title, body }, [path]: keys })).toEqual([[plain], [path]]);
});

test("a pair whose dates fall on either side of midnight is one page", () => {
  const late = { title, body, date: "2022-03-10 23:50:00 +0800" };
  expect(pagesOf({ [plain]: late, [wire]: { title, body } })).toEqual([[plain, wire]]);
});

test("thousands of texts that share a number are laid side by side all the same", () => {
  const files = Array.from({ length: 2000 }, (_, index) => [
    `${index}/${wire}`,
    { title: `第${index}篇`, body: `<p>${Array.from({ length: 64 }, (__, n) => `第${index}之${n}句。`).join("")}</p>` },
  ]);
  expect(pagesOf(Object.fromEntries(files))).toHaveLength(2000);
});

test("a pair is found beside a different text of the same number", () => {
  const pages = pagesOf({
    [`a/${plain}`]: { title: "别的文章", body: other },
    [`b/${plain}`]: { title, body },
    [`b/${wire}`]: { title: `${title}（图）`, body },
  });
  expect(pages).toEqual([[`a/${plain}`], [`b/${plain}`, `b/${wire}`]]);
});

test("the copy with the most text keeps the page", () => {
  const pages = pagesOf({ [plain]: { title, body }, [wire]: { title, body: `> ${sentences[0]}\n\n${body}` } });
  expect(pages).toEqual([[wire, plain]]);
});

test("copies of copies are one page", () => {
  const pages = pagesOf({
    "a.md": { title, body },
    [plain]: { title, body },
    [wire]: { title: `${title}（图）`, body },
  });
  expect(pages.map((page) => page.toSorted())).toEqual([[plain, wire, "a.md"]]);
});

test("pages stand in order of the path that keeps them", () => {
  const [short, long] = ["2022-03-11-202203110000000001.md", "2022-03-11-NW202203110000000001.md"];
  const pages = pagesOf({
    [short]: { title, body },
    "2022-03-11-M.md": {},
    [long]: { title, body: `> ${sentences[0]}\n\n${body}` },
  });
  expect(pages).toEqual([["2022-03-11-M.md"], [long, short]]);
});

test("a copy is noted with the file that keeps the page", () => {
  const [page] = mergeCopies(entriesOf(articlesOf({ "a.md": { title, body }, "b.md": { title, body } })));
  expect(notesOnCopies(page!)).toEqual([
    { rule: "merged", path: "b.md", line: 1, column: 1, values: { other: "a.md" } },
  ]);
});

test("every file is in one page, the same whatever the order in which they come", () => {
  const bodies = [body, body.replace("第一年", "第二年"), `> ${sentences[0]}\n\n${body}`, other];
  const names = [plain, wire, "2022-03-11-a.md", "2022-03-11-b.md", "2022-03-12-a.md"];
  const articles = articlesOf(
    Object.fromEntries(
      names.flatMap((name, n) => bodies.map((text, b) => [`${b}/${name}`, { title: `${n}`, body: text }])),
    ),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray([...articles]), (some) => {
      const pages = mergeDuplicates(some);
      const paths = pages.map((page) => [page.article, ...page.copies].map(({ path }) => path));
      expect(paths.flat().toSorted()).toEqual(some.map(({ path }) => path).toSorted());
      expect(mergeDuplicates(some.toReversed())).toEqual(pages);
    }),
  );
});
