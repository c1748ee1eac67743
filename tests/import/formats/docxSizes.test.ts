import { expect, test } from "vitest";
import { markBySize } from "../../../src/import/formats/docxSizes.ts";

const paragraph = (text: string, alignment: string | null = null) => ({
  type: "paragraph",
  alignment,
  styleName: null as string | null,
  children: [{ type: "run", fontSize: 12, children: [{ type: "text", value: text }] }],
});
const picture = { type: "paragraph", children: [{ type: "run", children: [{ type: "image" }] }] };
const text = paragraph("谷雨刚过，老茶厂里茶香四溢。停产十一年后，这里的揉捻机又转了起来。");

test.each([
  ["centred below a picture", [text, picture, paragraph("游客在体验炒茶。", "center")], "caption"],
  ["flush below a picture", [text, picture, paragraph("游客在体验炒茶。")], null],
  ["centred below text", [picture, text, paragraph("游客在体验炒茶。", "center")], null],
  ["centred and long", [picture, paragraph("游客在体验炒茶。".repeat(8), "center")], null],
])("a paragraph %s has the style %#", (_, children, style) => {
  markBySize({ type: "document", children });
  expect((children.at(-1) as { styleName?: string | null }).styleName).toBe(style);
});
