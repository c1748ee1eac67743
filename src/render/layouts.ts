import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../hash.ts";
import { byCodeUnit } from "../order.ts";

/** The layouts of a site, by name without `.njk`. */
export interface Layouts {
  readonly names: ReadonlySet<string>;
  /** What a page's layout has to do with whether the page must be drawn anew. */
  readonly about: (name: string) => AboutLayout;
}

/** What is known of one layout. */
export interface AboutLayout {
  /** Hash of the layout and of all that it extends, imports and includes. */
  readonly fingerprint: string;
  /** Whether it looks at the whole archive, and not only at its page's own context. */
  readonly seesArchive: boolean;
}

/** `{% extends "base.njk" %}`, `{% import … %}`, `{% from … %}`, `{% include … %}`; the name, unless it is computed or relative. */
const reference =
  /\{%-?\s*(?:extends|import|from|include)\b\s*(?:(?:"([^".][^"]*)"|'([^'.][^']*)')\s*(?:-?%\}|(?:as|import|ignore|with|without)\b))?/g;

/**
 * Reads the layouts of a site. They are known as they were then: templates are compiled later, so that a page of a
 * layout that changes meanwhile is drawn once more rather than not at all.
 * @param root - the folder with `.eleventy.ts`
 * @returns the layouts
 */
export function layoutsIn(root: string): Layouts {
  const folder = path.join(root, "layouts");
  // A layout may include any of them.
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort(byCodeUnit);
  const texts = new Map(files.map((file) => [file.split(path.sep).join("/"), readLayout(path.join(folder, file))]));
  const textOf = (file: string) => texts.get(file) ?? "";
  const allTexts = () =>
    [...texts.keys()]
      .filter((file) => file.endsWith(".njk"))
      .map((file) => `${file}\n${textOf(file)}`)
      .join("\0");
  const known = new Map<string, AboutLayout>();
  return {
    names: new Set(readdirSync(folder).flatMap((file) => (file.endsWith(".njk") ? file.slice(0, -".njk".length) : []))),
    about(name) {
      const about = known.get(name) ?? aboutText(closure(`${name}.njk`, textOf).join("\0"), allTexts);
      known.set(name, about);
      return about;
    },
  };
}

/**
 * What stands in the folder of layouts: layouts, shell pages and assets.
 * @param root - the folder with `.eleventy.ts`
 * @returns the path of each file with a hash, in order
 */
export function hashesOfLayouts(root: string): readonly string[] {
  return readdirSync(path.join(root, "layouts"), { recursive: true, withFileTypes: true })
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort(byCodeUnit)
    .map((file) => `${file} ${shortHash(readFileSync(file, "latin1"), 16)}`);
}

function aboutText(text: string, allTexts: () => string): AboutLayout {
  // A name that is computed may be that of any file, so the layout counts as using and seeing everything.
  const isComputed = [...text.matchAll(reference)].some(([, double, single]) => (double ?? single) === undefined);
  if (isComputed) return { fingerprint: shortHash(allTexts(), 16), seesArchive: true };
  return { fingerprint: shortHash(text, 16), seesArchive: [...text.matchAll(tag)].some(namesArchive) };
}

const tag = /\{\{.*?\}\}|\{%.*?%\}/gs;

function namesArchive([found]: RegExpExecArray): boolean {
  return /\b(?:archive|quality)\b/.test(found.replace(/"[^"]*"|'[^']*'/g, ""));
}

/** The texts of a layout and of all that it names, each once. */
function closure(first: string, textOf: (file: string) => string): readonly string[] {
  const files = new Set([first]);
  for (const file of files) {
    for (const [, double, single] of textOf(file).matchAll(reference)) {
      const name = double ?? single;
      if (name !== undefined) files.add(path.posix.normalize(name));
    }
  }
  return [...files].map((file) => `${file}\n${textOf(file)}`);
}

function readLayout(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
