import { YAMLException } from "js-yaml";
import { LineCounter, parseDocument } from "yaml";
import { beginning } from "../characters.ts";
import type { Position } from "../model.ts";

/** Thrown for text that is not YAML as we read it; the position counts from 1 within the text. */
export class YamlFault extends Error {
  readonly rule: FaultRule;
  readonly position: Position;
  readonly values: Readonly<Record<string, string>>;

  constructor(rule: FaultRule, position: Position, values: Readonly<Record<string, string>> = {}) {
    super(rule);
    this.name = "YamlFault";
    this.rule = rule;
    this.position = position;
    this.values = values;
  }
}

type FaultRule = "front-matter-alias" | "front-matter-yaml" | LikelyCause["rule"];

interface LikelyCause {
  readonly rule: "front-matter-tab" | "front-matter-reserved" | "front-matter-quote" | "front-matter-colon";
  readonly line: RegExp;
}

/** What usually stands behind a YAML error, most telling first; the first group runs up to the column to show. */
const likelyCauses: readonly LikelyCause[] = [
  { rule: "front-matter-tab", line: /^([ ]*)\t/ },
  { rule: "front-matter-quote", line: /^([\w-]+:\s+)(["'])(?!.*\2\s*(?: #.*)?$)/ },
  { rule: "front-matter-quote", line: /^([\w-]+:\s+)(["'])(?=[^"']*["'].*\2\s*$)/ },
  { rule: "front-matter-reserved", line: /^([\w-]+:\s+)([@`%*&!|>[\]{},?])/ },
  { rule: "front-matter-colon", line: /^([\w-]+:\s+[^"'\s].*?):\s/ },
];

/**
 * Tells the likely cause of what a parser stumbled on.
 * @param text - the text between the fences
 * @param error - what the parser threw
 * @returns the fault at its place; a fault that is told already as it is
 */
export function faultOf(text: string, error: unknown): YamlFault {
  if (error instanceof YamlFault) return error;
  const lines = text.split("\n");
  const { position, reason } = explain(text, error);
  const plain = new YamlFault("front-matter-yaml", position, { reason: beginning(reason, 120) });
  if (isDepth(error)) return plain;
  const causeIn = (row: number, causes: readonly LikelyCause[]) => {
    for (const cause of causes) {
      const found = cause.line.exec(lines[row] ?? "");
      if (!found) continue;
      const values = cause.rule === "front-matter-reserved" ? { character: found[2]! } : undefined;
      return new YamlFault(cause.rule, { line: row + 1, column: found[1]!.length + 1 }, values);
    }
    return undefined;
  };
  const inLine = causeIn(position.line - 1, likelyCauses);
  if (inLine) return inLine;
  // A bracket or a quotation mark that is not closed is noticed long after the line that opens it.
  const opening = likelyCauses.filter(({ rule }) => rule === "front-matter-quote");
  if (/flow/i.test(reason)) opening.push({ rule: "front-matter-reserved", line: /^([\w-]+:\s+)([[{])(?!.*[\]}]\s*$)/ });
  for (let row = 0; row < position.line - 1; row++) {
    const cause = causeIn(row, opening);
    if (cause) return cause;
  }
  return plain;
}

function isDepth(error: unknown): boolean {
  return error instanceof YAMLException && error.reason.startsWith("nesting exceeded");
}

/**
 * Whether the explaining parser might use up the stack: it composes by recursion, and where V8 must compile a regular
 * expression at the end of the stack, it ends the process. Nothing is deeper than it has signs that open something.
 * @param text - the text between the fences
 */
export function isTooDeepToCompose(text: string): boolean {
  return (text.match(/[[{]|[-?:](?=\s)/g)?.length ?? 0) > mostOpenings;
}

/** Node's main thread has the stack for some 780. */
const mostOpenings = 500;

/** The fast parser says what it stumbled on; the other one says where the trouble begins. */
function explain(text: string, error: unknown): { readonly position: Position; readonly reason: string } {
  if (!isTooDeepToCompose(text)) {
    const lines = new LineCounter();
    const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
    const fault = parseDocument(text, options).errors[0];
    if (fault) {
      const { line, col } = lines.linePos(fault.pos[0]);
      return { position: { line, column: col }, reason: fault.message };
    }
  }
  if (error instanceof YAMLException) return { position: positionOfMark(error), reason: error.reason };
  return { position: { line: 1, column: 1 }, reason: error instanceof Error ? error.message : String(error) };
}

/**
 * Finds where the fast parser stopped.
 * @param error - what it threw
 * @returns the place within the text, counted from 1
 */
export function positionOfMark(error: YAMLException): Position {
  return { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
}
