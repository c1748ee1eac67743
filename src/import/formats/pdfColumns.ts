/** A rectangle of a page, points from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What stands on a page in one piece. */
export interface Piece extends Box {
  /** Of its type, points. */
  readonly size: number;
}

/** White space across the whole width that parts what stands above from what stands below, in sizes of body type. */
const clearing = 2;
/** White space between columns of three lines and more, of two, and of one, in sizes of body type. */
const gutters = [Infinity, 2.5, 1.5, 0.8] as const;
/** Lines of one region may touch by this, in sizes of body type. */
const touching = 0.15;
/** A headline is larger than body type by this much at least, what stands directly below it and is larger by this. */
const headline = 1.4;
const subHeadline = 1.12;
/** So many lines at most stand centred between a headline and its columns. */
const mostCentred = 4;
/** A table has so many cells in a row and so many rows at least, and text on no more of its width. */
const fewestCells = 3;
const fewestRows = 3;
const mostFilled = 0.65;
/** What is centred below a headline, or flush with it, is so to within so many sizes of body type. */
const aligned = 0.6;

/**
 * Puts what stands on a page into reading order, by cutting it recursively along white space: what spans columns comes
 * before them, columns from left to right. After G. Nagy, S. Seth, "Hierarchical representation of optically scanned
 * documents" (1984), but a cut from top to bottom is looked for first, and one from left to right is made where it opens
 * the way for the largest set of columns.
 * @param boxes - lines or parts of lines
 * @param size - of body type, points
 * @returns the columns and headings, one after the other, each with its boxes from top to bottom
 */
export function columnsOf<Part extends Piece>(boxes: readonly Part[], size: number): (readonly Part[])[] {
  if (boxes.length < 2) return boxes.length === 0 ? [] : [boxes];
  const bands = split(boxes, "top", "bottom", clearing * size);
  if (bands.length > 1) return bands.flatMap((band) => columnsOf(band, size));
  const columns = columnsIn(boxes, size);
  if (columns.length > 1) {
    if (isTable(boxes, columns, size)) return [sorted(boxes, "top")];
    const parted = headlineIn(boxes, size) ?? centredIn(boxes, columns, size) ?? columns;
    return parted.flatMap((column) => columnsOf(column, size));
  }
  const halves = halvesOf(boxes, size);
  return halves ? halves.flatMap((half) => columnsOf(half, size)) : [sorted(boxes, "top")];
}

/**
 * A headline centred above columns, narrower than they are, with its kicker, sub-title and byline. Text that stands beside
 * a headline is another article's.
 */
function headlineIn<Part extends Piece>(boxes: readonly Part[], size: number): [Part[], Part[]] | undefined {
  const bands = split(boxes, "top", "bottom", -touching * size);
  const firstShared = bands.findIndex((band) => band.length > 1);
  const alone = bands.slice(0, Math.max(firstShared, 0)).flat();
  const title = alone.findLast((part) => part.size >= headline * size);
  if (!title) return undefined;
  let end = alone.indexOf(title) + 1;
  while (end < alone.length && belongsTo(alone[end]!, title, size)) end++;
  return [bands.slice(0, end).flat(), bands.slice(end).flat()];
}

/** Sub-titles and bylines that stand alone above columns, centred over all of them and narrower than the one below. */
function centredIn<Part extends Piece>(
  boxes: readonly Part[],
  columns: readonly Part[][],
  size: number,
): [Part[], Part[]] | undefined {
  const bands = split(boxes, "top", "bottom", -touching * size).slice(0, mostCentred + 1);
  const whole = widthOf(boxes);
  const isHead = ([part, ...beside]: Part[]) => {
    const column = beside.length === 0 && columns.find((each) => each.includes(part!));
    if (!column || column.length < 2) return false;
    const text = widthOf(column.filter((each) => each !== part));
    const isCentred = Math.abs(part!.left + part!.right - whole.left - whole.right) < 2 * aligned * size;
    return isCentred && part!.left > text.left + size && part!.right < text.right - size;
  };
  const end = bands.findIndex((band) => !isHead(band));
  if (end < 1) return undefined;
  const head = bands.slice(0, end).flat();
  return [head, boxes.filter((box) => !head.includes(box))];
}

/** Rows of cells that stand level, one in each column, with much white between them; lines of text fill their columns. */
function isTable(boxes: readonly Box[], columns: readonly Box[][], size: number): boolean {
  const rows = split(boxes, "top", "bottom", -touching * size);
  if (columns.length < fewestCells || rows.length < fewestRows) return false;
  const isGrid =
    rows.every((row) => row.length === columns.length) && columns.every((column) => column.length === rows.length);
  const { left, right } = widthOf(boxes);
  const filled = boxes.reduce((sum, box) => sum + box.right - box.left, 0);
  return isGrid && filled < mostFilled * (right - left) * rows.length;
}

function widthOf(boxes: readonly Box[]): { readonly left: number; readonly right: number } {
  return {
    left: boxes.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: boxes.reduce((most, { right }) => Math.max(most, right), -Infinity),
  };
}

function belongsTo(part: Piece, title: Piece, size: number): boolean {
  const isCentred = Math.abs(part.left + part.right - title.left - title.right) < 2 * aligned * size;
  return part.size >= subHeadline * size || isCentred || Math.abs(part.left - title.left) < aligned * size;
}

/** The cut from left to right that leaves the most boxes on a side that has columns. */
function halvesOf<Part extends Piece>(boxes: readonly Part[], size: number): [Part[], Part[]] | undefined {
  const bands = split(boxes, "top", "bottom", -touching * size);
  for (let spanning = 1; spanning < bands.length; spanning++) {
    const cuts = [spanning, bands.length - spanning].map((at): [Part[], Part[]] => [
      bands.slice(0, at).flat(),
      bands.slice(at).flat(),
    ]);
    const [below, above] = cuts as [[Part[], Part[]], [Part[], Part[]]];
    if (columnsIn(below[1], size).length > 1) return below;
    if (columnsIn(above[0], size).length > 1) return above;
  }
  return undefined;
}

function columnsIn<Part extends Box>(boxes: readonly Part[], size: number): Part[][] {
  const rows = split(boxes, "top", "bottom", -touching * size).length;
  const lines = Math.max(rows, linesIn(boxes, size));
  return split(boxes, "left", "right", gutters[Math.min(lines, 3)]! * size);
}

/** How many different heights there are; lines of neighbouring columns need not stand level. */
function linesIn(boxes: readonly Box[], size: number): number {
  return split(
    boxes.map(({ left, right, bottom }) => ({ left, right, top: bottom - size / 4, bottom })),
    "top",
    "bottom",
    0,
  ).length;
}

/** Parts boxes where nothing stands for so long a way. */
function split<Part extends Box>(
  boxes: readonly Part[],
  start: "left" | "top",
  end: "right" | "bottom",
  gap: number,
): Part[][] {
  const groups: Part[][] = [];
  let reach = -Infinity;
  for (const box of sorted(boxes, start)) {
    if (groups.length === 0 || box[start] - reach >= gap) groups.push([]);
    groups.at(-1)!.push(box);
    reach = Math.max(reach, box[end]);
  }
  return groups;
}

function sorted<Part extends Box>(boxes: readonly Part[], by: "left" | "top"): Part[] {
  const other = by === "left" ? "top" : "left";
  return [...boxes].sort((one, two) => one[by] - two[by] || one[other] - two[other]);
}
