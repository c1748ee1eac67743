import { solid } from "../characters.ts";
import { spanOf, type Fate, type Reason, type Span } from "./fate.ts";
import { bareText, isSection, readMasthead, type MastheadWord } from "./masthead.ts";
import { fateOf, isDoubtful, isSure, isTelling } from "./mastheadLine.ts";
import { isAtPageEdge, repeated } from "./repeated.ts";
import {
  caption,
  contactLine,
  emphasised,
  emphasisedEnd,
  frontPage,
  imprint,
  originalLink,
  navigation,
  separator,
  stray,
} from "./rules/phrases.ts";
import { isClosed } from "./sentence.ts";
import { isCitySlogan, isSlogan, isSloganInTwo } from "./slogans.ts";
import type { SourceLine, SourceText } from "./source.ts";
import { widthOf } from "./wrap.ts";

/** A line that is no part of any article's text. */
export interface Furniture {
  readonly span: Span;
  readonly fate: Fate;
  readonly reason: Reason;
  /** What a masthead's line names. */
  readonly words: readonly MastheadWord[];
}

/** A masthead stands among so many of the first lines. */
const headLines = 14;
const footLines = 6;
/** Longer lines are no furniture, characters of full width. */
const longest = 40;

/**
 * Finds what belongs to the page and not to its articles: mastheads, slogans, what each page repeats, separators.
 * @param source - the text
 * @returns the lines that are furniture, by their number
 */
export function findFurniture(source: SourceText): ReadonlyMap<number, Furniture> {
  const { format, lines } = source;
  const found = new Map<number, Furniture>();
  const written = lines.filter(({ text }) => text.trim() !== "");
  const leave = (line: SourceLine, fate: Fate, reason: Reason, words: readonly MastheadWord[] = []) => {
    const span = spanOf(line);
    if (span && !found.has(line.number)) found.set(line.number, { span, fate, reason, words });
  };

  for (const line of written) if (line.role === "outside") leave(line, "outside", "file-says");
  const inside = written.filter(({ role }) => role !== "outside");
  const said = new Set<string>();
  for (const line of repeated(inside)) {
    const words = readMasthead(bareText(line.text));
    // Where a page's head stands first, it says what page it is.
    const key = solid(line.text).replace(/\d+/g, "0");
    const isFirst = words !== undefined && !said.has(key) && isTelling(words);
    said.add(key);
    if (isFirst) leave(line, fateOf(words), "masthead", words);
    else leave(line, "furniture", "repeated");
  }
  let hasText = false;
  for (const [index, line] of inside.entries()) {
    hasText ||= isText(line);
    const bare = bareText(line.text);
    if (separator.test(bare)) leave(line, "furniture", "separator");
    else if ([...navigation, ...frontPage].some((pattern) => pattern.test(bare)))
      leave(line, "furniture", "navigation");
    else if (isStray(bare, inside[index - 1]?.text ?? "")) leave(line, "furniture", "stray");
    else if (!hasText && imprint.test(bare) && isAmongMasthead(inside, index)) leave(line, "furniture", "masthead");
    else if (isSlogan(bare)) leave(line, "furniture", "slogan");
    else if (hasText && emphasised.test(line.text.trim())) {
      leave(line, "furniture", "slogan");
      const next = inside[index + 1];
      if (next?.number === line.number + 1 && emphasisedEnd.test(next.text.trim())) leave(next, "furniture", "slogan");
    } else {
      const next = inside[index + 1];
      if (next && isSloganInTwo(bare, bareText(next.text))) {
        leave(line, "furniture", "slogan");
        leave(next, "furniture", "slogan");
      }
    }
  }
  const firstText = inside.findIndex(isText);
  for (const [index, line] of inside.entries()) {
    const words = readMasthead(bareText(line.text));
    const isNearEnd = index >= inside.length - footLines || line.role === "paragraph";
    if (words && isNearEnd && isSignatureDate(source.lines, line, words)) continue;
    const isContact = words?.every(({ part }) => part === "contact" || part === "rule");
    // 网址：http://www.example.cn above all text is the paper's own.
    if (isContact && index > firstText && contactLine.test(bareText(line.text))) continue;
    const isAtEdge = index < headLines || index >= inside.length - footLines || line.page !== undefined;
    if (
      words &&
      !originalLink.test(line.text.trim()) &&
      (isAtEdge || isSure(words)) &&
      (!isDoubtful(words) || isBesideMasthead(inside, index))
    ) {
      leave(line, fateOf(words), "masthead", words);
    }
  }
  for (const [index, line] of inside.entries()) {
    const beside = [inside[index - 1], inside[index + 1]].map((each) => each && found.get(each.number)?.words.length);
    const [isBeside, isBetween] = [beside.some(Boolean), beside.every(Boolean)];
    if (isBeside && isSection(bareText(line.text))) leave(line, "furniture", "masthead");
    if (isBetween && isCitySlogan(bareText(line.text))) leave(line, "furniture", "slogan");
  }
  if (format !== "html") for (const line of aboveMasthead(inside, found)) leave(line, "furniture", "above-masthead");
  return found;
}

function isText({ text }: SourceLine): boolean {
  return widthOf(text) > longest || (isClosed(text) && widthOf(text) > 15);
}

/** What a scan makes of a fold or a speck; the full stop of the sentence above is none. */
function isStray(text: string, above: string): boolean {
  if (!stray.test(text)) return false;
  const ends = /^[%％‰℃]?[。！？；”’」』）)》】…]+$/.test(text);
  return !ends || isClosed(above) || /[，,、；;：:]$/.test(above.trim());
}

/** The day below the name of who signed, at the end of a letter or an announcement, is not the page's. */
function isSignatureDate(lines: readonly SourceLine[], line: SourceLine, words: readonly MastheadWord[]): boolean {
  if (words.some(({ part }) => part !== "date")) return false;
  const at = lines.indexOf(line);
  const above = lines[at - 1]?.text.trim() ?? "";
  const isLast =
    line.role === "paragraph" ||
    lines.slice(at + 1).every(({ text }) => text.trim() === "" || readMasthead(bareText(text)));
  const isAfterText = lines.slice(0, at - 1).some(isText);
  return isLast && isAfterText && above !== "" && !isClosed(above) && !readMasthead(bareText(above));
}

/** A date, a page or a paper's name stands in one of the two lines above or below. */
function isAmongMasthead(lines: readonly SourceLine[], index: number): boolean {
  return lines
    .slice(Math.max(index - 2, 0), index + 3)
    .some(({ text }) => readMasthead(bareText(text))?.some(({ part }) => /^(?:date|page|paper|number)$/.test(part)));
}

function isBesideMasthead(lines: readonly SourceLine[], index: number): boolean {
  const near = [lines[index - 2], lines[index - 1], lines[index + 1], lines[index + 2]];
  return (
    index === 0 ||
    index === lines.length - 1 ||
    isAtPageEdge(lines, index) ||
    near.some(
      (line) => line && readMasthead(bareText(line.text))?.some(({ part }) => part !== "rule" && part !== "section"),
    )
  );
}

/** The short lines above a page's date and number, where a title comes below them. */
function aboveMasthead(lines: readonly SourceLine[], found: ReadonlyMap<number, Furniture>): readonly SourceLine[] {
  const isHead = ({ number }: SourceLine) =>
    found.get(number)?.words.some(({ part }) => part === "date" || part === "page") ?? false;
  const last = lines.slice(0, headLines).findLastIndex(isHead);
  // A title stands above the line of a web page: 发布时间：2022-06-14 09:26  来源：…
  if (last < 0 || found.get(lines[last]!.number)!.words.some(({ part }) => part === "source" || part === "author"))
    return [];
  const above = lines.slice(0, last).filter(({ number, text }) => !found.has(number) && !caption.test(text.trim()));
  const isTitled = above.some((line) => isText(line) || line.role === "title" || line.text.startsWith("# "));
  const next = lines.slice(last + 1).find(({ number }) => !found.has(number));
  const goesOn = next !== undefined && !isText(next) && !/^(?:本报|□|■|·|[（(]?记者|通讯员)/.test(next.text.trim());
  return !isTitled && goesOn ? above : [];
}
