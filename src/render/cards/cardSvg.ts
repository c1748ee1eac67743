import { cardSize, type Card } from "./cardPages.ts";
import { layName } from "./layName.ts";

const paper = "#faf8f3";
const ink = "#1f1d1a";
const faded = "#645e53";
const seal = "#a3301f";
const { width, height } = cardSize;
const margin = 84;
/** Where the lines of the name are centred, down from the top. */
const middle = 322;

/**
 * Sets a card: paper, the archive's name over a double rule, the name, one seal of vermilion.
 * @param card - what it says
 * @param font - name of the font family
 * @returns an SVG document
 */
export function cardSvg({ name, archive, host }: Card, font: string): string {
  const { lines, size } = layName(name, width - 2 * margin);
  const leading = size * 1.3;
  const first = middle + size * 0.36 - ((lines.length - 1) * leading) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${font}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    archive === undefined ? "" : text(112, 46, ink, archive),
    rule(144, 5),
    rule(154, 2),
    ...lines.map((line, index) => text(round(first + index * leading), size, ink, line)),
    rule(478, 2),
    text(552, 34, faded, host),
    // The seal of layouts/assets/seal.svg.
    `<g transform="translate(${width - margin - 80} 504) scale(2.5)"><rect width="32" height="32" rx="3" fill="${seal}"/>`,
    `<path d="M8 8h16M16 8v4M9 12h14M13 12c0 5-1 9-5 12M13 17h9c0 4-1 6-2 7h-3" fill="none" stroke="${paper}" stroke-width="2.4"/></g>`,
    "</svg>",
  ].join("");
}

function text(y: number, size: number, fill: string, words: string): string {
  return `<text x="${margin}" y="${y}" font-size="${size}" fill="${fill}">${escaped(words)}</text>`;
}

function rule(y: number, thickness: number): string {
  return `<rect x="${margin}" y="${y}" width="${width - 2 * margin}" height="${thickness}" fill="${ink}"/>`;
}

function escaped(words: string): string {
  return words.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
