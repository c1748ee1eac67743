import { joined, type Block } from "./blocks.ts";
import { isRowOfNames } from "./credits.ts";
import type { Part } from "./parts.ts";
import { dashed, kickerWords, office, placeTitle, subject, transitiveStart, transitive } from "./rules/phrases.ts";
import { creditsOf, isCaption, isTitleLike } from "./traits.ts";
import { widthOf } from "./wrap.ts";

/** Longer lines that begin with a dash are text, characters of full width. */
const longestDashed = 60;
/** A column's name is no longer, and the title below it no shorter, characters. */
const longestColumn = 5;
const shortestTitle = 8;
/** A kicker that its length tells is no shorter, characters. */
const shortestLong = 20;
/** A title broken in two lines of one length has no longer ones. */
const longestHalf = 14;

/**
 * Names the lines above an article's text: kicker, title, sub-title, credits, captions.
 * @param blocks - the article's blocks
 * @returns a part for each line of the head; a title in two lines is one part
 */
export function headOf(blocks: readonly Block[]): { readonly parts: readonly Part[]; readonly length: number } {
  const marked = blocks.findIndex(({ level, role }) => level === 1 || role === "title");
  const zone: Part[] = [];
  for (const [index, block] of blocks.entries()) {
    const part = headPart(block, index, marked);
    if (!part) break;
    zone.push(part);
  }
  // What stands below the byline is a heading of the text.
  const byline = zone.findIndex(
    ({ kind, block }) => kind === "credit" && (creditsOf(block)?.authors !== undefined || isRowOfNames(block.text)),
  );
  const last = zone.findLastIndex(({ kind }) => kind === "title");
  if (byline > 0 && last > byline)
    zone.length = zone.findIndex(({ kind }, index) => kind === "title" && index > byline);
  const named = nameOffice(zone);
  return {
    parts: marked >= 0 && marked < zone.length ? titledBy(named, marked) : chooseTitle(named),
    length: zone.length,
  };
}

function headPart(block: Block, index: number, marked: number): Part | undefined {
  // Below a title, a row of names is who wrote: □ 庄妍 朱先明
  const isByline = index > 0 && block.level === undefined && block.role === undefined && isRowOfNames(block.text);
  if (isByline) return { kind: "credit", block, reason: "credit" };
  if (index === marked) return { kind: "title", block, reason: block.level === 1 ? "markdown-mark" : "file-says" };
  // ——浮梁县盘活闲置厂房见闻, in larger type than the text, is a sub-title all the same.
  const isHeading = block.role === "heading" && !(index === marked + 1 && marked >= 0 && dashed.test(block.text));
  if (index > 0 && (block.level !== undefined || isHeading || block.sign !== undefined)) return undefined;
  if (creditsOf(block)) return { kind: "credit", block, reason: "credit" };
  if (isCaption(block)) return { kind: "caption", block, reason: "caption-form" };
  // On a saved page, what stands above the title is of the page.
  if (index < marked && !isTitleLike(block)) return { kind: "foot", block, reason: "above-text" };
  if (dashed.test(block.text) && widthOf(block.text) <= longestDashed)
    return { kind: "title", block, reason: "dashed" };
  // What the file calls a paragraph is no sub-title below its title.
  if (block.isParagraph && index > marked && marked >= 0) return undefined;
  return isTitleLike(block) ? { kind: "title", block, reason: "above-text" } : undefined;
}

/** 宝应县行政审批局 below a title wrote it. */
function nameOffice(zone: readonly Part[]): readonly Part[] {
  const last = zone.findLastIndex(({ kind }) => kind === "title");
  const isOffice = last > 0 && zone[last]!.reason === "above-text" && office.test(zone[last]!.block.text);
  return zone.map((part, index) => (isOffice && index === last ? { ...part, kind: "credit", reason: "unit" } : part));
}

function titledBy(zone: readonly Part[], marked: number): readonly Part[] {
  return zone.map((part, index) => {
    if (part.kind !== "title" || index === marked) return part;
    return index < marked
      ? { ...part, kind: "kicker", reason: "above-text" }
      : { ...part, kind: "subtitle", reason: part.reason === "dashed" ? "dashed" : "second-line" };
  });
}

/**
 * Without a mark: what has the words of a series is a kicker, and what stands above it. A sub-title with a dash stands
 * right below the title; else the title comes first, and its lines stand together.
 */
function chooseTitle(zone: readonly Part[]): readonly Part[] {
  const candidates = zone.filter(({ kind }) => kind === "title");
  const dash = candidates.findIndex(({ reason }, index) => index > 0 && reason === "dashed");
  const plain = dash < 0 ? candidates : candidates.slice(0, dash);
  const series = Math.max(
    plain.findLastIndex(({ block }) => kickerWords.some((words) => words.test(block.text))),
    isColumn(plain) || isFigures(plain) || isMotto(plain) || isAboveTwo(plain) || isLong(plain) ? 0 : -1,
  );
  const placed = plain.findIndex(({ block }) => placeTitle.test(block.text));
  const rest = plain.slice(Math.min(placed > 0 ? placed : series + 1, Math.max(plain.length - 1, 0)));
  const lines = dash < 0 || placed > 0 ? firstLines(isThreefold(rest) ? rest.slice(1) : rest) : lastLines(rest);
  const at = lines[0] ? zone.indexOf(lines[0]) : -1;
  return zone.flatMap((part, index): readonly Part[] => {
    if (index === at)
      return [{ ...part, block: lines.slice(1).reduce((above, { block }) => asTitle(above, block), part.block) }];
    if (part.kind !== "title") return [part];
    if (lines.includes(part)) return [];
    if (index < at) return [{ ...part, kind: "kicker", reason: "kicker-words" }];
    return [{ ...part, kind: "subtitle", reason: part.reason === "dashed" ? "dashed" : "second-line" }];
  });
}

/** 深一度, 今日时评: the name of a column above a title. */
function isColumn([first, second]: readonly Part[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    Array.from(first.block.text).length <= longestColumn &&
    Array.from(second.block.text).length >= shortestTitle
  );
}

/** 转换机制 面向市场 above 芜湖造船厂走出低谷: two short halves of one length, of nobody. */
function isMotto([first, second]: readonly Part[]): boolean {
  if (!first || !second) return false;
  const [one, other, ...more] = first.block.text.split(" ");
  const isHalved = more.length === 0 && /^\p{Script=Han}{4,5}$/u.test(one!) && one!.length === other?.length;
  return isHalved && /^\S{8,}$/.test(second.block.text);
}

/** 全力打造“中国动力电池之都” alone above 从“一瓶酒”到“一块电池” / 宜宾“换道超车”的密码何在？, which ask or name one thing in two lines. */
function isAboveTwo([first, second, third, ...more]: readonly Part[]): boolean {
  if (!first || !second?.block.isApart || !third || third.block.isApart || more.length > 0) return false;
  return transitiveStart.test(first.block.text);
}

/** 走好以生态优先、绿色发展为导向的高质量发展新路子 above 从“挖土卖土”到“点土成金”: a title is no longer than one and a half lines of what is below. */
function isLong([first, second, ...more]: readonly Part[]): boolean {
  if (!first || !second || more.length > 0) return false;
  const [one, other] = [first, second].map(({ block }) => Array.from(block.text).length);
  return (
    one! >= shortestLong &&
    other! >= shortestTitle &&
    one! >= other! * 1.5 &&
    !/[\d！？!?]/.test(first.block.text + second.block.text)
  );
}

/** 总投资56亿元 年产值超百亿元 above a title in two lines without a figure. */
function isFigures([first, second, third, fourth]: readonly Part[]): boolean {
  if (!first || !second?.block.isApart || !third || third.block.isApart) return false;
  if (fourth && !fourth.block.isApart) return false;
  return /\d/.test(first.block.text) && !/\d/.test(second.block.text + third.block.text);
}

/**
 * 深化国企改革 实现三年脱困 / 马钢“减法”做出加法效应 / 主业在岗职工减三分之一 吨钢利润增八十六元: the shortest of three lines, in the middle, is set
 * largest; so are 一块电路板的 / “链”式反应, one below a kicker.
 */
function isThreefold(lines: readonly Part[]): boolean {
  if (lines.length !== 3 || lines.slice(1).some(({ block }) => block.isApart)) return false;
  const [above, middle, below] = lines.map(({ block }) => block);
  if (isOneTitle(above!, middle!)) return false;
  const [first, second, third] = lines.map(({ block }) => Array.from(block.text).length);
  if (transitive.test(middle!.text) && second! <= longestHalf && third! <= longestHalf) return true;
  return !isOneTitle(middle!, below!) && second! < first! && second! < third!;
}

/** The first line, and those that make one title with it. */
function firstLines(lines: readonly Part[]): readonly Part[] {
  const [first, second, third] = lines;
  if (!first || !second || second.block.isApart) return lines.slice(0, 1);
  // Set apart from the lines above or below them: both are the title.
  const isPair =
    third?.block.isApart === true ||
    (first.block.isApart === true && third === undefined && isHalf(first, second)) ||
    isOneTitle(first.block, second.block);
  return isPair ? [first, second] : [first];
}

/** 正威新材料项目 / 落户如皋港区 */
function isHalf(...lines: readonly Part[]): boolean {
  return lines.every(({ block }) => Array.from(block.text).length <= longestHalf && !/\d/.test(block.text));
}

function lastLines(lines: readonly Part[]): readonly Part[] {
  const [above, last] = lines.slice(-2);
  if (!above || !last || last.block.isApart || !isOneTitle(above.block, last.block)) return lines.slice(-1);
  return [above, last];
}

/** 开发区聚力打造 / 千亿级医药产业; but 港口吞吐量再创新高 / 前十月完成2.6亿吨 are title and sub-title. */
function isOneTitle(above: Block, below: Block): boolean {
  if (transitive.test(above.text) || subject.test(above.text) || /[，,、]$/.test(above.text)) return true;
  const [one, other] = [above, below].map(({ text }) => Array.from(text));
  const hasDigits = [above, below].some(({ text }) => /[\d０-９]/.test(text));
  return !hasDigits && one!.length === other!.length && one!.length <= longestHalf;
}

function asTitle(above: Block, below: Block): Block {
  const whole = joined([above, below]);
  return transitive.test(above.text) || /[，,、]$/.test(above.text)
    ? whole
    : { ...whole, text: `${above.text} ${below.text}` };
}
