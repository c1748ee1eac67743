import path from "node:path";
import { isTimeZone } from "../../../config.ts";
import { keysOf, readSettings, textOf, textsOf, type Settings } from "../settings.ts";

/** What a Hugo site's configuration says that matters to its posts: https://gohugo.io/getting-started/configuration/ */
export interface HugoConfig {
  /** Folders of content and the keys of their languages, the deepest first. */
  readonly contentDirs: readonly (readonly [dir: string, language: string])[];
  readonly staticDir: string;
  /** Patterns of addresses by section. */
  readonly permalinks: ReadonlyMap<string, string>;
  readonly isUgly: boolean;
  readonly isCaseKept: boolean;
  readonly removesAccents: boolean;
  readonly timeZone: string;
  /** Whether days and names are taken from files called `2022-03-11-name.md`. */
  readonly datesFromNames: boolean;
  /** Language tags by the key that stands in file names. */
  readonly languages: ReadonlyMap<string, string>;
  readonly defaultLanguage: string;
  readonly isDefaultInFolder: boolean;
}

const endings = ["toml", "yaml", "yml", "json"];
const names = ["hugo", "config"].flatMap((name) => endings.map((ending) => `${name}.${ending}`));

/**
 * Reads a Hugo site's configuration.
 * @param root - the site's folder
 * @returns the configuration with Hugo's defaults; `undefined` when there is none
 * @throws FangzhiError when it cannot be parsed
 */
export function readHugoConfig(root: string): HugoConfig | undefined {
  const folder = path.join("config", "_default");
  const found = readSettings(root, [...names, ...names.map((name) => path.join(folder, name))]);
  if (!found) return undefined;
  const settings = lowerCased(found);
  const part = (name: string) =>
    keysOf(
      settings[name] ??
        readSettings(
          root,
          endings.map((ending) => path.join(folder, `${name}.${ending}`)),
        ),
    );
  const permalinks = part("permalinks");
  const sections = { ...permalinks, ...keysOf(permalinks["page"]) };
  const defaultLanguage = (textOf(settings["defaultcontentlanguage"]) ?? "en").toLowerCase();
  const languages = Object.entries(part("languages")).map(
    ([key, language]) => [key.toLowerCase(), lowerCased(keysOf(language))] as const,
  );
  const timeZone = textOf(settings["timezone"]);
  return {
    contentDirs: contentDirsOf(textOf(settings["contentdir"]) ?? "content", defaultLanguage, languages),
    staticDir: textsOf(settings["staticdir"])[0] ?? "static",
    permalinks: new Map(
      Object.entries(sections).flatMap(([name, pattern]) =>
        typeof pattern === "string" ? [[name.toLowerCase(), pattern]] : [],
      ),
    ),
    isUgly: settings["uglyurls"] === true,
    isCaseKept: settings["disablepathtolower"] === true,
    removesAccents: settings["removepathaccents"] === true,
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
    datesFromNames: textsOf(lowerCased(keysOf(settings["frontmatter"]))["date"])[0]?.toLowerCase() === ":filename",
    languages: new Map(languages.map(([key, { languagecode }]) => [key, textOf(languagecode) ?? key])),
    defaultLanguage,
    isDefaultInFolder: settings["defaultcontentlanguageinsubdir"] === true,
  };
}

function contentDirsOf(
  usual: string,
  defaultLanguage: string,
  languages: readonly (readonly [key: string, settings: Settings])[],
): HugoConfig["contentDirs"] {
  const own = languages.flatMap(([key, { contentdir }]) => {
    const dir = textOf(contentdir);
    return dir === undefined ? [] : [[dir.replace(/\/+$/, ""), key] as const];
  });
  return [...own, [usual.replace(/\/+$/, ""), defaultLanguage] as const].toSorted(([a], [b]) => b.length - a.length);
}

/**
 * Keys without regard to case, as Hugo reads them.
 * @param settings - keys and values
 * @returns the same with keys in lower case
 */
export function lowerCased(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key.toLowerCase(), value]));
}
