import { sourcesFolder } from "../read/kept.ts";
import { articleOf, draftOf, edited, type Draft, type Edit } from "./draft.ts";
import { fixes, type Fix, type FixName } from "./fixes.ts";

/** Lines that a fix has changed. */
export interface ChangedLines {
  readonly fix: FixName;
  /** Where they began before this fix, from 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A text that was mended. */
export interface Mended {
  readonly text: string;
  /** In the order in which it was done. */
  readonly changes: readonly ChangedLines[];
}

/**
 * Mends what has one right mend. The text is edited where it must be and nowhere else; line ends stay as they are. An
 * edit after which another article would be published, but for what its fix says, is not made.
 * @param text - the text of a source file, byte order mark and line ends included
 * @param of - the file it is of
 * @returns the mended text, and what was changed
 */
export function mend(text: string, of: Omit<Draft, "text" | "post">): Mended {
  let raw = text;
  let draft = draftOf(withLineFeeds(raw), of);
  // A file beside the articles is nobody's to mend: a source that was kept has to stay what it is.
  if (draft.post === undefined || of.path.split("/").includes(sourcesFolder)) return { text, changes: [] };
  const changes: ChangedLines[] = [];
  for (const [name, fix] of Object.entries(fixes) as [FixName, Fix][]) {
    const edits = harmless(fix.edits(draft), draft, fix);
    if (edits.length === 0) continue;
    changes.push(...linesChanged(draft.text, edits).map((lines) => ({ fix: name, ...lines })));
    raw = edited(raw, inRaw(raw, edits));
    draft = draftOf(withLineFeeds(raw), of);
  }
  return { text: raw, changes };
}

/** Those of the edits that change no more than they may: all, or those of each half. */
function harmless(edits: readonly Edit[], draft: Draft, fix: Fix): readonly Edit[] {
  if (edits.length === 0 || isHarmless(edits, draft, fix)) return edits;
  if (edits.length === 1) return [];
  const half = edits.length >> 1;
  const first = harmless(edits.slice(0, half), draft, fix);
  const both = [...first, ...harmless(edits.slice(half), draft, fix)];
  return isHarmless(both, draft, fix) ? both : first;
}

function isHarmless(edits: readonly Edit[], draft: Draft, fix: Fix): boolean {
  const after = draftOf(edited(draft.text, edits), draft);
  return fix.allows({
    before: { draft, article: articleOf(draft) },
    after: { draft: after, article: articleOf(after) },
  });
}

function withLineFeeds(raw: string): string {
  return raw.replace(/\r\n?/g, "\n");
}

/** The same edits in a text whose line ends are one character or two. */
function inRaw(raw: string, edits: readonly Edit[]): readonly Edit[] {
  const returns = Array.from(raw.matchAll(/\r\n/g), ({ index }) => index);
  let passed = 0;
  const shift = (offset: number) => {
    while (passed < returns.length && returns[passed]! < offset + passed) passed++;
    return offset + passed;
  };
  return edits.map(({ start, end, text }) => ({ start: shift(start), end: shift(end), text }));
}

function linesChanged(text: string, edits: readonly Edit[]): readonly Omit<ChangedLines, "fix">[] {
  const groups: { start: number; end: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const start = text.lastIndexOf("\n", edit.start - 1) + 1;
    const lineEnd = text.indexOf("\n", Math.max(edit.start, edit.end - 1));
    const end = lineEnd < 0 ? text.length : lineEnd;
    const last = groups.at(-1);
    if (last && start <= last.end) Object.assign(last, { end, edits: [...last.edits, edit] });
    else groups.push({ start, end, edits: [edit] });
  }
  return groups.map(({ start, end, edits: own }) => {
    // With the line end, so that a line that is taken out is not taken for one that is empty.
    const whole = text.slice(start, end + 1);
    const after = edited(
      whole,
      own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    );
    return { line: text.slice(0, start).split("\n").length, before: linesOf(whole), after: linesOf(after) };
  });
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
