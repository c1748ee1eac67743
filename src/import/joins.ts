import { joined } from "./blocks.ts";
import type { Note } from "./notes.ts";
import type { Part } from "./parts.ts";
import { mentions } from "./pairs.ts";
import { keywords } from "./rules/phrases.ts";
import { beginsInside, isBrokenEnd, isClosed, wordAcross } from "./sentence.ts";

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
  const near = joinNear(far.parts);
  return { parts: near.parts, notes: [...far.notes, ...near.notes] };
}

const isText = ({ kind }: Part) => kind === "paragraph";
/** What may stand between the halves of a sentence without ending it. */
const stepsAside = ({ kind }: Part) => kind === "caption" || kind === "credit" || kind === "foot";

/** A paragraph that breaks off goes on in the next; across a heading only when a word stands across the break. */
function joinNear(parts: readonly Part[]): Joined {
  const rest = [...parts];
  const notes: Note[] = [];
  for (let index = 0; index < rest.length; index++) {
    for (let next = nextOf(rest, index); next > 0; next = nextOf(rest, index)) {
      const above = rest[index]!;
      const below = rest[next]!;
      notes.push({ kind: "joined", above: above.block, below: below.block });
      rest[index] = { ...above, block: joined(above.block, below.block) };
      rest.splice(next, 1);
    }
    const part = rest[index]!;
    if (isText(part) && !isClosed(part.block.text) && rest.slice(index + 1).some(isText)) {
      if (!keywords.test(part.block.text)) notes.push({ kind: "unclosed", block: part.block });
    }
  }
  return { parts: rest, notes };
}

/** The place of the paragraph in which a paragraph goes on, below 0 when it does not. */
function nextOf(parts: readonly Part[], index: number): number {
  const above = parts[index]!;
  if (!isText(above) || isClosed(above.block.text)) return -1;
  let isPastHeading = false;
  for (let next = index + 1; next < parts.length; next++) {
    const below = parts[next]!;
    if (isText(below)) {
      const isSure = wordAcross(above.block.text, below.block.text) !== undefined || beginsInside(below.block.text);
      return isPastHeading && !isSure ? -1 : next;
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
function joinFar(parts: readonly Part[]): Joined {
  const texts = parts.filter(isText);
  const open = texts.filter(({ block }) => !isClosed(block.text));
  const notes: Note[] = [];
  let rest = parts;
  for (const above of open) {
    const fits = texts.filter((below) => below !== above && isBrokenEnd(above.block.text, below.block.text));
    const below = fits[0];
    if (fits.length !== 1 || below === undefined || texts[texts.indexOf(above) + 1] === below) continue;
    const rivals = open.filter((other) => other !== above && isBrokenEnd(other.block.text, below.block.text));
    const before = texts[texts.indexOf(below) - 1];
    if (rivals.length > 0 || (before && before !== above && !isClosed(before.block.text))) continue;
    const [from, to] = [rest.indexOf(above), rest.indexOf(below)];
    const whole = { ...above, block: joined(above.block, below.block) };
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
  return { parts: rest, notes };
}

/** What stood between the halves goes to the end of the section above when it speaks of that heading, else below the sentence. */
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
