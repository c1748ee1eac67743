import path from "node:path";
import { isTimeZone } from "../../../config.ts";
import { keysOf, readSettings, textOf, textsOf, type Settings } from "../settings.ts";

/** What a Hugo site's configuration says that matters to its posts: https://gohugo.io/getting-started/configuration/ */
export interface HugoConfig {
  readonly contentDir: string;
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
  const timeZone = textOf(settings["timezone"]);
  return {
    contentDir: textOf(settings["contentdir"]) ?? "content",
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
    languages: new Map(
      Object.entries(part("languages")).map(([key, language]) => [
        key.toLowerCase(),
        textOf(lowerCased(keysOf(language))["languagecode"]) ?? key,
      ]),
    ),
    defaultLanguage: (textOf(settings["defaultcontentlanguage"]) ?? "en").toLowerCase(),
    isDefaultInFolder: settings["defaultcontentlanguageinsubdir"] === true,
  };
}

/**
 * Keys without regard to case, as Hugo reads them.
 * @param settings - keys and values
 * @returns the same with keys in lower case
 */
export function lowerCased(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key.toLowerCase(), value]));
}
