import { expect, test } from "vitest";
import { oldImages, withRootImages } from "../../../src/import/systems/images.ts";

test.each<[text: string, addresses: readonly string[]]>([
  ['![塔](/a.png) ![](b.png "题")', ["/a.png", "b.png"]],
  ["<img alt='x' src=\"../c.png\"><IMG src=d.png>", ["d.png", "../c.png"].toReversed()],
  ["![](https://example.org/a.png) <img src='//example.org/b.png'> ![](data:image/png,x)", []],
  ["[不是图](/a.png) ![](/a.png) ![](/a.png)", ["/a.png"]],
])("the old site's pictures in %j are %j", (text, addresses) => {
  expect(oldImages(text)).toEqual(addresses);
});

test.each<[text: string, whole: string]>([
  ["![塔](pic.png)", "![塔](/posts/a/pic.png)"],
  ['![塔](../pic.png "题")', '![塔](/posts/pic.png "题")'],
  ['<img src="图.png" alt="图.png">', '<img src="/posts/a/图.png" alt="图.png">'],
  ["![](/pic.png) ![](https://example.org/a.png)", "![](/pic.png) ![](https://example.org/a.png)"],
  ["[链接](pic.png)", "[链接](pic.png)"],
])("pictures of %j stand at %j", (text, whole) => {
  expect(withRootImages(text, "/posts/a/")).toBe(whole);
});
