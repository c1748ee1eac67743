import { existsSync } from "node:fs";
import path from "node:path";
import { isTimeZone } from "../../../config.ts";
import { HeldBack } from "../../../errors.ts";
import type { Problem, SourcePath } from "../../../model.ts";
import { remark, type Export, type NoPost, type OldPost, type Opening, type System } from "../export.ts";
import { readJekyllConfig, type JekyllConfig } from "./config.ts";
import { linkRemarks, readOldFile } from "../folder.ts";
import { resolveLiquid, type LiquidContext } from "./liquid.ts";
import { listJekyll, type Candidate, type JekyllListing } from "./listing.ts";
import { carriedKeys, readJekyllPost, type JekyllPost, type JekyllSite } from "./oldPost.ts";

/** Jekyll: files are copied as they are, with what the configuration says of them written into their front matter. */
export const jekyll: System = { open };

function open(root: string, { site: { timeZone } }: Opening): Export {
  const { isThere, ...config } = readJekyllConfig(root);
  const listing = listJekyll(root, config);
  const zone = isTimeZone(config.timezone) ? config.timezone : timeZone;
  const site: JekyllSite = { root, config, zone, ownZone: timeZone };
  const byName = new Map(listing.candidates.map((candidate) => [nameOf(candidate), candidate]));
  const byPath = new Map(listing.candidates.map((candidate) => [candidate.from, candidate]));
  const addressOf = (candidate: Candidate | undefined) => {
    if (!candidate || (candidate.passedOver !== undefined && candidate.passedOver !== "old-page")) return undefined;
    if (candidate.type === "pages") return attempt(() => pageAddress(root, candidate.from));
    return attempt(() => readJekyllPost(candidate, site).address);
  };
  const links: Pick<LiquidContext, "link" | "postUrl"> = {
    link: (file) =>
      addressOf(byPath.get(file)) ??
      (existsSync(path.join(root, file)) && listing.assets.includes(file) ? `/${file}` : undefined),
    postUrl: (name) => addressOf(byName.get(name) ?? byName.get(name.replace(/^.*\//, ""))),
  };
  return {
    assets: listing.assets,
    remarks: remarksOf(config, isThere, listing, zone),
    candidates: (function* () {
      for (const candidate of listing.candidates) yield candidateOf(candidate, site, links);
    })(),
  };
}

/** A page stands where its file does, unless it says otherwise. */
function pageAddress(root: string, file: string): string {
  const own = /^permalink:[ \t]*["']?(\/[^"'\s]+)/m.exec(readOldFile(root, file).text)?.[1];
  return own ?? `/${file.replace(/\.(?:md|markdown)$/i, ".html").replace(/(?:^|(?<=\/))index\.html$/, "")}`;
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof HeldBack) return undefined;
    throw error;
  }
}

function nameOf({ below }: Candidate): string {
  return below.replace(/\.[^./]+$/, "");
}

const configName = "_config.yml";

function remarksOf(config: JekyllConfig, isThere: boolean, listing: JekyllListing, zone: string): readonly Problem[] {
  const keys = new Set(config.defaults.flatMap(({ values }) => Object.keys(values)));
  const lost = [...keys].filter((key) => !carriedKeys.has(key) && key !== "permalink" && key !== "layout");
  return [
    ...(isTimeZone(config.timezone) ? [] : [remark(configName, "old-zone-unknown", { zone })]),
    ...(listing.loose === undefined ? [] : [remark(listing.loose, "old-folder", { folder: listing.loose })]),
    ...(isThere ? lost.map((key) => remark(configName, "old-key", { key: `defaults: ${key}` })) : []),
    ...linkRemarks(listing),
  ];
}

/** Markup that a converter's plug-in read. */
const otherMarkup: Readonly<Record<string, string>> = {
  textile: "Textile",
  asciidoc: "AsciiDoc",
  adoc: "AsciiDoc",
  org: "Org",
  rst: "reStructuredText",
};

function candidateOf(
  candidate: Candidate,
  site: JekyllSite,
  links: Pick<LiquidContext, "link" | "postUrl">,
): OldPost | NoPost {
  const from = candidate.from as SourcePath;
  if (candidate.passedOver !== undefined) return { fate: "passed-over", from, why: remark(from, candidate.passedOver) };
  const ending = /\.([^./]+)$/.exec(from)![1]!;
  const markup = otherMarkup[ending.toLowerCase()];
  if (markup !== undefined) return { fate: "failed", from, why: remark(from, "old-markup", { markup }) };
  try {
    return postOf(candidate, readJekyllPost(candidate, site), ending, site, links);
  } catch (error) {
    if (error instanceof HeldBack) return { fate: "failed", from, why: error.problem };
    throw error;
  }
}

function postOf(
  candidate: Candidate,
  post: JekyllPost,
  ending: string,
  { config }: JekyllSite,
  links: Pick<LiquidContext, "link" | "postUrl">,
): OldPost {
  const { from, isReadable, bytes } = post.file;
  const isMarkdown = config.markdownEndings.includes(ending.toLowerCase());
  const { frontMatter } = post;
  const bodyAt = bodyStart(post.text);
  const liquid = resolveLiquid(post.text.slice(bodyAt), {
    ...links,
    isMarkdown,
    url: config.url,
    title: frontMatter.title ?? "",
  });
  const text = post.text.slice(0, bodyAt) + liquid.body;
  const lineAt = (at: number) => post.text.slice(0, bodyAt + at).split("\n").length;
  const isUndated = post.published === undefined && candidate.type !== "drafts" && frontMatter.date === undefined;
  const file = fileOf(candidate, isUndated).replace(/\.(?:mkd|mkdn|mkdown)$/i, ".md");
  return {
    fate: "post",
    from,
    file,
    text,
    ...(isReadable && text === post.file.text ? { original: bytes } : {}),
    additions: isUndated ? { ...post.additions, review: ["没有日期"] } : post.additions,
    ...(post.address === undefined ? {} : { address: post.address }),
    redirects: [],
    remarks: [
      ...post.remarks,
      ...(isUndated ? [remark(from, "old-undated")] : []),
      ...liquid.kept.map(({ markup, at, isTarget }) =>
        remark(from, isTarget ? "old-target" : "old-template", { markup }, lineAt(at)),
      ),
    ],
  };
}

/** Where the body begins, whatever the line ends are. */
function bodyStart(text: string): number {
  return /^\uFEFF?\s*---[^\n]*\n(?:[^]*?\n)?(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(text)?.[0].length ?? text.length;
}

/** Folders above `_posts` are categories here as they were there. */
function fileOf({ type, above, below }: Candidate, isUndated: boolean): string {
  if (type === "drafts" || isUndated)
    return [...above, "_drafts", ...(isUndated && type !== "posts" ? [type] : []), below].join("/");
  if (type !== "posts") return `${type}/${below}`;
  return [...above, ...(above.length === 0 ? [] : ["_posts"]), below].join("/");
}
