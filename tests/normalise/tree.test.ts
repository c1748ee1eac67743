import type { ChildNode, Element } from "domhandler";
import { expect, test } from "vitest";
import { elementsIn, holds, linkOf, textOf, withChildren } from "../../src/normalise/tree.ts";
import { parseHtml, serialise } from "../../src/parse/html.ts";

const treeOf = (html: string) => parseHtml(html);
const rootsOf = (html: string): readonly ChildNode[] => treeOf(html).children;

test.each([
  ["<p>甲<b>乙</b></p>", "甲乙"],
  ["<p>  甲  </p>", "甲"],
  ["<p>甲<br>two</p>", "甲 two"],
  ["<ul><li>one</li><li>two</li></ul>", "one two"],
  ["<p>甲<!-- 注 -->乙</p>", "甲乙"],
  ["<td>a</td><td>b</td>", "a b"],
  ["<p></p>", ""],
])("a reader reads %s as %j", (html, text) => {
  expect(textOf(rootsOf(html))).toBe(text);
});

test("an element gets children that stood elsewhere, in order", () => {
  const [paragraph, division] = rootsOf("<p>甲<em>乙</em></p><div></div>") as readonly [Element, Element];
  const moved = withChildren(division, paragraph.children);
  expect(serialise([moved])).toBe("<div>甲<em>乙</em></div>");
  expect(moved.children.map(({ parent, prev, next }) => [parent === moved, prev?.type, next?.type])).toEqual([
    [true, undefined, "tag"],
    [true, "text", undefined],
  ]);
});

test("a link has its words escaped", () => {
  const link = linkOf({ href: '/x"y.html' }, "看<图>");
  expect(serialise([link])).toBe('<a href="/x&quot;y.html">看&lt;图&gt;</a>');
});

test("elements are listed outermost first, in document order", () => {
  expect(elementsIn(treeOf("<ul><li>甲<b>乙</b></li><li></li></ul><p></p>")).map(({ name }) => name)).toEqual([
    "ul",
    "li",
    "b",
    "li",
    "p",
  ]);
});

test("an element holds what is in it at any depth, not itself", () => {
  const tree = treeOf("<p><a><em>甲</em></a></p>");
  expect(["p", "a", "em", "ul"].filter((name) => holds(tree, (element) => element.name === name))).toEqual([
    "p",
    "a",
    "em",
  ]);
  expect(holds(tree.children[0] as Element, (element) => element.name === "p")).toBe(false);
});
