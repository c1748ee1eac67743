import { cardSize, colours, margin } from "./cardDesign.ts";
import type { Card } from "./cardPages.ts";
import type { Stroke, Typeface } from "./typeface.ts";

const { width, height } = cardSize;
const paper = css(colours.paper);
const ink = css(colours.ink);
const faded = css(colours.faded);
const seal = css(colours.seal);

/** What a card says beside its name. */
export type Frame = Omit<Card, "name">;

/**
 * Sets all of a card but the name: paper, the archive's name over a double rule, one seal of vermilion.
 * @param frame - what it says
 * @param typeface - what sets its words; in the document they are outlines
 * @returns an SVG document
 */
export function frameSvg({ archive, host }: Frame, typeface: Pick<Typeface, "setLine" | "em">): string {
  const text = (y: number, size: number, fill: string, words: string) => {
    const scale = size / typeface.em;
    const path = typeface.setLine(words).outlines.map(pathData).join("");
    return `<path transform="translate(${margin} ${y}) scale(${scale} ${-scale})" fill="${fill}" d="${path}"/>`;
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    archive === undefined ? "" : text(112, 46, ink, archive),
    rule(144, 5),
    rule(154, 2),
    rule(478, 2),
    text(552, 34, faded, host),
    // The seal of layouts/assets/seal.svg.
    `<g transform="translate(${width - margin - 80} 504) scale(2.5)"><rect width="32" height="32" rx="3" fill="${seal}"/>`,
    `<path d="M8 8h16M16 8v4M9 12h14M13 12c0 5-1 9-5 12M13 17h9c0 4-1 6-2 7h-3" fill="none" stroke="${paper}" stroke-width="2.4"/></g>`,
    "</svg>",
  ].join("");
}

function rule(y: number, thickness: number): string {
  return `<rect x="${margin}" y="${y}" width="${width - 2 * margin}" height="${thickness}" fill="${ink}"/>`;
}

function pathData(stroke: Stroke): string {
  if (stroke.type === "Z") return "Z";
  const end = `${stroke.x} ${stroke.y}`;
  return stroke.type === "Q" ? `Q${stroke.x1} ${stroke.y1} ${end}` : stroke.type + end;
}

function css(colour: number): string {
  return `#${colour.toString(16).padStart(6, "0")}`;
}
