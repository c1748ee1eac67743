import { expect, test } from "vitest";
import { plainText } from "../../../src/import/formats/plainForms.ts";

test.each([
  ["⼀⽉⼝", "一月口"],
  ["⻅⻋⻓⻔", "见车长门"],
  ["ﬁnﬂow", "finflow"],
  ["︐︒︵记者︶﹁港﹂", "，。（记者）「港」"],
  ["⻔⼾橡㬵", "门户橡胶"],
  ["⸺南通开发区", "——南通开发区"],
  ["一月口，。“”（）—…·　ＡＢ", "一月口，。“”（）—…·　ＡＢ"],
])("%s is read as %s", (glyphs, text) => expect(plainText(glyphs)).toBe(text));
