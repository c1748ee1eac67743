import type { Picture } from "./png.ts";
import type { Stroke } from "./typeface.ts";

/** Outlines in a picture. */
export interface PlacedOutlines {
  readonly outlines: readonly Stroke[];
  /** Where their origin stands, pixels from the upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Pixels a unit. */
  readonly scale: number;
}

/** So many steps lead from outside to inside at a smooth edge. */
export const steps = 16;
/** How far a curve may be from the lines that stand for it, pixels. */
const tolerance = 0.05;

/**
 * For each pixel, what the edges in it change of how much lies inside, from there to the end of its row; each row has
 * one place more, for edges at its end. It is used for one picture after the other: new memory for each would cost more
 * than to fill it.
 */
let changes = new Float32Array(0);

/**
 * Finds how much of each pixel lies inside outlines, exactly: each edge adds the area to its right, so that a sum along
 * the row is what lies inside. This is the method of font-rs (https://github.com/raphlinus/font-rs). It calculates with
 * nothing but what IEEE 754 defines to the last bit, so that all machines draw the same.
 * @param placed - the outlines, all of them inside the picture
 * @param width - of the picture, pixels
 * @param height - of the picture, pixels
 * @returns the picture; a pixel is 0 outside and `steps` inside
 */
export function fill(placed: readonly PlacedOutlines[], width: number, height: number): Picture {
  const row = width + 1;
  if (changes.length < row * height) changes = new Float32Array(row * height);
  else changes.fill(0, 0, row * height);
  for (const each of placed) addOutlines(each, row);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    let inside = 0;
    let step = 0;
    for (let x = 0; x < width; x++) {
      const change = changes[y * row + x]!;
      // Most pixels are like the one before.
      if (change !== 0) {
        inside += change;
        step = Math.round(steps * Math.min(1, Math.abs(inside)));
      }
      pixels[y * width + x] = step;
    }
  }
  return { width, height, pixels };
}

function addOutlines({ outlines, x, y, scale }: PlacedOutlines, row: number): void {
  let [startX, startY, fromX, fromY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    addEdge(fromX, fromY, toX, toY, row);
    fromX = toX;
    fromY = toY;
  };
  for (const stroke of outlines) {
    if (stroke.type === "Z") {
      lineTo(startX, startY);
      continue;
    }
    const [toX, toY] = [x + scale * stroke.x, y - scale * stroke.y];
    if (stroke.type === "L") lineTo(toX, toY);
    else if (stroke.type === "M") [startX, startY, fromX, fromY] = [toX, toY, toX, toY];
    else {
      const [overX, overY] = [x + scale * stroke.x1, y - scale * stroke.y1];
      const [curveX, curveY] = [fromX, fromY];
      const [bendX, bendY] = [curveX - 2 * overX + toX, curveY - 2 * overY + toY];
      const bend = Math.sqrt(bendX * bendX + bendY * bendY);
      const lines = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))));
      for (let line = 1; line <= lines; line++) {
        const t = line / lines;
        const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        lineTo(a * curveX + b * overX + c * toX, a * curveY + b * overY + c * toY);
      }
    }
  }
}

function addEdge(fromX: number, fromY: number, toX: number, toY: number, row: number): void {
  if (fromY === toY) return;
  const direction = fromY < toY ? 1 : -1;
  const slope = (toX - fromX) / (toY - fromY);
  const bottom = Math.max(fromY, toY);
  for (let y = Math.floor(Math.min(fromY, toY)); y < bottom; y++) {
    const begin = Math.max(y, Math.min(fromY, toY));
    const end = Math.min(y + 1, bottom);
    const one = fromX + slope * (begin - fromY);
    const other = fromX + slope * (end - fromY);
    addPiece(y * row, Math.min(one, other), Math.max(one, other), direction * (end - begin));
  }
}

/** A piece of an edge within a row; its height is the area that it adds to each pixel right of it. */
function addPiece(start: number, left: number, right: number, area: number): void {
  const first = Math.floor(left);
  const last = Math.max(first + 1, Math.ceil(right));
  let before = 0;
  for (let column = first; column < last; column++) {
    const part = partOf(column, left, right);
    changes[start + column]! += area * (part - before);
    before = part;
  }
  changes[start + last]! += area * (1 - before);
}

/** How much of a pixel lies right of a piece of an edge, the pixel being as tall as the piece. */
function partOf(column: number, left: number, right: number): number {
  const end = column + 1;
  if (right <= end && left >= column) return end - (left + right) / 2;
  return (ramp(end - left) - ramp(end - right)) / (right - left);
}

/** The integral of what is 0 up to 0, rises to 1 at 1, and stays 1. */
function ramp(value: number): number {
  if (value <= 0) return 0;
  return value < 1 ? (value * value) / 2 : value - 0.5;
}
