import { expect, test } from "vitest";
import { archiveOf, entryOf, type Files } from "../support/archives.ts";

const title = "百亿级项目缘何落子开发区";
const sentences = ["项目为王。", "引领产业振兴。", "企业落户南通。", "第一年达产。", "服务是关键。", "全市开工。"];
const body = `<p>${sentences.join("")}</p>`;
const other = "<p>另一家公司。发布了公告。股价上涨。投资者关注。市场反应平稳。分析师看好。</p>";
const wire = (day: number, code: string) => `2022-03-${day}-20220311${code.padStart(10, "0")}.md`;

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
])("another paper's article under the title %s is a reprint", (_, heading) => {
  const files = {
    "a.md": { title, body, source: "南通日报" },
    "b.md": { title: heading, body: other, source: "券商中国", date: "2022-03-12" },
  };
  expect(reprintsOf(files, "a.md")).toEqual([["b.md", false]]);
});

test.each<[string, Files[string]]>([
  ["in the same paper", { title, body: other, source: "南通日报" }],
  ["in a paper that is not known", { title, body: other }],
  ["a week later", { title, body: other, source: "券商中国", date: "2022-03-18" }],
])("another text under one title %s is another article", (_, keys) => {
  expect(reprintsOf({ "a.md": { title, body, source: "南通日报" }, "b.md": keys }, "a.md")).toEqual([]);
});

test("a short title is many articles' title", () => {
  const files = {
    "a.md": { title: "今日要闻", body, source: "南通日报" },
    "b.md": { title: "今日要闻", body: other, source: "券商中国" },
  };
  expect(reprintsOf(files, "a.md")).toEqual([]);
});

test("where the wire's numbers give sketches of texts, they speak, and not the papers", () => {
  const changed = `<p>${[...sentences.slice(0, 4), "又添了一句。", "再添一句。"].join("")}</p>`;
  const [one, two, three] = [wire(11, "1"), wire(11, "2"), wire(12, "3")];
  const files = {
    [one]: { title, body, source: "南通日报" },
    [two]: { title, body: changed, source: "南通日报" },
    [three]: { title, body: other, source: "券商中国", date: "2022-03-12" },
  };
  expect(reprintsOf(files, one)).toEqual([[two, false]]);
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
