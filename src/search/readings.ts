import type * as PinyinPro from "pinyin-pro";
import { installed } from "../installed.ts";
import { kept } from "../kept.ts";

/** The rows of GB 2312 that hold Han characters, by the first of their two bytes, and the cells of a row. */
const [firstRow, lastRow, firstCell, lastCell] = [0xb0, 0xf7, 0xa1, 0xfe];

/**
 * How the 6,763 characters of GB 2312 are read aloud, every reading of each: a title is found by any of them.
 * @returns a line for each syllable, without tones: the syllable and its characters, `nan南男难…`; sounds without a
 *   vowel (嗯, 呣) are left out
 */
export function readingsTable(): string {
  return kept("readings.txt", makeTable);
}

function makeTable(): string {
  const { pinyin } = installed("pinyin-pro") as typeof PinyinPro;
  const characters = new Map<string, string>();
  const decoder = new TextDecoder("gb18030");
  for (let row = firstRow; row <= lastRow; row++) {
    for (let cell = firstCell; cell <= lastCell; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const readings = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
      for (const syllable of new Set(readings.filter((reading) => /^[a-z]*[aeiouv][a-z]*$/.test(reading)))) {
        characters.set(syllable, (characters.get(syllable) ?? "") + character);
      }
    }
  }
  const syllables = [...characters.keys()].sort();
  return syllables.map((syllable) => syllable + characters.get(syllable)!).join("\n");
}
