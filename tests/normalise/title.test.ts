import { expect, test } from "vitest";
import { readTitle, titleFrom } from "../../src/normalise/title.ts";

test.each([
  ["抓落实促发展， 加快跻身前列", "抓落实促发展， 加快跻身前列"],
  ["  两端\n换行\t ", "两端 换行"],
  ["additional seats <strike>open</strike> gone", "additional seats open gone"],
  ['<font color="red">红</font><br/>字', "红字"],
  ["rel=&quot;willfollowforfood&quot; &amp; more", 'rel="willfollowforfood" & more'],
  ["&lt;b&gt;", "<b>"],
  ["1 < 2 且 3 > 2", "1 < 2 且 3 > 2"],
  ["<Vue> 与 <script>", "<Vue> 与 <script>"],
  ["{{ title }} {% raw %}", "{{ title }} {% raw %}"],
  ["甲\u202E乙\u0000丙\u2028丁", "甲乙丙 丁"],
  ["AT&T 与 R&D", "AT&T 与 R&D"],
  ["\uD83D半个", "\uFFFD半个"],
  ["", ""],
])("the title %j reads %j", (title, text) => {
  expect(readTitle(title)).toBe(text);
});

test.each([
  ["第一句。第二句。", "第一句"],
  ["真的吗？是的。", "真的吗？"],
  ["\n\n  首行；其余", "首行"],
  ["没有句号的一行\n第二行", "没有句号的一行"],
  ["只有一句。", "只有一句"],
  ["", ""],
  [" \n ", ""],
])("the title of a text that begins %j is %j", (text, title) => {
  expect(titleFrom(text)).toBe(title);
});

test("a title made of a long sentence is cut between characters", () => {
  expect(titleFrom("😀".repeat(50))).toBe(`${"😀".repeat(40)}…`);
});
