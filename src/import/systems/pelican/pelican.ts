import { FangzhiError, HeldBack } from "../../../errors.ts";
import type { SourcePath } from "../../../model.ts";
import { remark, type Export, type NoPost, type OldPost, type System } from "../export.ts";
import { articleFile } from "../fileName.ts";
import { linkRemarks } from "../folder.ts";
import { composeFile } from "../frontMatter.ts";
import { endingOf, namesIn, readArticle, readers, siteOf, type PelicanContent, type PelicanSite } from "./article.ts";
import { linksResolved } from "./links.ts";
import { readMarkdownHead } from "./metadata.ts";
import { rstHtml } from "./rst.ts";
import { readPelicanSettings } from "./settings.ts";

/** Pelican: heads of `Title: …` and fields of reStructuredText become front matter. */
export const pelican: System = { open };

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
    remarks: [
      ...settings.computed.map((key) => remark("pelicanconf.py", "old-setting", { key })),
      ...linkRemarks(site),
    ],
    candidates: (function* () {
      for (const file of files.filter(isText)) yield candidateOf(file, site);
    })(),
  };
}

function isText(file: string): boolean {
  return endingOf(file) in readers || endingOf(file) in otherMarkup;
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
  { file, metadata, body, bodyLine, basename, date, category, title, authors, place }: PelicanContent,
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
