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

/** 升至2018 is 升至; what a number has of Latin letters before it, as in G20, stays. */
const lastNumber = /(?<=\p{Script=Han})\d+$/u;

const twoLatin = /^[A-Za-z\d]{2}$/;

/** Between these two a word ends: 升至 and 2018. Not between these and Han after them: A股, 5亿. */
const beforeLatin = /^\p{Script=Han}[A-Za-z\d]$/u;

/** These are hardly ever a part of a word at its end or beginning. */
const particle = /^[的了]$/;

/**
 * The longest words that two titles have in common. No dictionary is asked: it would make other pages on another
 * machine. So where what is common begins and ends, a word must begin and end in one of the titles for all to see, by
 * its end or a mark: 岸人民币 of 在岸人民币 and 离岸人民币 is none.
 * @param one - a title
 * @param other - another
 * @returns three characters or more that stand in both, the first of equally long ones; else the empty text
 */
export function commonWords(one: string, other: string): string {
  let best = "";
  mark(other, 1);
  for (let at = 0; at + shortest <= one.length; at++) {
    if (!isMarked(one, at)) continue;
    const start = one.slice(at, at + shortest);
    for (let index = other.indexOf(start); index >= 0; index = other.indexOf(start, index + 1)) {
      // Within a longer run that has been looked at.
      if (isSameLetter(one, at - 1, other, index - 1)) continue;
      let length = 0;
      while (isSameLetter(one, at + length, other, index + length)) length++;
      if (length < shortest || length <= best.length) continue;
      const words = wordsIn(one, at, other, index, length);
      if (words.length > best.length) best = words;
    }
  }
  mark(other, 0);
  return best;
}

/** What characters the other title has: to look for each three of the one in it takes many times as long. */
const marks = new Uint8Array(0x10000);

function mark(title: string, as: 0 | 1): void {
  for (let at = 0; at < title.length; at++) marks[title.charCodeAt(at)] = as;
}

/** Whether the other title has each of the shortest words' characters from a place on. */
function isMarked(one: string, at: number): boolean {
  for (let index = at; index < at + shortest; index++) if (marks[one.charCodeAt(index)] === 0) return false;
  return true;
}

function isSameLetter(one: string, at: number, other: string, index: number): boolean {
  const unit = one.charCodeAt(at);
  return letters[unit] === 1 && unit === other.charCodeAt(index);
}

/** The words in what is common from two places on, if they are whole. */
function wordsIn(one: string, at: number, other: string, index: number, length: number): string {
  const common = one.slice(at, at + length);
  const words = common.replace(loose, "").replace(lastNumber, "");
  if (words.length < shortest || onlyNumber.test(words) || isCut(words, one) || isCut(words, other)) return "";
  const start = common.indexOf(words);
  const end = start + words.length;
  const begins = isEdge(one, at + start) || isEdge(other, index + start);
  return begins && (isEdge(one, at + end) || isEdge(other, index + end)) ? words : "";
}

/** Whether words begin or end at a place in a title. */
function isEdge(title: string, at: number): boolean {
  const [before, after] = [title.charAt(at - 1), title.charAt(at)];
  return [before, after].some(isMark) || beforeLatin.test(before + after);
}

/** The end of a title is as good as a mark. */
function isMark(character: string): boolean {
  return character === "" || letters[character.charCodeAt(0)] !== 1 || particle.test(character);
}

/** Whether words begin or end within a longer word or number of Latin letters or figures. */
function isCut(words: string, title: string): boolean {
  const at = title.indexOf(words);
  const end = at + words.length;
  return twoLatin.test(title.slice(at - 1, at + 1)) || twoLatin.test(title.slice(end - 1, end + 1));
}
