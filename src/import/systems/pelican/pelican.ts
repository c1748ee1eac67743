import { isTimeZone } from "../../../config.ts";
import { FangzhiError, HeldBack } from "../../../errors.ts";
import type { SourcePath } from "../../../model.ts";
import { articleDate } from "../articleDate.ts";
import { remark, type Export, type NoPost, type OldPost, type System } from "../export.ts";
import { articleFile } from "../fileName.ts";
import { filesBelow, readOldFile } from "../folder.ts";
import { composeFile } from "../frontMatter.ts";
import { textsOf } from "../settings.ts";
import { pelicanAddress } from "./address.ts";
import { readHtmlHead, readMarkdownHead, readRstHead, type PelicanFile } from "./metadata.ts";
import { rstHtml } from "./rst.ts";
import { readPelicanSettings, type PelicanSettings } from "./settings.ts";

/** Pelican: heads of `Title: …` and fields of reStructuredText become front matter. */
export const pelican: System = { open };

interface PelicanSite {
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

const readers: Readonly<Record<string, (text: string) => PelicanFile>> = {
  md: readMarkdownHead,
  markdown: readMarkdownHead,
  mkd: readMarkdownHead,
  mdown: readMarkdownHead,
  rst: readRstHead,
  html: readHtmlHead,
  htm: readHtmlHead,
};
const otherMarkup: Readonly<Record<string, string>> = {
  adoc: "AsciiDoc",
  asciidoc: "AsciiDoc",
  org: "Org",
  ipynb: "Jupyter",
};

function open(root: string): Export {
  const settings = readPelicanSettings(root);
  if (!settings) {
    throw new FangzhiError({ en: `${root} has no pelicanconf.py.`, zh: `${root} 中没有 pelicanconf.py。` }, 2);
  }
  const site = siteOf(root, settings);
  const files = [...site.files];
  return {
    assets: files.filter((file) => !isText(file)),
    remarks: settings.computed.map((key) => remark("pelicanconf.py", "old-setting", { key })),
    candidates: (function* () {
      for (const file of files.filter(isText)) yield candidateOf(file, site);
    })(),
  };
}

function siteOf(root: string, { values }: PelicanSettings): PelicanSite {
  const text = (key: string, usual: string) =>
    typeof values.get(key) === "string" ? (values.get(key) as string) : usual;
  const content = text("PATH", "content").replace(/^\.\/|\/+$/g, "");
  const below = (folder: string) => `${content}/${folder}`.replace(/\/+$/, "");
  const zone = text("TIMEZONE", "UTC");
  const files = filesBelow(
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

function isText(file: string): boolean {
  return endingOf(file) in readers || endingOf(file) in otherMarkup;
}

function endingOf(file: string): string {
  return /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}

function candidateOf(file: string, site: PelicanSite): OldPost | NoPost {
  const from = file as SourcePath;
  const isIn = (folders: readonly string[]) => folders.some((folder) => file.startsWith(`${folder}/`));
  const pass = (rule: "old-page" | "old-excluded" | "old-plain-file"): NoPost => ({
    fate: "passed-over",
    from,
    why: remark(from, rule),
  });
  if (isIn(site.pagePaths)) return pass("old-page");
  if (!isIn(site.articlePaths)) return pass("old-excluded");
  const markup = otherMarkup[endingOf(file)];
  if (markup !== undefined) return { fate: "failed", from, why: remark(from, "old-markup", { markup }) };
  try {
    const article = readArticle(file, site);
    if (article.metadata.size === 0) return pass("old-plain-file");
    if (article.metadata.get("status")?.toLowerCase() === "skip") return pass("old-excluded");
    return postOf(article, site);
  } catch (error) {
    if (error instanceof HeldBack) return { fate: "failed", from, why: error.problem };
    throw error;
  }
}

function readArticle(file: string, site: PelicanSite) {
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

/** Names are parted by semicolons or, where there is none, by commas. */
function namesIn(text: string): readonly string[] {
  return text
    .split(text.includes(";") ? ";" : ",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Metadata that is carried over under another name, or says what is said otherwise. */
const used = new Set([
  "title",
  "date",
  "category",
  "tags",
  "author",
  "authors",
  "summary",
  "status",
  "slug",
  "url",
  "save_as",
  "lang",
  "modified",
]);
/** Metadata that would mean something else here. */
const foreign = new Set([
  "layout",
  "template",
  "permalink",
  "redirect_from",
  "published",
  "draft",
  "categories",
  "tag",
  "excerpt",
  "excerpt_separator",
]);

function postOf(
  { file, metadata, body, bodyLine, basename, date, category, title, authors, place }: ReturnType<typeof readArticle>,
  site: PelicanSite,
): OldPost {
  const from = file as SourcePath;
  const isRst = endingOf(file) === "rst";
  const isMarkdown = readers[endingOf(file)] === readMarkdownHead;
  const rst = isRst ? rstHtml(body) : undefined;
  const lost: string[] = [];
  const text = linksResolved(rst?.html ?? body, file, site, lost);
  const address = "address" in place ? place.address : undefined;
  const status = metadata.get("status")?.toLowerCase() ?? "published";
  const isDraft = status === "draft";
  const isHidden = status === "hidden";
  const extra = [...metadata].filter(([key]) => !used.has(key) && !foreign.has(key));
  const name = metadata.get("slug") ?? basename.replace(/^\d{4}-\d\d-\d\d[-_]?/, "");
  return {
    fate: "post",
    from,
    file: articleFile([], date?.published.day, name || title, isMarkdown ? ".md" : ".html"),
    text: composeFile(
      {
        layout: "post",
        title,
        date: date?.date,
        categories: category === undefined ? [] : [category],
        tags: namesIn(metadata.get("tags") ?? ""),
        author: authors,
        excerpt: metadata.get("summary"),
        lang: metadata.get("lang"),
        modified: metadata.get("modified"),
        draft: isDraft ? true : undefined,
        published: isHidden ? false : undefined,
        ...Object.fromEntries(extra),
        ...(date ? {} : { review: ["没有日期"] }),
      },
      text,
    ),
    additions: {},
    ...(isDraft || isHidden || address === undefined ? {} : { address }),
    redirects: [],
    remarks: [
      ...("reason" in place && date ? [remark(from, "old-address-unknown", { reason: place.reason })] : []),
      ...(date ? [] : [remark(from, "old-undated")]),
      ...(isHidden ? [remark(from, "old-not-public", { state: "hidden" })] : []),
      ...[...metadata.keys()].filter((key) => foreign.has(key)).map((key) => remark(from, "old-key", { key })),
      ...(rst?.kept ?? []).map(({ markup, line }) => remark(from, "old-rst", { markup }, line + bodyLine - 1)),
      ...lost.map((markup) => remark(from, "old-target", { markup })),
    ],
  };
}

/** `{filename}../other.md` is a page, `{static}/images/a.png` a file: https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content */
function linksResolved(text: string, file: string, site: PelicanSite, lost: string[]): string {
  return text.replace(/[{|](filename|static|attach|index)[}|]([^\s"'<>)#]*)/g, (whole, kind: string, path: string) => {
    if (kind === "index") return "/";
    const found = fileAt(path, file, site);
    const address =
      found !== undefined && endingOf(found) in readers && kind === "filename"
        ? addressOf(found, site)
        : found && `/${found.slice(site.content.length + 1)}`;
    if (address === undefined) lost.push(whole);
    return address ?? whole;
  });
}

function fileAt(path: string, file: string, { content, files }: PelicanSite): string | undefined {
  const parts = path.startsWith("/") ? [content] : file.split("/").slice(0, -1);
  for (const part of decodeURI(path).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const found = parts.join("/");
  return files.has(found) ? found : undefined;
}

function addressOf(file: string, site: PelicanSite): string | undefined {
  try {
    const { place } = readArticle(file, site);
    return "address" in place ? place.address : undefined;
  } catch {
    return undefined;
  }
}
