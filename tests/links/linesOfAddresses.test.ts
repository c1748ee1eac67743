import { expect, test } from "vitest";
import { linesOfAddresses } from "../../src/links/linesOfAddresses.ts";

test.each([
  ['<a href="https://a.example/x?a=1&amp;b=2">甲</a>', "https://a.example/x?a=1&b=2"],
  ["见[原文](https://a.example/x)。", "https://a.example/x"],
  ["见（https://a.example/x）。", "https://a.example/x"],
  ["原文https://a.example/x，又", "https://a.example/x"],
  ["original: https://a.example", "https://a.example/"],
  ["<https://a.example/x#part>", "https://a.example/x"],
  ['<img src="//a.example/p.png">', "https://a.example/p.png"],
  ["https://a.example/新闻", "https://a.example/%E6%96%B0%E9%97%BB"],
  ["https://a.example/wiki/A_(b)", "https://a.example/wiki/A_(b)"],
])("%s names %s", (line, address) => {
  expect(linesOfAddresses(`---\ntitle: 甲\n${line}\n`).get(address)).toBe(3);
});

test("An address has the line on which it stands first", () => {
  expect(linesOfAddresses("https://a.example/\n\nhttps://a.example/")).toEqual(new Map([["https://a.example/", 1]]));
});

test("What is no address is passed over", () => {
  expect(linesOfAddresses("// a remark\nhttps://[")).toEqual(new Map());
});
