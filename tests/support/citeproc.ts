import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** What these tests use of citeproc-js, which has no types. */
interface Engine {
  setOutputFormat(format: "text"): void;
  updateItems(ids: readonly string[]): void;
  makeBibliography(): readonly [unknown, readonly string[]];
}
interface Citeproc {
  readonly Engine: new (
    system: {
      readonly retrieveLocale: (language: string) => string;
      readonly retrieveItem: (id: string) => Item;
    },
    style: string,
    language: string,
    forced: boolean,
  ) => Engine;
}
type Item = Readonly<Record<string, unknown>>;

const citeproc = createRequire(import.meta.url)("citeproc") as Citeproc;

/** Debian's folder of styles and locales; they are CC BY-SA and so not part of this repository. */
const shared = "/usr/share/citation-style-language";
export const styles = process.env["CSL_STYLES"] ?? `${shared}/styles`;
export const locales = process.env["CSL_LOCALES"] ?? `${shared}/locales`;

/** The text of a style or locale; a test that needs it fails without it, with the way to get it. */
function read(folder: string, name: string): string {
  const file = path.join(folder, name);
  if (existsSync(file)) return readFileSync(file, "utf8");
  throw new Error(
    `The citation tests need ${file}. Install the styles and locales of CSL (Debian: apt-get install ` +
      "citation-style-language-styles citation-style-language-locales), or name their folders: " +
      "CSL_STYLES=/path/to/styles CSL_LOCALES=/path/to/locales npm test",
  );
}

/** An item as citeproc sets it after GB/T 7714—2015, without its number. */
export function setByCiteproc(item: Item): string {
  const language = /^zh\b/.test(String(item["language"])) ? "zh-CN" : "en-US";
  const engine = new citeproc.Engine(
    { retrieveLocale: (name) => read(locales, `locales-${name}.xml`), retrieveItem: () => item },
    read(styles, "china-national-standard-gb-t-7714-2015-numeric.csl"),
    language,
    true,
  );
  engine.setOutputFormat("text");
  engine.updateItems([String(item["id"])]);
  return engine
    .makeBibliography()[1]
    .join("")
    .trim()
    .replace(/^\[1\]\s*/, "");
}
