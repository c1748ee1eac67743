import type { Block } from "./blocks.ts";
import {
  boxName,
  contactLine,
  dateline,
  editorsNote,
  letterWords,
  noteLabel,
  originalLink,
  speaker,
} from "./rules/phrases.ts";
import { isClosed } from "./sentence.ts";
import type { SourceLine } from "./source.ts";
import { widthOf, type Wrapping } from "./wrap.ts";

/**
 * How a block looks that is text though it is short: a row of a table, what someone says in an interview, a line of verse,
 * an entry of a list, an editor's note, the words and the signature of a letter, a link to the original.
 */
export type Form = "row" | "speech" | "verse" | "list" | "note" | "letter" | "link";

/** A row of a table has so many cells. */
const fewestCells = 3;
const fewestVerses = 3;
const fewestEntries = 3;
const longestVerse = 18;
const longestSignature = 25;

/**
 * Whether a line is laid out as cells of a table.
 * @param text - the line as it stands in the source
 * @returns true for three pieces and more between wide spaces, tabs or upright strokes
 */
export function hasCells(text: string): boolean {
  // 本报讯　（记者　林德民）今年
  if (dateline.test(text.trim())) return false;
  const cells = text.split(/[\t\u3000|]+| {2,}/);
  return cells.filter((cell) => cell.trim() !== "").length >= fewestCells;
}

/**
 * Finds the lines that are verse: short, one below the other, each ending with punctuation, of like length.
 * @param lines - the lines that may be text
 * @param wrapping - how they are broken; the lines of a narrow column are no verse
 * @returns their numbers
 */
export function verseLines(lines: readonly SourceLine[], { width }: Wrapping): ReadonlySet<number> {
  const found = new Set<number>();
  let run: SourceLine[] = [];
  const close = () => {
    if (run.length >= fewestVerses) for (const { number } of run) found.add(number);
    run = [];
  };
  for (const line of lines) {
    const said = widthOf(line.text.trim());
    const isVerse =
      said > 0 &&
      said <= longestVerse &&
      (width === 0 || said < width - 4) &&
      /\p{Script=Han}[，。！？；、,!?;][”’]?$/u.test(line.text.trim()) &&
      !/[：:]|[，。！？；、].*[，。！？；、]/u.test(line.text.trim().slice(0, -1));
    if (!isVerse || Math.abs(said - widthOf(run[0]?.text.trim() ?? line.text.trim())) > 3) {
      // The last line of a verse may be a short one: 真甜！
      if (isVerse && isClosed(line.text) && run.length >= fewestVerses) run.push(line);
      close();
    }
    if (isVerse && !found.has(line.number)) run.push(line);
  }
  close();
  return found;
}

/**
 * Names the form of the blocks that are text by how they look.
 * @param blocks - all blocks of a file
 * @param verses - numbers of the lines that are verse
 * @returns the blocks with their forms
 */
export function markForms(blocks: readonly Block[], verses: ReadonlySet<number>): readonly Block[] {
  const speakers = new Map<string, number>();
  for (const { text } of blocks) {
    const name = speakerOf(text);
    if (name !== undefined) speakers.set(name, (speakers.get(name) ?? 0) + 1);
  }
  const rows = rowsOf(blocks);
  const entries = entriesOf(blocks);
  const isBoxed = boxName.test(blocks[0]?.text ?? "") && widthOf(blocks[1]?.text ?? "") > longestSignature;
  return blocks.map((block, index): Block => {
    if (block.role !== undefined || block.level !== undefined || block.form !== undefined) return block;
    const as = (form: Form): Block => ({ ...block, form });
    const name = speakerOf(block.text);
    if (originalLink.test(block.text)) return as("link");
    if (rows.has(index) || block.spans.some(({ text }) => text.includes("\t"))) return as("row");
    if (entries.has(index)) return as("list");
    if (isBoxed && index < 2) return as("note");
    if (name !== undefined && speakers.get(name)! > 1) return as("speech");
    if (block.spans.some(({ line }) => verses.has(line))) return as("verse");
    if (editorsNote.test(block.text) || isLabelled(blocks, index)) return as("note");
    if (contactLine.test(block.text)) return as("list");
    if (letterWords.test(block.text) || isSignature(blocks, index)) return as("letter");
    return block;
  });
}

/** 开栏的话, and the paragraph below it. */
function isLabelled(blocks: readonly Block[], index: number): boolean {
  return noteLabel.test(blocks[index]!.text) || noteLabel.test(blocks[index - 1]?.text ?? "");
}

/** Who speaks: 记者 and 问 are one, and so are all that answer. */
function speakerOf(text: string): string | undefined {
  const name = speaker.exec(text)?.[1];
  if (name === undefined) return undefined;
  if (/(?:记者|问|主持人)$/.test(name)) return "问";
  if (name === "答") return name;
  return isClosed(text) ? name : undefined;
}

/** A single line with wide gaps may be a title; two and a figure are a table. */
function rowsOf(blocks: readonly Block[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let from = 0;
  for (let at = 0; at <= blocks.length; at++) {
    const block = blocks[at];
    if (block && mayBeRow(block)) continue;
    const run = blocks.slice(from, at);
    if (run.length > 1 && run.some(({ text }) => /(?:^|[\s|])[-+]?\d[\d.,%]*(?:$|[\s|])/.test(text))) {
      for (let row = from; row < at; row++) rows.add(row);
    }
    from = at + 1;
  }
  for (const row of spacedRows(blocks)) rows.add(row);
  return rows;
}

/** 粮食 159200 0.8: lines right below each other with as many cells between single spaces, two of them with figures. */
function spacedRows(blocks: readonly Block[]): readonly number[] {
  const rows: number[] = [];
  let from = 0;
  for (let at = 1; at <= blocks.length; at++) {
    const cells = spacedCells(blocks[from]!);
    if (at < blocks.length && cells >= fewestCells && spacedCells(blocks[at]!) === cells) continue;
    const run = blocks.slice(from, at);
    if (run.length > 1 && run.filter(({ text }) => /\d/.test(text)).length > 1) {
      for (let row = from; row < at; row++) rows.push(row);
    }
    from = at;
  }
  return rows;
}

function spacedCells({ text, spans, level, role }: Block): number {
  if (level !== undefined || role !== undefined || spans.length !== 1 || /[。！？；，、]$/.test(text)) return 0;
  return text.split(" ").length;
}

/** △本市… / △如东县… / △启东县…: sentences that begin with one sign are a list, and no captions. */
function entriesOf(blocks: readonly Block[]): ReadonlySet<number> {
  const entries = new Set<number>();
  let from = 0;
  for (let at = 1; at <= blocks.length; at++) {
    const { sign } = blocks[from]!;
    const block = blocks[at];
    if (block && sign !== undefined && block.sign === sign && isClosed(block.text) && isClosed(blocks[from]!.text))
      continue;
    if (sign !== undefined && at - from >= fewestEntries)
      for (let index = from; index < at; index++) entries.add(index);
    from = at;
  }
  return entries;
}

function mayBeRow({ spans, level, role }: Block): boolean {
  return level === undefined && role === undefined && spans.length === 1 && hasCells(spans[0]!.text);
}

/** The last two lines of a letter: who wrote it, and when. */
const day = /^\d{4}年\d{1,2}月\d{1,2}日$/;

function isSignature(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]!;
  if (day.test(block.text)) return index > 0;
  const next = blocks[index + 1];
  return (
    index > 0 &&
    next !== undefined &&
    day.test(next.text) &&
    !next.isApart &&
    !isClosed(block.text) &&
    widthOf(block.text) <= longestSignature
  );
}
