import { expect, test } from "vitest";
import type { Run } from "../../../src/import/formats/pdfRuns.ts";
import { textOf } from "../../../src/import/formats/pdfSpaces.ts";

/** Runs of type of size 10: their texts, and how wide they are and the white before them, in sizes. */
function line(...runs: readonly (readonly [text: string, width: number, gap: number])[]): readonly Run[] {
  let right = 0;
  return runs.map(([text, width, gap]) => {
    const left = right + gap * 10;
    right = left + width * 10;
    return { text, left, right, top: 0, bottom: 10, size: 10, isBold: false };
  });
}

test.each<[string, readonly Run[], string]>([
  [
    "a line that is justified has none",
    line(["港", 1, 0], ["口", 1, 0.11], ["集 团 负 责", 4.33, 0.11]),
    "港口集团负责",
  ],
  [
    "nor one that is justified loosely",
    line(["港", 1, 0], ["口", 1, 0.3], ["集", 1, 0.3], ["团，", 2.3, 0.3]),
    "港口集团，",
  ],
  ["a narrow one between words is kept", line(["本报记者", 4, 0], ["黄", 1, 0.26], ["海", 1, 0]), "本报记者 黄海"],
  ["and one within a run", line(["项目为王 逐浪前行", 8.26, 0]), "项目为王 逐浪前行"],
  ["a wide one is kept", line(["王", 1, 0], ["玮", 1, 0.5]), "王 玮"],
  ["characters set wide are not parted", line(["编", 1, 0], ["者", 1, 0.5], ["按", 1, 0.5]), "编者按"],
  ["Latin words are parted by less", line(["Nantong", 3.5, 0], ["Daily", 2.5, 0.25]), "Nantong Daily"],
])("of spaces: %s", (_, runs, text) => {
  expect(textOf(runs)).toBe(text);
});
