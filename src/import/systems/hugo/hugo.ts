import { foldersAbove } from "../../../address.ts";
import { FangzhiError, HeldBack } from "../../../errors.ts";
import type { Problem, SourcePath } from "../../../model.ts";
import { byCodeUnit } from "../../../order.ts";
import { articleDate } from "../articleDate.ts";
import { remark, type Export, type NoPost, type OldPost, type Opening, type System } from "../export.ts";
import { articleFile } from "../fileName.ts";
import { filesBelow, linkRemarks } from "../folder.ts";
import { composeFile } from "../frontMatter.ts";
import { withRootImages } from "../images.ts";
import { textOf, textsOf } from "../settings.ts";
import { readHugoConfig, type HugoConfig } from "./config.ts";
import { placeOf, readHugoPage, refOf, type HugoContent, type HugoSite } from "./page.ts";
import { resolveShortcodes } from "./shortcodes.ts";

/** Hugo: front matter in YAML, TOML or JSON becomes YAML, addresses those that Hugo gave. */
export const hugo: System = { open };

const readable = /\.(?:md|markdown|mdown|html?)$/i;
const otherMarkup: Readonly<Record<string, string>> = {
  adoc: "AsciiDoc",
  asciidoc: "AsciiDoc",
  ad: "AsciiDoc",
  org: "Org",
  rst: "reStructuredText",
  pandoc: "Pandoc",
  pdc: "Pandoc",
};

function open(root: string, { now }: Opening): Export {
  const config = readHugoConfig(root);
  if (!config) {
    throw new FangzhiError(
      {
        en: `${root} has no Hugo configuration (hugo.toml, config.toml, …).`,
        zh: `${root} 中没有 Hugo 的配置文件（hugo.toml、config.toml 等）。`,
      },
      2,
    );
  }
  const dirs = [config.staticDir, ...config.contentDirs.map(([dir]) => dir)];
  const below = (file: string) => config.contentDirs.some(([dir]) => file.startsWith(`${dir}/`));
  const { files, linkedFolders } = filesBelow(root, (folder) =>
    dirs.some((dir) => `${folder}/`.startsWith(`${dir}/`) || dir.startsWith(`${folder}/`)),
  );
  const content = files.filter(below);
  const texts = content.filter(isText);
  const pages = new Map(texts.map((file) => [placeOf(file, config).key, file]));
  const byName = new Map([...pages].map(([key, file]) => [key.replace(/^.*\//, ""), file]));
  const bundles = new Set(texts.filter((file) => /(?:^|\/)index\.[^/]*$/.test(file)).map(folderOf));
  const sections = new Set(texts.filter((file) => /(?:^|\/)_index\.[^/]*$/.test(file)).map(folderOf));
  const site: HugoSite = { root, config, now, pages, byName, bundles, sections };
  return {
    assets: files
      .filter((file) => file.startsWith(`${config.staticDir}/`) || (below(file) && !isText(file)))
      .sort(byCodeUnit),
    remarks: linkRemarks({ linkedFolders }),
    candidates: (function* () {
      for (const file of texts) yield candidateOf(file, site);
    })(),
  };
}

function isText(file: string): boolean {
  return readable.test(file) || endingOf(file) in otherMarkup;
}

function folderOf(file: string): string {
  return file.replace(/\/[^/]*$/, "");
}

function endingOf(file: string): string {
  return /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}

function candidateOf(file: string, site: HugoSite): OldPost | NoPost {
  const from = file as SourcePath;
  const pass = (rule: Problem["rule"]): NoPost => ({ fate: "passed-over", from, why: remark(from, rule) });
  const name = file.replace(/^.*\//, "");
  if (name.startsWith("_index.")) return pass("old-page");
  const isResource =
    (site.bundles.has(folderOf(file)) && !name.startsWith("index.")) ||
    foldersAbove(folderOf(file)).some((folder) => site.bundles.has(folder));
  if (isResource) {
    return { fate: "passed-over", from, why: remark(from, "old-kind", { kind: "page resource" }) };
  }
  const markup = otherMarkup[endingOf(file)];
  if (markup !== undefined) return { fate: "failed", from, why: remark(from, "old-markup", { markup }) };
  try {
    const page = readHugoPage(file, site);
    if (!page) return pass("old-plain-file");
    // A page of no section and no day: about, contact.
    return page.place.folders.length === 0 && page.date === undefined ? pass("old-page") : postOf(page, site);
  } catch (error) {
    if (error instanceof HeldBack) return { fate: "failed", from, why: error.problem };
    throw error;
  }
}

/** Keys that are carried over under another name, or say what is said otherwise. */
const used = new Set([
  ...["title", "date", "draft", "slug", "url", "aliases", "categories", "tags", "author", "authors", "summary", "lang"],
  ...["publishdate", "pubdate", "published", "expirydate", "unpublishdate", "lastmod", "modified"],
]);
/** Keys that would mean something else here. */
const foreign = new Set([
  "layout",
  "type",
  "category",
  "tag",
  "permalink",
  "redirect_from",
  "excerpt",
  "excerpt_separator",
  "outputs",
  "cascade",
]);

function postOf({ file, fenced, keys, place, date, address }: HugoContent, site: HugoSite): OldPost {
  const from = file as SourcePath;
  const { config, now } = site;
  const isMarkdown = !/\.html?$/i.test(file);
  const body = resolveShortcodes(fenced.body, { isMarkdown, ref: (path) => refOf(path, file, site) });
  const lineAt = (at: number) => fenced.bodyLine + fenced.body.slice(0, at).split("\n").length - 1;
  const isDraft = keys["draft"] === true || keys["draft"] === "true";
  const hidden = [
    ...(isPast(keys["expirydate"] ?? keys["unpublishdate"], config, now) ? ["expiryDate"] : []),
    ...(isToCome(keys["publishdate"] ?? keys["pubdate"], config, now) ? ["publishDate"] : []),
  ];
  const known = "address" in address ? address.address : undefined;
  const isPublic = !isDraft && hidden.length === 0;
  const extra = Object.entries(keys).filter(([key]) => !used.has(key) && !foreign.has(key));
  const text = composeFile(
    {
      layout: "post",
      title: textOf(keys["title"]),
      date: date?.date,
      categories: textsOf(keys["categories"]),
      tags: textsOf(keys["tags"]),
      author: authorsOf(keys["author"] ?? keys["authors"]),
      excerpt: textOf(keys["summary"]),
      excerpt_separator: fenced.body.includes("<!--more-->") ? "<!--more-->" : undefined,
      lang:
        config.languages.size > 1 && place.language !== config.defaultLanguage
          ? config.languages.get(place.language)
          : undefined,
      lastmod: textOf(keys["lastmod"] ?? keys["modified"]),
      expiryDate: textOf(keys["expirydate"] ?? keys["unpublishdate"]),
      publishDate: textOf(keys["publishdate"] ?? keys["pubdate"]),
      draft: isDraft ? true : undefined,
      published: hidden.length > 0 ? false : undefined,
      ...Object.fromEntries(extra),
      ...(date === undefined ? { review: ["没有日期"] } : {}),
    },
    known === undefined ? body.body : withRootImages(body.body, known),
  );
  const sections = /^posts?$/i.test(place.folders[0] ?? "") ? place.folders.slice(1) : place.folders;
  const folders = place.language === config.defaultLanguage ? sections : [...sections, place.language];
  return {
    fate: "post",
    from,
    file: articleFile(
      folders,
      date?.published.day,
      textOf(keys["slug"]) ?? place.name.replace(/^\d{4}-\d\d-\d\d[-_]/, ""),
      isMarkdown ? ".md" : ".html",
    ),
    text,
    additions: {},
    ...(known === undefined || !isPublic ? {} : { address: known }),
    redirects: textsOf(keys["aliases"]).map((alias) => aliasOf(alias, known)),
    remarks: [
      ...("reason" in address && date ? [remark(from, "old-address-unknown", { reason: address.reason })] : []),
      ...(date === undefined ? [remark(from, "old-undated")] : []),
      ...hidden.map((state) => remark(from, "old-not-public", { state })),
      ...Object.keys(keys)
        .filter((key) => foreign.has(key))
        .map((key) => remark(from, "old-key", { key })),
      ...body.kept.map(({ markup, at, isTarget }) =>
        remark(from, isTarget ? "old-target" : "old-template", { markup }, lineAt(at)),
      ),
    ],
  };
}

function isPast(value: unknown, config: HugoConfig, now: number): boolean {
  const date = articleDate(textOf(value) ?? "", config.timeZone);
  return date !== undefined && Date.parse(date.published.instant) <= now && !date.date.startsWith("0001");
}

function isToCome(value: unknown, config: HugoConfig, now: number): boolean {
  const date = articleDate(textOf(value) ?? "", config.timeZone);
  return date !== undefined && Date.parse(date.published.instant) > now;
}

function authorsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) =>
    typeof one === "object" && one !== null && "name" in one ? textsOf(one.name) : textsOf(one),
  );
}

/** An alias that does not begin at the root begins beside the page. */
function aliasOf(alias: string, address: string | undefined): string {
  const from =
    alias.startsWith("/") || address === undefined ? `/${alias}` : `${address.replace(/[^/]*\/?$/, "")}${alias}`;
  const clean = from.replace(/\/{2,}/g, "/");
  return clean.endsWith("/") || /\.html?$/i.test(clean) ? clean : `${clean}/`;
}
