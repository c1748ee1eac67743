import { expect, test, vi } from "vitest";
import { OpenEntry } from "../../src/catalogue/entry.ts";
import { archiveOf, entryOf, type Files } from "../support/archives.ts";

const title = "百亿级项目缘何落子开发区";
const sentences = ["项目为王。", "引领产业振兴。", "企业落户南通。", "第一年达产。", "服务是关键。", "全市开工。"];
const body = `<p>${sentences.join("")}</p>`;
const changed = `<p>${[...sentences.slice(0, 4), "又添了一句。", "再添一句。"].join("")}</p>`;
const cut = `<p>本刊今日转载。${sentences.slice(0, 2).join("")}下文从略。另有一句。</p>`;
const other = "<p>另一家公司。发布了公告。股价上涨。投资者关注。市场反应平稳。分析师看好。</p>";

/** What is shown with an article: the file of the other, and whether the text is the same. */
function reprintsOf(files: Files, path: string) {
  return entryOf(archiveOf(files), path).reprints.map(({ entry, isSameText }) => [entry.path, isSameText]);
}

test.each([
  ["under another title", { title: "又一个标题", body }],
  ["on another day", { title, body, date: "2022-08-12" }],
])("the same text %s is a reprint", (_, keys) => {
  const files = { "a.md": { title, body }, "b.md": keys };
  expect(reprintsOf(files, "a.md")).toEqual([["b.md", true]]);
  expect(reprintsOf(files, "b.md")).toEqual([["a.md", true]]);
});

test("a few words are no text that could be the same", () => {
  const short = "<p>图片新闻。</p>";
  expect(reprintsOf({ "a.md": { title, body: short }, "b.md": { title: "又一个标题", body: short } }, "a.md")).toEqual(
    [],
  );
});

test.each([
  ["as it is", title],
  ["in quotation marks and spaces of its own", "“百亿级”项目 缘何落子 开发区"],
  ["with a note on pictures", `${title}（组图）`],
])("nearly the same text under the title %s is a reprint", (_, heading) => {
  const files = {
    "a.md": { title, body, source: "南通日报" },
    "b.md": { title: heading, body: cut, source: "券商中国", date: "2022-03-12" },
  };
  expect(reprintsOf(files, "a.md")).toEqual([["b.md", false]]);
});

test.each<[string, Files[string]]>([
  ["in the same paper", { source: "南通日报" }],
  ["in a paper that is not known", {}],
  ["in another paper", { source: "券商中国" }],
  ["in another paper, but for one sentence", { source: "券商中国", body: other.replace("<p>", "<p>项目为王。") }],
])("another text under one title %s is another article", (_, keys) => {
  const files = { "a.md": { title, body, source: "南通日报" }, "b.md": { title, body: other, ...keys } };
  expect(reprintsOf(files, "a.md")).toEqual([]);
});

test("nearly the same text a week later is another article", () => {
  const later = { title, body: changed, source: "券商中国", date: "2022-03-18" };
  expect(reprintsOf({ "a.md": { title, body, source: "南通日报" }, "b.md": later }, "a.md")).toEqual([]);
});

test.each(["2022-03-11", "2022-03-12"])(
  "a text of which one word is another is found under another title on %s",
  (date) => {
    const paragraphs = Array.from({ length: 20 }, (_, at) => `<p>北港码头第${at}个泊位稳步推进。</p>`).join("");
    const files = {
      "a.md": { title: "北港码头五号泊位正式投入运营", body: paragraphs, source: "江海日报" },
      "b.md": {
        title: "五号泊位投运 北港再添新动能",
        body: paragraphs.replace("稳步", "扎实"),
        source: "江海晚报",
        date,
      },
    };
    expect(reprintsOf(files, "a.md")).toEqual([["b.md", false]]);
    expect(reprintsOf(files, "b.md")).toEqual([["a.md", false]]);
  },
);

test("of three printings each knows both others", () => {
  const files = {
    "a.md": { title, body },
    "b.md": { title: "产业振兴看项目", body, date: "2022-03-12" },
    "c.md": { title, body: body.replace("</p>", "责任编辑张三。</p>"), date: "2022-03-12" },
  };
  expect(reprintsOf(files, "b.md")).toEqual([
    ["c.md", false],
    ["a.md", true],
  ]);
  expect(reprintsOf(files, "c.md")).toEqual([
    ["b.md", false],
    ["a.md", false],
  ]);
});

test("half the sentences in common make a reprint only under one title", () => {
  const twice = { title: "又一个标题", body: cut };
  expect(reprintsOf({ "a.md": { title, body }, "b.md": twice }, "a.md")).toEqual([]);
  expect(reprintsOf({ "a.md": { title, body }, "b.md": { ...twice, title } }, "a.md")).toEqual([["b.md", false]]);
});

test("a short title is many articles' title", () => {
  const files = {
    "a.md": { title: "今日要闻", body, source: "南通日报" },
    "b.md": { title: "今日要闻", body: cut, source: "券商中国" },
  };
  expect(reprintsOf(files, "a.md")).toEqual([]);
});

test("no header is read for it", () => {
  const readings = vi.spyOn(OpenEntry.prototype, "article", "get");
  archiveOf({ "a.md": { title, body, source: "南通日报" }, "b.md": { title, body: changed, source: "券商中国" } });
  expect(readings).not.toHaveBeenCalled();
  readings.mockRestore();
});

test("five reprints are shown, the nearest in time first; what very many have in common is none", () => {
  const files = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${index}.md`,
        { body, title: `第${index}次`, date: `2022-03-${String(index + 1).padStart(2, "0")}` },
      ]),
    );
  expect(reprintsOf(files(9), "4.md").map(([path]) => path)).toEqual(["3.md", "5.md", "2.md", "6.md", "1.md"]);
  expect(reprintsOf(files(13), "4.md")).toEqual([]);
});
