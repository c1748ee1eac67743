import { PassThrough } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { askChoice, askIn, askSeveral, askText, askYes, type Choice, type Terminal } from "../../src/cli/ask.ts";
import { askArticle, type Beginning } from "../../src/cli/askArticle.ts";
import { archiveOf } from "../support/archives.ts";

const [enter, tab, down, ctrlC] = ["\r", "\t", "\u001b[B", "\u0003"];

/** A terminal at which someone types: each part once the one before has been heard. */
function typing(...keys: readonly string[]): Terminal & { readonly shown: () => string } {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (words: Buffer) => (shown += words.toString()));
  let at = 0;
  const timer = setInterval(() => {
    if (at < keys.length) input.write(keys[at++]);
    else clearInterval(timer);
  }, 40);
  return { input, output, shown: () => shown };
}

const choices: readonly Choice[] = [
  { value: "nantongribao", label: "nantongribao 南通日报 · 214 篇", also: "nantongribao" },
  { value: "xinhuaribao", label: "xinhuaribao 新华日报 · 3 篇", also: "xinhuaribao" },
];
const list = { message: "类别", choices, own: (typed: string) => `新建“${typed}”` };

test("a text is asked for, and asked again when it will not do", async () => {
  const validate = (typed: string) => (typed === "" ? "请填写" : undefined);
  const terminal = typing(enter, " 标题 ", enter);
  expect(await askText({ message: "标题", validate }, terminal)).toBe("标题");
  expect(terminal.shown()).toContain("请填写");
});

test("what is there to begin with is taken with Enter", async () => {
  expect(await askText({ message: "日期", initial: "2022-03-11" }, typing(enter))).toBe("2022-03-11");
});

test("one of a list is found as it is typed, by its name or its pinyin", async () => {
  expect(await askChoice(list, typing("新华", enter))).toBe("xinhuaribao");
  expect(await askChoice(list, typing("xinhua", enter))).toBe("xinhuaribao");
  expect(await askChoice(list, typing(down, enter))).toBe("xinhuaribao");
});

test("what is not in the list is taken as it is typed", async () => {
  const terminal = typing("海门日报", enter);
  expect(await askChoice(list, terminal)).toBe("海门日报");
  expect(terminal.shown()).toContain("新建“海门日报”");
});

test("several are chosen, some to begin with", async () => {
  expect(await askSeveral(list, ["nantongribao"], typing(enter))).toEqual(["nantongribao"]);
  expect(await askSeveral(list, ["nantongribao"], typing("新华", tab, enter))).toEqual(["nantongribao", "xinhuaribao"]);
});

test("in Chinese the prompts say nothing in English of themselves", async () => {
  askIn("zh");
  onTestFinished(() => askIn("en"));
  const own = { message: "类别", choices: [{ value: "甲", label: "甲" }] };
  const [one, several] = [typing("甲", enter), typing("乙", "\u007f", "甲", tab, enter)];
  await askChoice(own, one);
  await askSeveral(own, [], several);
  // oxlint-disable-next-line no-control-regex -- What sets colours and moves the cursor.
  const said = (one.shown() + several.shown()).replace(/\u001b\[[\d;?]*[a-zA-Z]/g, "");
  expect(said).toContain("查找：");
  expect(said).toContain("回车：确认");
  expect(said).toContain("没有找到");
  expect(new Set(said.match(/[A-Za-z]+/g))).toEqual(new Set(["Tab"]));
});

test("yes or no is no unless it is said", async () => {
  expect(await askYes({ message: "继续？" }, typing(enter))).toBe(false);
  expect(await askYes({ message: "继续？" }, typing("y"))).toBe(true);
});

test("Ctrl-C cancels every question", async () => {
  expect(await askText({ message: "标题" }, typing(ctrlC))).toBeUndefined();
  expect(await askChoice(list, typing(ctrlC))).toBeUndefined();
  expect(await askSeveral(list, [], typing(ctrlC))).toBeUndefined();
  expect(await askYes({ message: "继续？" }, typing(ctrlC))).toBeUndefined();
});

const archive = archiveOf({
  "a.md": {
    title: "百亿级项目缘何落子南通开发区",
    categories: "nantongribao",
    tags: "南通日报新闻",
    source: "南通日报",
  },
  "b.md": { title: "别的文章", categories: "emnews", tags: "东财滚动新闻" },
});
const beginning: Beginning = {
  now: "2022-03-11 02:00:40 +0800",
  timeZone: "Asia/Shanghai",
  archive,
  nameOf: ({ path }) => `posts/${path}`,
};

test("of an article all is asked for that is missing, completed from the archive", async () => {
  const terminal = typing("新的文章", enter, enter, "nantong", enter, enter, enter);
  expect(await askArticle(beginning, "zh", terminal)).toEqual({
    title: "新的文章",
    date: "2022-03-11 02:00:40 +0800",
    category: "nantongribao",
    tags: ["南通日报新闻"],
    source: "南通日报",
  });
});

test("what is given is not asked for", async () => {
  const given = { title: "新的文章", date: "2022-03-01", category: "emnews", tags: [], source: "" };
  expect(await askArticle({ ...beginning, ...given }, "zh", typing())).toEqual(given);
});

test("a title that is there already is told with its article, and the question is whether to go on", async () => {
  const terminal = typing(enter);
  const title = "百亿级项目缘何“落子”南通开发区";
  expect(await askArticle({ ...beginning, title }, "zh", terminal)).toBeUndefined();
  expect(terminal.shown()).toContain("posts/a.md");
});

test("a date that is none is asked for again", async () => {
  const given = { title: "新的文章", category: "emnews", tags: [], source: "" };
  const erase = "\u007f".repeat(30);
  const terminal = typing(erase, "2022-02-30", enter, erase, "2022年3月1日", enter);
  expect(await askArticle({ ...beginning, ...given }, "zh", terminal)).toMatchObject({ date: "2022-03-01" });
  expect(terminal.shown()).toContain("没有 30 日");
});
