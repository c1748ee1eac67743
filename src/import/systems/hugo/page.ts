import { HeldBack } from "../../../errors.ts";
import { articleDate } from "../articleDate.ts";
import { remark } from "../export.ts";
import { readOldFile } from "../folder.ts";
import { faultIn, parseSettings, textOf, type Settings } from "../settings.ts";
import { hugoAddress } from "./address.ts";
import { lowerCased, type HugoConfig } from "./config.ts";
import { splitHugo, type FencedFile } from "./fences.ts";

/** A Hugo site, as far as its pages need it. */
export interface HugoSite {
  readonly root: string;
  readonly config: HugoConfig;
  readonly now: number;
  /** All files of the content folder, by their path below it without ending, `/index` and language. */
  readonly pages: ReadonlyMap<string, string>;
  /** The same by the last part of that path alone. */
  readonly byName: ReadonlyMap<string, string>;
  /** Folders of the content folder that hold an `_index` file. */
  readonly sections: ReadonlySet<string>;
  /** Folders that are bundles: they hold an `index` file. */
  readonly bundles: ReadonlySet<string>;
}

/** Where a content file stands. */
export interface HugoPlace {
  /** The folder of the content. */
  readonly dir: string;
  /** What `ref` names it by: its path without ending, in lower case, its language behind it where it is another. */
  readonly key: string;
  /** Folders below that of the content; of a bundle, those above its own. */
  readonly folders: readonly string[];
  readonly name: string;
  readonly language: string;
}

/**
 * Reads a content file's path.
 * @param file - the path below the site's folder
 * @param config - the site's configuration
 * @returns its folders, its name, and its language where its folder or its name says it
 */
export function placeOf(file: string, config: HugoConfig): HugoPlace {
  const [dir = "", ofDir = config.defaultLanguage] =
    config.contentDirs.find(([folder]) => file.startsWith(`${folder}/`)) ?? [];
  const folders = file.slice(dir.length + 1).split("/");
  const stem = folders.pop()!.replace(/\.[^.]+$/, "");
  const suffix = /\.([\w-]+)$/.exec(stem)?.[1]?.toLowerCase() ?? "";
  const language = config.languages.has(suffix) ? suffix : ofDir;
  const name = config.languages.has(suffix) ? stem.slice(0, -suffix.length - 1) : stem;
  const isBundle = name === "index" && folders.length > 0;
  const own = isBundle ? folders.pop()! : name;
  const key = [...folders, own].join("/").toLowerCase() + (language === config.defaultLanguage ? "" : `.${language}`);
  return { dir, key, folders, name: own, language };
}

/** A page of a Hugo site as Hugo reads it. */
export type HugoContent = NonNullable<ReturnType<typeof readHugoPage>>;

/**
 * Reads a content file.
 * @param file - its path below the site's folder
 * @param site - the site
 * @returns the page; `undefined` when it has no front matter
 * @throws HeldBack when it cannot be read
 */
export function readHugoPage(file: string, { root, config, sections }: HugoSite) {
  const text = readOldFile(root, file).text.replace(/\r\n?/g, "\n");
  const fenced = splitHugo(text);
  if (!fenced) return undefined;
  const keys = settingsOf(file, fenced);
  const place = placeOf(file, config);
  const dated = config.datesFromNames ? /^(\d{4}-\d\d-\d\d)[-_](.+)$/.exec(place.name) : null;
  const written = [
    dated?.[1],
    ...["date", "publishdate", "pubdate", "published", "lastmod", "modified"].map((key) => textOf(keys[key])),
  ].find((one) => one !== undefined && !one.startsWith("0001-"));
  const date = written === undefined ? undefined : articleDate(written, config.timeZone);
  if (written !== undefined && date === undefined) {
    throw new HeldBack(remark(file, "date-unreadable", { text: written }));
  }
  const inFolder = config.languages.size > 0 && (place.language !== config.defaultLanguage || config.isDefaultInFolder);
  const address = hugoAddress(
    {
      ...place,
      sections: place.folders.filter(
        (_, index) => index === 0 || sections.has(`${place.dir}/${place.folders.slice(0, index + 1).join("/")}`),
      ),
      name: dated?.[2] ?? place.name,
      title: textOf(keys["title"]) ?? "",
      slug: textOf(keys["slug"]),
      url: textOf(keys["url"]),
      published: date?.published,
      prefix: inFolder ? `/${place.language}` : "",
    },
    config,
  );
  return { file, fenced, keys, place, date, address };
}

function settingsOf(file: string, { frontMatter, frontMatterLine, format }: FencedFile): Settings {
  try {
    return lowerCased(parseSettings(frontMatter, format));
  } catch (error) {
    throw faultIn(file, error, frontMatterLine);
  }
}

/**
 * The address of the page that `ref` names: beside the page, then from the root, then by its name alone.
 * https://gohugo.io/content-management/cross-references/
 * @param path - as the shortcode has it, without its anchor
 * @param file - the page with the shortcode
 * @param site - the site
 * @returns the address; `undefined` when there is no such page
 */
export function refOf(path: string, file: string, site: HugoSite): string | undefined {
  const plain = path
    .replace(/^\/+|\/+$/g, "")
    .replace(/(?:\/_?index)?\.(?:md|markdown|html?)$/i, "")
    .toLowerCase();
  const beside = [...placeOf(file, site.config).folders, plain].join("/").toLowerCase();
  const found = site.pages.get(beside) ?? site.pages.get(plain) ?? site.byName.get(plain.replace(/^.*\//, ""));
  try {
    const page = found === undefined ? undefined : readHugoPage(found, site);
    return page && "address" in page.address ? page.address.address : undefined;
  } catch {
    return undefined;
  }
}
