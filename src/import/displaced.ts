import { solid } from "../characters.ts";
import { joined } from "./blocks.ts";
import { pairsOf } from "./pairs.ts";
import type { Note } from "./notes.ts";
import type { Part } from "./parts.ts";

/** So many paragraphs on each side of a place tell whether what a heading speaks of begins there. */
const reach = 3;
/** 着眼强链补链,招大引优: a heading in two halves, where all are. */
const twofold = /^[^，,。；：]{4,12}[，,][^，,。；：]{4,12}$/;
/** 稳链：链长挂帅破堵点, 强龙头,一辆“小车”带出大产业: a heading that begins with a word set off from the rest. */
const led = /^(?<lead>\p{Script=Han}{2,4})(?<mark>[，,：:])[^，,。；：:]{4,14}$/u;
/** More short lines below a text have not lost their place. */
const mostFeet = 6;

/**
 * Puts headings that stand below the end of the text where they belong, as in seed 003: 打造专业化队伍，满腔激情抓招引 below the
 * byline. A short line there is a heading only when it is built like the others; it goes where what it speaks of begins.
 * @param parts - the parts of one article
 * @returns the parts, with a note for each heading that was moved
 */
export function placeDisplaced(parts: readonly Part[]): {
  readonly parts: readonly Part[];
  readonly notes: readonly Note[];
} {
  const notes: Note[] = [];
  let rest = wholeFeet(parts);
  const lastText = rest.findLastIndex(({ kind }) => kind === "paragraph");
  const feet = rest.filter(({ kind }, at) => kind === "foot" || (kind === "heading" && at > lastText));
  for (const foot of feet.length <= mostFeet ? feet : []) {
    const others = rest.filter((part) => part.kind === "heading" && part !== foot);
    if (!isBuiltLike(foot, others)) continue;
    const without = rest.filter((part) => part !== foot);
    const place = placeOf(foot.block.text, without);
    if (place === undefined) continue;
    const moved: Part = { ...foot, kind: "heading", reason: foot.kind === "foot" ? "like-others" : foot.reason };
    rest = [...without.slice(0, place), moved, ...without.slice(place)];
    notes.push({ kind: "heading-moved", block: foot.block, before: without[place]!.block });
  }
  return { parts: rest, notes };
}

/** 换掉旧的,激活 / 智造动能: two lines of one heading, when together they are built like the others. */
function wholeFeet(parts: readonly Part[]): readonly Part[] {
  const others = parts.filter(({ kind }) => kind === "heading");
  const whole: Part[] = [];
  for (const part of parts) {
    const above = whole.at(-1);
    const isSecond = above?.kind === "foot" && part.kind === "foot" && !part.block.isApart;
    const both = isSecond ? { ...above, block: joined([above.block, part.block]) } : undefined;
    if (both && !isBuiltLike(above!, others) && isBuiltLike(both, others)) whole[whole.length - 1] = both;
    else whole.push(part);
  }
  return whole;
}

function isBuiltLike({ block: { text } }: Part, others: readonly Part[]): boolean {
  const texts = others.map(({ block }) => block.text);
  const areTwofold = texts.length > 1 && [...texts, text].every((each) => twofold.test(each));
  const areLed = texts.length > 0 && texts.every((each) => areLedAlike(each, text));
  return areTwofold || areLed || texts.some((each) => isParallel(each, text));
}

/**
 * Whether two headings are built alike: as long and with the same first character, or with the same end.
 * @param one - a heading
 * @param other - another
 * @returns true for 全神聚焦项目建设 and 全心提供高效服务, and for two that end in 抓招引
 */
export function isParallel(one: string, other: string): boolean {
  const [a, b] = [Array.from(solid(one)), Array.from(solid(other))];
  const isAsLong = a.length === b.length && a.length >= 4;
  const sameEnd = a.slice(-2).join("") === b.slice(-2).join("");
  const sameStart = a.slice(0, 2).join("") === b.slice(0, 2).join("");
  return (isAsLong && a[0] === b[0]) || ((sameEnd || sameStart) && Math.abs(a.length - b.length) <= 4);
}

function areLedAlike(one: string, other: string): boolean {
  const [a, b] = [led.exec(one)?.groups, led.exec(other)?.groups];
  return a !== undefined && b !== undefined && a["mark"] === b["mark"] && a["lead"]!.length === b["lead"]!.length;
}

/** Where the paragraphs below share most of the heading's words, and those above least. */
function placeOf(heading: string, parts: readonly Part[]): number | undefined {
  const paragraphs = parts.flatMap((part, at) =>
    part.kind === "paragraph" ? [{ at, pairs: pairsOf(part.block.text) }] : [],
  );
  const count = new Map<string, number>();
  for (const pair of pairsOf(heading)) count.set(pair, paragraphs.filter(({ pairs }) => pairs.has(pair)).length);
  const weights = paragraphs.map(({ pairs }) =>
    Array.from(count).reduce((sum, [pair, of]) => (pairs.has(pair) ? sum + Math.log(paragraphs.length / of) : sum), 0),
  );
  const mean = (from: number, to: number) => {
    const some = weights.slice(Math.max(from, 0), to);
    return some.length === 0 ? 0 : some.reduce((sum, weight) => sum + weight, 0) / some.length;
  };
  let best = -1;
  let most = 0;
  for (const index of paragraphs.keys()) {
    const gain = weights[index] === 0 ? 0 : mean(index, index + reach) - mean(index - reach, index);
    if (gain > most) [best, most] = [index, gain];
  }
  if (best < 0) return undefined;
  const at = paragraphs[best]!.at;
  const above = parts.slice(0, at).findLastIndex(({ kind }) => kind === "heading" || kind === "title");
  const head = parts[above];
  // A section whose head is built otherwise lacks its heading: seed 004 has two titles there.
  const isLike =
    head &&
    (isParallel(head.block.text, heading) ||
      areLedAlike(head.block.text, heading) ||
      [head.block.text, heading].every((text) => twofold.test(text)));
  return head && !isLike ? above + 1 : at;
}
