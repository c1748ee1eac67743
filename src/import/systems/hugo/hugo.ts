import { FangzhiError, HeldBack } from "../../../errors.ts";
import type { Problem, SourcePath } from "../../../model.ts";
import { byCodeUnit } from "../../../order.ts";
import { articleDate } from "../articleDate.ts";
import { remark, type Export, type NoPost, type OldPost, type Opening, type System } from "../export.ts";
import { articleFile } from "../fileName.ts";
import { filesBelow, readOldFile } from "../folder.ts";
import { composeFile } from "../frontMatter.ts";
import { withRootImages } from "../images.ts";
import { faultIn, parseSettings, textOf, textsOf, type Settings } from "../settings.ts";
import { hugoAddress } from "./address.ts";
import { lowerCased, readHugoConfig, type HugoConfig } from "./config.ts";
import { splitHugo, type FencedFile } from "./fences.ts";
import { resolveShortcodes } from "./shortcodes.ts";

/** Hugo: front matter in YAML, TOML or JSON becomes YAML, addresses those that Hugo gave. */
export const hugo: System = { open };

interface HugoSite {
  readonly root: string;
  readonly config: HugoConfig;
  readonly now: number;
  /** All files of the content folder, by their path below it without ending, `/index` and language. */
  readonly pages: ReadonlyMap<string, string>;
  /** Folders of the content folder that hold an `_index` file. */
  readonly sections: ReadonlySet<string>;
  /** Folders that are bundles: they hold an `index` file. */
  readonly bundles: ReadonlySet<string>;
}

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
  const below = (file: string) => file.startsWith(`${config.contentDir}/`);
  const files = filesBelow(
    root,
    (folder) => below(`${folder}/`) || folder === config.staticDir || folder.startsWith(`${config.staticDir}/`),
  );
  const content = files.filter(below);
  const texts = content.filter((file) => readable.test(file) || endingOf(file) in otherMarkup);
  const pages = new Map(texts.map((file) => [pathOf(file, config).key, file]));
  const bundles = new Set(
    texts.filter((file) => /(?:^|\/)index\.[^/]*$/.test(file)).map((file) => file.replace(/\/[^/]*$/, "")),
  );
  const sections = new Set(
    texts.filter((file) => /(?:^|\/)_index\.[^/]*$/.test(file)).map((file) => file.replace(/\/[^/]*$/, "")),
  );
  const site: HugoSite = { root, config, now, pages, bundles, sections };
  return {
    assets: files
      .filter((file) => file.startsWith(`${config.staticDir}/`) || (below(file) && !texts.includes(file)))
      .sort(byCodeUnit),
    remarks: [],
    candidates: (function* () {
      for (const file of texts) yield candidateOf(file, site);
    })(),
  };
}

function endingOf(file: string): string {
  return /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}

/** A content file's place: its folders, its name, and its language where the name says it. */
function pathOf(
  file: string,
  config: HugoConfig,
): {
  readonly key: string;
  readonly folders: readonly string[];
  readonly name: string;
  readonly isBundle: boolean;
  readonly language: string;
} {
  const folders = file.slice(config.contentDir.length + 1).split("/");
  const stem = folders.pop()!.replace(/\.[^.]+$/, "");
  const suffix = /\.([\w-]+)$/.exec(stem)?.[1]?.toLowerCase() ?? "";
  const language = config.languages.has(suffix) ? suffix : config.defaultLanguage;
  const name = config.languages.has(suffix) ? stem.slice(0, -suffix.length - 1) : stem;
  const isBundle = name === "index" && folders.length > 0;
  const own = isBundle ? folders.pop()! : name;
  const key = [...folders, own].join("/").toLowerCase() + (language === config.defaultLanguage ? "" : `.${language}`);
  return { key, folders, name: own, isBundle, language };
}

function candidateOf(file: string, site: HugoSite): OldPost | NoPost {
  const from = file as SourcePath;
  const pass = (rule: Problem["rule"]): NoPost => ({ fate: "passed-over", from, why: remark(from, rule) });
  const name = file.replace(/^.*\//, "");
  if (name.startsWith("_index.")) return pass("old-page");
  const folder = file.replace(/\/[^/]*$/, "");
  const isResource = [...site.bundles].some(
    (bundle) => (folder === bundle && !name.startsWith("index.")) || folder.startsWith(`${bundle}/`),
  );
  if (isResource) {
    return { fate: "passed-over", from, why: remark(from, "old-kind", { kind: "page resource" }) };
  }
  const markup = otherMarkup[endingOf(file)];
  if (markup !== undefined) return { fate: "failed", from, why: remark(from, "old-markup", { markup }) };
  try {
    const page = readPage(file, site);
    if (!page) return pass("old-plain-file");
    // A page of no section and no day: about, contact.
    return page.place.folders.length === 0 && page.date === undefined ? pass("old-page") : postOf(page, site);
  } catch (error) {
    if (error instanceof HeldBack) return { fate: "failed", from, why: error.problem };
    throw error;
  }
}

type Page = NonNullable<ReturnType<typeof readPage>>;

function readPage(file: string, { root, config, sections }: HugoSite) {
  const text = readOldFile(root, file).text.replace(/\r\n?/g, "\n");
  const fenced = splitHugo(text);
  if (!fenced) return undefined;
  const keys = settingsOf(file, fenced);
  const place = pathOf(file, config);
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
        (_, index) => index === 0 || sections.has([config.contentDir, ...place.folders.slice(0, index + 1)].join("/")),
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

function postOf({ file, fenced, keys, place, date, address }: Page, site: HugoSite): OldPost {
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

function refOf(path: string, file: string, site: HugoSite): string | undefined {
  const plain = path
    .replace(/^\/+|\/+$/g, "")
    .replace(/(?:\/_?index)?\.(?:md|markdown|html?)$/i, "")
    .toLowerCase();
  const beside = [...pathOf(file, site.config).folders, plain].join("/").toLowerCase();
  const found =
    site.pages.get(beside) ?? site.pages.get(plain) ?? [...site.pages].find(([key]) => key.endsWith(`/${plain}`))?.[1];
  try {
    const page = found === undefined ? undefined : readPage(found, site);
    return page && "address" in page.address ? page.address.address : undefined;
  } catch {
    return undefined;
  }
}
