import type { RuleName } from "../../../rules.ts";
import { filesBelow, type Below } from "../folder.ts";
import { isExcluded, type JekyllConfig } from "./config.ts";

/** A file of a Jekyll site that is a post, a draft or a document of a collection, or might be taken for one. */
export interface Candidate {
  /** Its path below the site's folder. */
  readonly from: string;
  /** `posts`, `drafts` or a collection's label. */
  readonly type: string;
  /** Its path below the folder that Jekyll looks into, or, of a loose file, below the folder with the posts. */
  readonly below: string;
  /** The folders above `_posts`. */
  readonly above: readonly string[];
  /** Why Jekyll passes it over, if it does. */
  readonly passedOver?: RuleName;
}

/** What stands in a Jekyll site's folder. */
export interface JekyllListing extends Pick<Below, "linkedFolders"> {
  readonly candidates: readonly Candidate[];
  readonly assets: readonly string[];
  /** The folder whose files were taken for posts, where there is no `_posts`. */
  readonly loose?: string;
}

const text = /\.(?:md|markdown|mkd|mkdn|mkdown|html?|txt|textile|asciidoc|adoc|org|rst)$/i;
const dated = /(?:^|\/)\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^./]+$/;
/** What a loose folder may keep its posts in, and what is in it. */
const looseFolder = "posts";

/**
 * Lists a Jekyll site: https://jekyllrb.com/docs/structure/
 * @param root - the site's folder
 * @param config - its configuration
 * @returns what there is, in code-unit order
 * @throws FangzhiError when the folder cannot be read
 */
export function listJekyll(root: string, config: JekyllConfig): JekyllListing {
  const { files, linkedFolders } = filesBelow(root, (folder) => !/(?:^|\/)(?:_site|vendor)$/.test(folder));
  const isJekyll = files.some((file) => /(?:^|\/)_(?:posts|drafts)\//.test(file));
  const candidates: Candidate[] = [];
  const assets: string[] = [];
  const loose = isJekyll ? undefined : files.some((file) => file.startsWith(`${looseFolder}/`)) ? looseFolder : ".";
  for (const file of files) {
    const found = loose === undefined ? specialFile(file, config) : looseFile(file, loose);
    const candidate = found ?? collectionFile(file, config);
    if (candidate) candidates.push(isExcluded(config, file) ? { ...candidate, passedOver: "old-excluded" } : candidate);
    else if (isOwn(file)) continue;
    else if (text.test(file) && /(?:^|\/)[._#~]/.test(file)) {
      candidates.push({ from: file, type: "pages", below: file, above: [], passedOver: "old-excluded" });
    } else if (text.test(file))
      candidates.push({ from: file, type: "pages", below: file, above: [], passedOver: "old-page" });
    else assets.push(file);
  }
  return { candidates, assets, linkedFolders, ...(loose === undefined ? {} : { loose }) };
}

/** What Jekyll itself makes use of. */
function isOwn(file: string): boolean {
  return /(?:^|\/)(?:_(?:layouts|includes|data|sass|plugins)\/|\.)|^_config\./.test(file);
}

/** What stands below a `_posts` or `_drafts`, the first of them in its path. */
function specialFile(file: string, { collectionsDir }: JekyllConfig): Candidate | undefined {
  const folders = file.split("/");
  const at = folders.findIndex((folder) => folder === "_posts" || folder === "_drafts");
  if (at < 0 || at === folders.length - 1 || !text.test(file)) return undefined;
  const type = folders[at]!.slice(1);
  const above = folders.slice(0, at).join("/") === collectionsDir ? [] : folders.slice(0, at);
  const below = folders.slice(at + 1).join("/");
  const candidate = { from: file, type, below, above };
  if (above.some((folder) => /^[._#~]/.test(folder))) return { ...candidate, passedOver: "old-excluded" };
  return folders.at(-1)!.startsWith(".") || (type === "posts" && !dated.test(file))
    ? { ...candidate, passedOver: "old-name" }
    : candidate;
}

function looseFile(file: string, folder: string): Candidate | undefined {
  if (folder !== "." && !file.startsWith(`${folder}/`)) return undefined;
  const below = folder === "." ? file : file.slice(folder.length + 1);
  const candidate: Candidate = { from: file, type: "posts", below, above: [] };
  if (dated.test(file) && text.test(file)) return candidate;
  return folder === "." ? undefined : { ...candidate, passedOver: "old-name" };
}

function collectionFile(file: string, { collections, collectionsDir }: JekyllConfig): Candidate | undefined {
  const path =
    collectionsDir !== "" && file.startsWith(`${collectionsDir}/`) ? file.slice(collectionsDir.length + 1) : file;
  const [folder = "", ...rest] = path.split("/");
  const label = folder.slice(1);
  if (!folder.startsWith("_") || !collections.has(label) || rest.length === 0 || !text.test(file)) return undefined;
  return { from: file, type: label, below: rest.join("/"), above: [] };
}
