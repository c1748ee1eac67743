import { isTimeZone } from "../../../config.ts";
import { HeldBack } from "../../../errors.ts";
import { articleDate } from "../articleDate.ts";
import { remark } from "../export.ts";
import { filesBelow, readOldFile, type Below } from "../folder.ts";
import { textsOf } from "../settings.ts";
import { pelicanAddress } from "./address.ts";
import { readHtmlHead, readMarkdownHead, readRstHead, type PelicanFile } from "./metadata.ts";
import type { PelicanSettings } from "./settings.ts";

/** A Pelican site, as far as its articles need it. */
export interface PelicanSite extends Pick<Below, "linkedFolders"> {
  readonly root: string;
  readonly content: string;
  readonly articlePaths: readonly string[];
  readonly pagePaths: readonly string[];
  readonly saveAs: string;
  readonly zone: string;
  readonly defaultCategory: string;
  readonly takesFolders: boolean;
  readonly fromName: RegExp | undefined;
  readonly slugIsBasename: boolean;
  readonly author: string;
  readonly lang: string;
  readonly files: ReadonlySet<string>;
}

/** What reads a file, by its ending. */
export const readers: Readonly<Record<string, (text: string) => PelicanFile>> = {
  md: readMarkdownHead,
  markdown: readMarkdownHead,
  mkd: readMarkdownHead,
  mdown: readMarkdownHead,
  rst: readRstHead,
  html: readHtmlHead,
  htm: readHtmlHead,
};
/**
 * Makes a site of its settings, with Pelican's defaults, and lists its files.
 * @param root - the site's folder
 * @param settings - what its settings say
 * @returns the site
 * @throws FangzhiError when the folder cannot be read
 */
export function siteOf(root: string, { values }: PelicanSettings): PelicanSite {
  const text = (key: string, usual: string) =>
    typeof values.get(key) === "string" ? (values.get(key) as string) : usual;
  const content = text("PATH", "content").replace(/^\.\/|\/+$/g, "");
  const below = (folder: string) => `${content}/${folder}`.replace(/\/+$/, "");
  const zone = text("TIMEZONE", "UTC");
  const { files, linkedFolders } = filesBelow(
    root,
    (folder) => folder === content || folder.startsWith(`${content}/`) || content.startsWith(`${folder}/`),
  );
  return {
    root,
    content,
    articlePaths: values.has("ARTICLE_PATHS") ? textsOf(values.get("ARTICLE_PATHS")).map(below) : [content],
    pagePaths: (values.has("PAGE_PATHS") ? textsOf(values.get("PAGE_PATHS")) : ["pages"]).map(below),
    saveAs: text("ARTICLE_SAVE_AS", text("ARTICLE_URL", "{slug}.html")),
    zone: isTimeZone(zone) ? zone : "UTC",
    defaultCategory: text("DEFAULT_CATEGORY", "misc"),
    takesFolders: values.get("USE_FOLDER_AS_CATEGORY") !== false,
    fromName: patternOf(text("FILENAME_METADATA", String.raw`(?P<date>\d{4}-\d{2}-\d{2}).*`)),
    slugIsBasename: values.get("SLUGIFY_SOURCE") === "basename",
    author: text("AUTHOR", ""),
    lang: text("DEFAULT_LANG", "en"),
    linkedFolders,
    files: new Set(files.filter((file) => file.startsWith(`${content}/`))),
  };
}

/** Python names its groups `(?P<date>…)`. */
function patternOf(python: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${python.replaceAll("(?P<", "(?<")})`);
  } catch {
    return undefined;
  }
}

/**
 * The ending of a file's name.
 * @param file - a path
 * @returns the ending in lower case, without its dot
 */
export function endingOf(file: string): string {
  return /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}

/** An article of a Pelican site as Pelican reads it. */
export type PelicanContent = ReturnType<typeof readArticle>;

/**
 * Reads an article.
 * @param file - its path below the site's folder
 * @param site - the site
 * @returns the article; without metadata it is none
 * @throws HeldBack when it cannot be read
 */
export function readArticle(file: string, site: PelicanSite) {
  const read = readers[endingOf(file)]!;
  const { metadata: own, body, bodyLine } = read(readOldFile(site.root, file).text.replace(/\r\n?/g, "\n"));
  const basename = file.replace(/^.*\//, "").replace(/\.[^.]+$/, "");
  // An article has a head; what the file's name says comes after it.
  const named = own.size === 0 ? {} : (site.fromName?.exec(basename)?.groups ?? {});
  const metadata = new Map([...Object.entries(named).filter(([, value]) => value !== undefined), ...own]);
  const written = metadata.get("date");
  const date = written === undefined ? undefined : articleDate(written, site.zone);
  if (written !== undefined && !date) throw new HeldBack(remark(file, "date-unreadable", { text: written }));
  const folder = file
    .slice(site.content.length + 1)
    .split("/")
    .at(-2);
  const category = metadata.get("category") ?? (site.takesFolders ? folder : undefined);
  const title = metadata.get("title") ?? "";
  const authors = namesIn(metadata.get("authors") ?? metadata.get("author") ?? site.author);
  const place = pelicanAddress(metadata.get("save_as") ?? metadata.get("url") ?? site.saveAs, {
    slug: metadata.get("slug"),
    slugSource: site.slugIsBasename ? basename : title,
    category: category ?? site.defaultCategory,
    author: authors[0] ?? "",
    lang: metadata.get("lang") ?? site.lang,
    published: date?.published,
  });
  return { file, metadata, body, bodyLine, basename, date, category, title, authors, place };
}

/**
 * Reads a row of names.
 * @param text - names parted by semicolons or, where there is none, by commas
 * @returns the names
 */
export function namesIn(text: string): readonly string[] {
  return text
    .split(text.includes(";") ? ";" : ",")
    .map((name) => name.trim())
    .filter(Boolean);
}
