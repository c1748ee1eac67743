import { readFileSync } from "node:fs";
import { installed } from "../../installed.ts";

/** What sets words in type. */
export interface Typeface {
  /** Whether no character of a text would come out as an empty box. */
  readonly has: (words: string) => boolean;
  readonly setLine: (words: string) => SetLine;
  /** How many of its units make an em. */
  readonly em: number;
}

/** A line of text in type, in units of the em, y upwards from the base line. */
export interface SetLine {
  readonly outlines: readonly Stroke[];
  readonly width: number;
}

/** A step of an outline, as SVG's paths name them: TrueType has straight lines and quadratic curves. */
export type Stroke =
  | { readonly type: "M"; readonly x: number; readonly y: number }
  | { readonly type: "L"; readonly x: number; readonly y: number }
  | { readonly type: "Q"; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
  | { readonly type: "Z" };

/** As much of opentype.js as is used here; the package brings no types. */
interface OpenType {
  readonly parse: (file: ArrayBufferLike, options: { readonly lowMemory: boolean }) => Font;
}
interface Font {
  readonly unitsPerEm: number;
  readonly charToGlyph: (character: string) => Glyph;
  readonly position: {
    readonly defaultKerningTables: readonly unknown[];
    readonly getKerningValue: (lookups: readonly unknown[], left: number, right: number) => number;
  };
}
interface Glyph {
  /** 0 is the empty box. */
  readonly index: number;
  readonly advanceWidth: number;
  readonly path: { readonly commands: readonly Stroke[] };
}

/** A font of the project's own, as the fonts of machines differ. */
const file = "@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf";
let known: Typeface | undefined;

/**
 * The typeface of the cards. It is read once in each thread, and only where a card is drawn.
 * @returns the typeface
 */
export function cardTypeface(): Typeface {
  return (known ??= readTypeface());
}

function readTypeface(): Typeface {
  const { parse } = installed("opentype.js") as OpenType;
  // So long a file is in a buffer of its own.
  const { buffer } = readFileSync(installed.resolve(file));
  // Of its 7,000 glyphs only those that are asked for are read.
  const font = parse(buffer, { lowMemory: true });
  return {
    em: font.unitsPerEm,
    has: (words) => Array.from(words).every((character) => character >= " " && font.charToGlyph(character).index > 0),
    setLine(words) {
      const glyphs = Array.from(words, (character) => font.charToGlyph(character));
      const outlines: Stroke[] = [];
      let width = 0;
      for (const [at, glyph] of glyphs.entries()) {
        for (const stroke of glyph.path.commands) outlines.push(moved(stroke, width));
        width += glyph.advanceWidth + kerning(font, glyph, glyphs[at + 1]);
      }
      return { outlines, width };
    },
  };
}

/**
 * All lookups count (https://learn.microsoft.com/typography/opentype/spec/gpos#table-organization); asked for several,
 * opentype.js gives the first that has the left glyph.
 */
function kerning({ position }: Font, left: Glyph, right: Glyph | undefined): number {
  if (!right) return 0;
  let units = 0;
  for (const lookup of position.defaultKerningTables) {
    units += position.getKerningValue([lookup], left.index, right.index);
  }
  return units;
}

function moved(stroke: Stroke, by: number): Stroke {
  if (stroke.type === "Z") return stroke;
  if (stroke.type === "Q") return { ...stroke, x1: stroke.x1 + by, x: stroke.x + by };
  return { ...stroke, x: stroke.x + by };
}
