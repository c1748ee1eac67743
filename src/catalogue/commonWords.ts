import { tableOf } from "../characters.ts";

/** Fewer characters in common are chance: 项目, 发展. */
const shortest = 3;

/** What words are made of; all else parts them. */
const letters = tableOf(/[\p{L}\p{N}]/u);

/** With these no word that says something begins or ends: particles, prepositions, conjunctions, measures of time. */
const loose =
  /^[的了着过在和与及或是为将等对从到向把被让以于而但也又都就再更最很这那其之所并由个名家年月日]+|[的了着过在和与及或是为将等对从到向把被让以于而但也又都就再更最很这那其之所并由个年月日]+$/g;

/** What is only a number says nothing: 2023. */
const onlyNumber = /^[\d年月日]+$/;

const twoLatin = /^[A-Za-z\d]{2}$/;

/**
 * The longest words that two titles have in common. No dictionary is asked: it would make other pages on another
 * machine.
 * @param one - a title
 * @param other - another
 * @returns three characters or more that stand in both, the first of equally long ones; else the empty text
 */
export function commonWords(one: string, other: string): string {
  let best = "";
  // Lengths of the runs that end at each unit of the other title, for the unit of the first before this one, and this.
  let [above, row] = [new Uint16Array(other.length + 1), new Uint16Array(other.length + 1)];
  for (let at = 0; at < one.length; at++) {
    const unit = one.charCodeAt(at);
    for (let index = 0; index < other.length; index++) {
      const isSame = letters[unit] === 1 && unit === other.charCodeAt(index);
      const length = isSame ? above[index]! + 1 : 0;
      row[index + 1] = length;
      if (length > best.length) best = one.slice(at + 1 - length, at + 1);
    }
    [above, row] = [row, above];
  }
  const words = best.replace(loose, "");
  return words.length < shortest || onlyNumber.test(words) || isCut(words, one) || isCut(words, other) ? "" : words;
}

/** Whether words begin or end within a longer word or number of Latin letters or figures. */
function isCut(words: string, title: string): boolean {
  const at = title.indexOf(words);
  const end = at + words.length;
  return twoLatin.test(title.slice(at - 1, at + 1)) || twoLatin.test(title.slice(end - 1, end + 1));
}
