import { readFileSync } from "node:fs";
import path from "node:path";

/** A value written out in a Python file. */
type Literal = string | number | boolean | null | readonly Literal[];

/** What a Pelican site's settings say outright, and which of them would have to be computed. */
export interface PelicanSettings {
  readonly values: ReadonlyMap<string, Literal>;
  readonly computed: readonly string[];
}

/** The settings that matter to posts: https://docs.getpelican.com/en/latest/settings.html */
const wanted = new Set([
  ...[
    "PATH",
    "ARTICLE_PATHS",
    "ARTICLE_EXCLUDES",
    "PAGE_PATHS",
    "ARTICLE_URL",
    "ARTICLE_SAVE_AS",
    "TIMEZONE",
    "AUTHOR",
  ],
  ...["DEFAULT_CATEGORY", "USE_FOLDER_AS_CATEGORY", "FILENAME_METADATA", "SLUGIFY_SOURCE", "DEFAULT_LANG"],
]);

/**
 * Reads Pelican's settings by pattern: `NAME = literal`, one after the other. The file is a program, and is never run.
 * @param root - the site's folder
 * @returns the settings of `pelicanconf.py` and, over them, `publishconf.py`; `undefined` when there is no such file
 */
export function readPelicanSettings(root: string): PelicanSettings | undefined {
  const texts = ["pelicanconf.py", "publishconf.py"].flatMap((name) => {
    try {
      return [readFileSync(path.join(root, name), "utf8").replace(/\r\n?/g, "\n")];
    } catch {
      return [];
    }
  });
  if (texts.length === 0) return undefined;
  const values = new Map<string, Literal>();
  const computed = new Set<string>();
  for (const text of texts) {
    for (const { 1: name = "", index, 0: head } of text.matchAll(/^([A-Z][A-Z0-9_]*)[ \t]*=(?!=)[ \t]*/gm)) {
      if (!wanted.has(name)) continue;
      const literal = readLiteral(text, index + head.length);
      if (literal && /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.test(text.slice(literal.end))) {
        values.set(name, literal.value);
        computed.delete(name);
      } else computed.add(name);
    }
  }
  return { values, computed: [...computed] };
}

interface Read {
  readonly value: Literal;
  readonly end: number;
}

const constants: Readonly<Record<string, Literal>> = { True: true, False: false, None: null };

function readLiteral(text: string, at: number): Read | undefined {
  const rest = text.slice(at);
  const string = /^([rRuU]?)("""([^]*?)"""|'''([^]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/.exec(rest);
  if (string) {
    const inside = string[3] ?? string[4] ?? string[5] ?? string[6] ?? "";
    const value = string[1]!.toLowerCase() === "r" ? inside : inside.replace(/\\(["'\\])/g, "$1");
    return { value, end: at + string[0].length };
  }
  const word = /^(?:True|False|None|-?\d+(?:\.\d+)?)(?![\w.])/.exec(rest)?.[0];
  if (word !== undefined) return { value: word in constants ? constants[word]! : Number(word), end: at + word.length };
  return /^[[(]/.test(rest) ? readList(text, at) : undefined;
}

function readList(text: string, start: number): Read | undefined {
  const values: Literal[] = [];
  const close = text[start] === "[" ? "]" : ")";
  const space = /(?:\s|#[^\n]*\n)*/y;
  const skip = (from: number) => {
    space.lastIndex = from;
    return from + space.exec(text)![0].length;
  };
  for (let at = skip(start + 1); at < text.length;) {
    if (text[at] === close) return { value: values, end: at + 1 };
    const one = readLiteral(text, at);
    if (!one) return undefined;
    values.push(one.value);
    at = skip(one.end);
    if (text[at] === ",") at = skip(at + 1);
    else if (text[at] !== close) return undefined;
  }
  return undefined;
}
