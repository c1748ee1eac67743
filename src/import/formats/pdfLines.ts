import { countCharacters } from "../../characters.ts";
import { columnsOf, type Box, type Piece } from "./pdfColumns.ts";
import type { PageRuns, Run } from "./pdfRuns.ts";
import { textOf } from "./pdfSpaces.ts";

/** A line as it is printed. */
export interface PrintedLine extends Box {
  readonly text: string;
  /** Of its largest type, points. */
  readonly size: number;
  readonly isBold: boolean;
  /** The column or heading it belongs to, counted over the file. */
  readonly column: number;
  /** Counted from 1. */
  readonly page: number;
}

/** Runs of one line stand nearer to each other than columns do, in sizes of their type. */
const nearest = 0.75;
/** Runs whose lower edges differ by less than this stand on one line, in sizes. */
const level = 0.35;

/**
 * Puts the runs of a page into lines in reading order.
 * @param page - the page
 * @param number - the page's, from 1
 * @param size - of the file's body type, points
 * @param columns - how many columns there are on pages before
 * @returns the lines; of vertical text, with left and right for above and below
 */
export function linesOf(page: PageRuns, number: number, size: number, columns: number): PrintedLine[] {
  const runs = page.isVertical ? page.runs.map((run) => turned(run, page.width)) : page.runs;
  return columnsOf(joinRuns(runs), size).flatMap((parts, index) => {
    const rows = rowsOf(parts);
    const isTable = isGrid(rows);
    return rows.map((row) => ({ ...lineOf(row, isTable), page: number, column: columns + index + 1 }));
  });
}

/** Vertical text read as horizontal: down becomes right, left becomes down. */
function turned(run: Run, width: number): Run {
  return { ...run, left: run.top, right: run.bottom, top: width - run.right, bottom: width - run.left };
}

interface Part extends Piece {
  readonly runs: readonly Run[];
}

/** Runs that follow each other on one line become one part, so that columns are told from gaps between words. */
function joinRuns(runs: readonly Run[]): Part[] {
  const parts: { left: number; right: number; top: number; bottom: number; size: number; runs: Run[] }[] = [];
  for (const row of rowsOf(runs)) {
    let part: (typeof parts)[number] | undefined;
    for (const run of row) {
      const size = Math.max(run.size, part?.runs.at(-1)!.size ?? 0);
      if (part && run.left - part.right < nearest * size) {
        part.runs.push(run);
        part.right = Math.max(part.right, run.right);
        part.top = Math.min(part.top, run.top);
        part.bottom = Math.max(part.bottom, run.bottom);
        part.size = Math.max(part.size, run.size);
      } else {
        part = { left: run.left, right: run.right, top: run.top, bottom: run.bottom, size: run.size, runs: [run] };
        parts.push(part);
      }
    }
  }
  return parts;
}

/** What stands level, each row from left to right, rows from top to bottom. */
function rowsOf<Level extends Box>(boxes: readonly Level[]): Level[][] {
  const rows: Level[][] = [];
  for (const box of [...boxes].sort((one, two) => one.bottom - two.bottom || one.left - two.left)) {
    const last = rows.at(-1)?.[0];
    const height = Math.min(box.bottom - box.top, last ? last.bottom - last.top : 0);
    if (last && box.bottom - last.bottom < level * height) rows.at(-1)!.push(box);
    else rows.push([box]);
  }
  return rows.map((row) => row.sort((one, two) => one.left - two.left));
}

/** Whether each row has as many parts as the others, and so many that they are cells. */
function isGrid(rows: readonly (readonly Part[])[]): boolean {
  const [first] = rows;
  return rows.length > 2 && first!.length > 2 && rows.every((row) => row.length === first!.length);
}

/** Cells are parted by tabs, as they are on pages of sites. */
function lineOf(row: readonly Part[], isTable: boolean): Omit<PrintedLine, "page" | "column"> {
  const runs = row.flatMap((part) => part.runs);
  const text = isTable ? row.map((part) => textOf(part.runs)).join("\t") : textOf(runs);
  return {
    text,
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    top: Math.min(...runs.map(({ top }) => top)),
    bottom: Math.max(...runs.map(({ bottom }) => bottom)),
    size: Math.max(...runs.map((run) => run.size)),
    isBold: countCharacters(runs.map((run) => (run.isBold ? run.text : "")).join("")) * 2 > countCharacters(text),
  };
}
