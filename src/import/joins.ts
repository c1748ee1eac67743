import { joined } from "./blocks.ts";
import type { Note } from "./notes.ts";
import type { Part } from "./parts.ts";
import { mentions } from "./pairs.ts";
import { documentNumber, keywords } from "./rules/phrases.ts";
import { beginsAtEnd, beginsInside, isBrokenEnd, isClosed, isCutNumber, wordAcross } from "./sentence.ts";

/** Parts whose broken paragraphs are whole, and what was guessed to make them so. */
export interface Joined {
  readonly parts: readonly Part[];
  readonly notes: readonly Note[];
}

/**
 * Joins paragraphs that columns and pages have broken.
 * @param parts - the parts of one article
 * @returns the parts, with a note for each join and for each paragraph that still breaks off
 */
export function joinBroken(parts: readonly Part[]): Joined {
  const far = joinFar(parts);
  const near = joinNear(far.parts, far.contested);
  return { parts: near.parts, notes: [...far.notes, ...near.notes] };
}

/** Rows of tables, verse and the like are broken where they are to be. */
const isText = ({ kind, block: { form } }: Part) =>
  kind === "paragraph" && (form === undefined || form === "speech" || form === "note");
/** Further apart than so many parts, halves of a sentence are not looked for. */
const reach = 60;
/** More paragraphs of a page do not break off. */
const mostOpen = 200;
/** What may stand between the halves of a sentence without ending it. */
const stepsAside = ({ kind }: Part) => kind === "caption" || kind === "credit" || kind === "foot";

/** A paragraph that breaks off goes on in the next; across a heading only when a word stands across the break. */
function joinNear(parts: readonly Part[], contested: ReadonlySet<Part>): Joined {
  const whole: Part[] = [];
  const notes: Note[] = [];
  const taken = new Set<number>();
  const lastText = parts.findLastIndex(isText);
  for (const [index, part] of parts.entries()) {
    if (taken.has(index)) continue;
    const pieces = [part.block];
    let at = index;
    let isPastHeading = false;
    for (;;) {
      const next = nextOf(parts, at, isPastHeading, contested);
      if (next < 0) break;
      // A sentence that has gone on beyond a heading once needs a sure sign to go on further.
      isPastHeading ||= parts.slice(at + 1, next).some(({ kind }) => kind === "heading");
      notes.push({ kind: "joined", above: pieces.at(-1)!, below: parts[next]!.block });
      pieces.push(parts[next]!.block);
      taken.add(next);
      at = next;
    }
    whole.push(pieces.length === 1 ? part : { ...part, block: joined(pieces) });
    const end = pieces.at(-1)!;
    if (isText(part) && !isClosed(end.text) && at < lastText && !standsAlone(end.text)) {
      notes.push({ kind: "unclosed", block: end });
    }
  }
  return { parts: whole, notes };
}

/** The place of the paragraph in which a paragraph goes on, below 0 when it does not. */
function nextOf(parts: readonly Part[], index: number, isPast: boolean, contested: ReadonlySet<Part>): number {
  const above = parts[index]!;
  if (!isText(above) || standsAlone(above.block.text)) return -1;
  let isPastHeading = isPast;
  for (let next = index + 1; next < parts.length; next++) {
    const below = parts[next]!;
    if (isText(below)) {
      if (below.block.form !== undefined) return -1;
      const [text, other] = [above.block.text, below.block.text];
      if (isClosed(text) && !isCutNumber(text, other)) return -1;
      const sure = isSure(text, other);
      if (!sure && contested.has(above) && !isBrokenEnd(text, other)) return -1;
      return isPastHeading && !sure ? -1 : next;
    }
    if (below.kind === "heading" && !isPastHeading) isPastHeading = true;
    else if (!stepsAside(below)) return -1;
  }
  return -1;
}

/**
 * Columns out of order, as in seed 004: …建立高 / three paragraphs / 速物流“白名单”制度…. The halves are joined only when
 * a word stands across that break, none stands across the break to the next paragraph, and no other paragraph fits as
 * well on either side.
 */
function joinFar(parts: readonly Part[]): Joined & { readonly contested: ReadonlySet<Part> } {
  const texts = parts.filter(isText);
  const broken = texts.filter(({ block }) => !isClosed(block.text));
  // A text without punctuation has no broken sentences.
  const open = broken.length <= mostOpen ? broken : [];
  const notes: Note[] = [];
  const contested = new Set<Part>();
  const loose = loosePair(texts, open);
  let rest = parts;
  for (const above of open) {
    const place = texts.indexOf(above);
    const near = texts.slice(Math.max(0, place - reach), place + reach);
    const ends = near.filter((below) => below !== above && isBrokenEnd(above.block.text, below.block.text));
    const fits = ends.length === 0 && loose?.[0] === above ? [loose[1]] : ends;
    const below = fits[0];
    if (fits.length > 0) contested.add(above);
    if (fits.length !== 1 || below === undefined || texts[place + 1] === below) continue;
    // What surely goes on in the next paragraph does not go on elsewhere: 60万 | 吨。
    const next = texts[place + 1];
    if (next && isSure(above.block.text, next.block.text)) continue;
    const rivals = open.filter((other) => other !== above && isBrokenEnd(other.block.text, below.block.text));
    const before = texts[texts.indexOf(below) - 1];
    if (rivals.length > 0 || (before && before !== above && goesOnIn(below, before, near))) continue;
    const [from, to] = [rest.indexOf(above), rest.indexOf(below)];
    const whole = { ...above, block: joined([above.block, below.block]) };
    if (from < to) {
      const between = rest.slice(from + 1, to);
      const placed = placeBetween(rest.slice(0, from), whole, between, rest.slice(to + 1));
      rest = placed.parts;
      notes.push({
        kind: "joined-far",
        above: above.block,
        below: below.block,
        moved: between.filter(isText).length,
        under: placed.under,
      });
    } else {
      rest = rest.flatMap((part) => (part === below ? [] : part === above ? [whole] : [part]));
      notes.push({ kind: "joined-far", above: above.block, below: below.block, moved: 0, under: undefined });
    }
  }
  return { parts: rest, notes, contested };
}

/** Whether the paragraph above another may go on in it: it breaks off, and no other has the end of its sentence. */
function goesOnIn(below: Part, above: Part, near: readonly Part[]): boolean {
  if (isClosed(above.block.text)) return false;
  const text = above.block.text;
  return isSure(text, below.block.text) || !near.some((each) => each !== above && isBrokenEnd(text, each.block.text));
}

/**
 * The one paragraph that begins with the end of a sentence below one that is whole, and the one that breaks off and does
 * not surely go on in the next: 腾 / one paragraph or more / 出工业用地.
 */
function loosePair(texts: readonly Part[], open: readonly Part[]): readonly [Part, Part] | undefined {
  const ends = texts.filter(
    (part, index) => beginsAtEnd(part.block.text) && isClosed(texts[index - 1]?.block.text ?? ""),
  );
  if (ends.length !== 1) return undefined;
  const place = new Map(texts.map((part, index) => [part, index]));
  const loose = open.filter((part) => {
    const next = texts[place.get(part)! + 1];
    return next !== undefined && !isSure(part.block.text, next.block.text);
  });
  const [[above], [below]] = [loose, ends];
  const isNear = above && below && Math.abs(place.get(above)! - place.get(below)!) <= reach;
  return loose.length === 1 && isNear ? [above, below] : undefined;
}

/** Whether a sentence goes on in the text below it whatever stands between. */
function isSure(above: string, below: string): boolean {
  return wordAcross(above, below) !== undefined || beginsInside(below) || beginsAtEnd(below);
}

/** 关键词：…, 南农发〔2022〕15号: no sentence, and none goes on from it. */
function standsAlone(text: string): boolean {
  return keywords.test(text) || documentNumber.test(text);
}

/**
 * What stood between the halves goes to the end of the section above when it speaks of that heading, else below the
 * sentence.
 */
function placeBetween(
  above: readonly Part[],
  whole: Part,
  between: readonly Part[],
  below: readonly Part[],
): { readonly parts: readonly Part[]; readonly under: string | undefined } {
  const here = above.findLastIndex(({ kind }) => kind === "heading");
  const there = above.slice(0, Math.max(here, 0)).findLast(({ kind }) => kind === "heading");
  const text = between.map(({ block }) => block.text).join("\n");
  if (there && mentions(there.block.text, text) > mentions(above[here]!.block.text, text)) {
    const parts = [...above.slice(0, here), ...between, ...above.slice(here), whole, ...below];
    return { parts, under: there.block.text };
  }
  return { parts: [...above, whole, ...between, ...below], under: undefined };
}
