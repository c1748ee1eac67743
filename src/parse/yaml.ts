import matter from "gray-matter";
import { CORE_SCHEMA, load, Type, YAMLException, type LoadOptions } from "js-yaml";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Position } from "../model.ts";
import { faultOf, isTooDeepToCompose, positionOfMark, YamlFault } from "./yamlFault.ts";

/** What the front matter says, not yet typed, and what had to be forgiven to read it. */
export interface YamlReading {
  readonly data: unknown;
  readonly forgiven: readonly ({ readonly rule: "duplicate-key" | "title-quotes-repaired" } & Position)[];
}

/** A number is a number only where it prints as it was written: the security 002752 and the tag 1e3 stay text. */
const exactNumber = (tag: string) =>
  new Type(tag, {
    kind: "scalar",
    resolve: (text: unknown) => typeof text === "string" && /\d/.test(text) && String(Number(text)) === text,
    construct: Number,
  });

const schema = CORE_SCHEMA.extend({
  implicit: [exactNumber("tag:yaml.org,2002:int"), exactNumber("tag:yaml.org,2002:float")],
});

function optionsOf(more: LoadOptions): LoadOptions {
  const starts: number[] = [];
  return {
    schema,
    ...more,
    listener(event, state: unknown) {
      const { anchor, input, position } = state as ParserState;
      if (event === "open") starts.push(position);
      else {
        const start = starts.pop() ?? 0;
        if (anchor !== null) throw new YamlFault("front-matter-alias", placeOfAnchor(input, start));
      }
    },
  };
}

interface ParserState {
  readonly anchor: string | null;
  readonly input: string;
  readonly position: number;
}

/**
 * Reads front matter: gray-matter with js-yaml's core schema and no other engine. Keys given twice count as last
 * written, as in Jekyll; quotation marks inside a one-line quoted title are taken for part of it.
 * @param text - the text between the fences
 * @returns the data and what was forgiven
 * @throws YamlFault with the likely cause
 */
export function readYaml(text: string): YamlReading {
  const first = attempt(text);
  if (!("error" in first)) return { data: first.data, forgiven: [] };
  if (isDuplicate(first.error)) return withDuplicates(text, first.error, []);

  const title = quotedTitle.exec(text);
  if (title) {
    const line = text.slice(0, title.index).split("\n").length;
    const note = { rule: "title-quotes-repaired", line, column: title[1]!.length + 1 } as const;
    const better = withEscapedQuotes(text, title);
    const repaired = attempt(better);
    if (!("error" in repaired)) return { data: repaired.data, forgiven: [note] };
    if (isDuplicate(repaired.error)) return withDuplicates(better, repaired.error, [note]);
  }
  throw faultOf(text, first.error);
}

function isDuplicate(error: unknown): error is YAMLException {
  return error instanceof YAMLException && error.reason === "duplicated mapping key";
}

function withDuplicates(text: string, error: YAMLException, forgiven: YamlReading["forgiven"]): YamlReading {
  const last = attempt(text, { json: true });
  if ("error" in last) throw faultOf(text, last.error);
  return { data: last.data, forgiven: [...forgiven, { rule: "duplicate-key", ...positionOfMark(error) }] };
}

/**
 * Finds a key of the front matter.
 * @param text - the text between the fences
 * @param key - a top-level key
 * @returns the place of its value within the text, counted from 1; the beginning when there is no such key
 */
export function locateKey(text: string, key: string): Position {
  if (isTooDeepToCompose(text)) return { line: 1, column: 1 };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: "silent" });
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const pair = pairs.findLast((item) => isScalar(item.key) && item.key.value === key);
  const range = (pair?.value as { range?: [number, number, number] } | null)?.range ?? rangeOf(pair?.key);
  if (!range) return { line: 1, column: 1 };
  const { line, col } = lines.linePos(range[0]);
  return { line, column: col };
}

/** A value as it stands in a text, with its quotation marks; offsets of UTF-16 units. */
export interface ScalarPlace {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the values under a key: one, or those of a list.
 * @param text - the text between the fences
 * @param key - a top-level key
 * @returns the places of its texts in order, and whether they are a list
 */
export function scalarsOf(
  text: string,
  key: string,
): { readonly scalars: readonly ScalarPlace[]; readonly isList: boolean } {
  if (isTooDeepToCompose(text)) return { scalars: [], isList: false };
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const value = pairs.findLast((item) => isScalar(item.key) && item.key.value === key)?.value;
  const isList = isSeq(value);
  const scalars = (isList ? value.items : [value]).flatMap((node): readonly ScalarPlace[] => {
    if (!isScalar(node) || !node.range) return [];
    const source = typeof node.value === "string" ? node.value : (node.source ?? "");
    return [{ value: source, start: node.range[0], end: node.range[1] }];
  });
  return { scalars, isList };
}

/**
 * Finds the value under a key that is no list.
 * @param text - the text between the fences
 * @param key - a top-level key
 * @returns its place, if there is one
 */
export function locateScalar(text: string, key: string): ScalarPlace | undefined {
  const { scalars, isList } = scalarsOf(text, key);
  return isList ? undefined : scalars[0];
}

/** The anchor of a node, behind white space, comments and a tag. */
function placeOfAnchor(text: string, start: number): Position {
  const skipped = /^(?:\s|#[^\n]*|![^\s,]*)*/.exec(text.slice(start))![0].length;
  const before = text.slice(0, start + skipped).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return isScalar(node) ? (node.range ?? undefined) : undefined;
}

function attempt(text: string, more: LoadOptions = {}): { readonly data: unknown } | { readonly error: unknown } {
  try {
    let data: unknown = {};
    const parse = () => (data = load(text, optionsOf(more))) as object;
    // gray-matter keeps JavaScript and JSON engines of its own; here nothing but YAML may ever run.
    const engines = { yaml: { parse }, javascript: { parse: refuse }, json: { parse: refuse } };
    // gray-matter's search for comments takes quadratic time over blank lines.
    matter(`---\n${text}\n---\n`.replace(/[\n\u2028\u2029]\s+/g, "\n"), { language: "yaml", engines });
    return { data };
  } catch (error) {
    return { error };
  }
}

function refuse(): never {
  throw new Error("Front matter is read as YAML only.");
}

/** `title: "a "b" c"` on one line, with at least one bare quotation mark inside. */
const quotedTitle = /^(title:[ \t]+)"((?:[^"\\\n]|\\.)*"[^\n]*)"[ \t]*$/m;

function withEscapedQuotes(text: string, title: RegExpExecArray): string {
  const inside = title[2]!.replace(/\\.|"/g, (found) => (found === '"' ? '\\"' : found));
  return `${text.slice(0, title.index)}${title[1]}"${inside}"${text.slice(title.index + title[0].length)}`;
}
