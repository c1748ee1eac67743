import { FangzhiError, HeldBack } from "../../../errors.ts";
import type { SourcePath } from "../../../model.ts";
import { articleDate } from "../articleDate.ts";
import { remark, type Export, type NoPost, type OldPost, type Opening, type System } from "../export.ts";
import { articleFile } from "../fileName.ts";
import { filesBelow, linkRemarks, readOldFile } from "../folder.ts";
import { composeFile } from "../frontMatter.ts";
import { rootAddress, withRootImages } from "../images.ts";
import { faultIn, parseSettings, textOf, textsOf, type Settings } from "../settings.ts";
import { hexoAddress, readPostName } from "./address.ts";
import { readHexoConfig, type HexoConfig } from "./config.ts";
import { splitHexo, type HexoFile } from "./fences.ts";
import { resolveTags } from "./tags.ts";

/** Hexo: front matter in its four forms becomes YAML between fences, addresses those of its permalink pattern. */
export const hexo: System = { open };

interface HexoSite {
  readonly root: string;
  readonly config: HexoConfig;
  readonly zone: string;
  /** Posts by their path below `_posts`, without ending. */
  readonly posts: ReadonlyMap<string, string>;
  /** The same by their names alone. */
  readonly byName: ReadonlyMap<string, string>;
}

const text = /\.(?:md|markdown|mkd|mkdn|mdown|mdtxt|html?)$/i;

function open(root: string, { site: { timeZone } }: Opening): Export {
  const config = readHexoConfig(root);
  if (!config) {
    throw new FangzhiError(
      { en: `${root} has no _config.yml of Hexo.`, zh: `${root} 中没有 Hexo 的 _config.yml。` },
      2,
    );
  }
  const { sourceDir } = config;
  const below = filesBelow(root, (folder) => folder === sourceDir || folder.startsWith(`${sourceDir}/`));
  const files = below.files.filter((file) => file.startsWith(`${sourceDir}/`));
  const texts = files.filter((file) => text.test(file));
  const inPosts = `${sourceDir}/_posts/`;
  const posts = new Map(
    texts.filter((file) => file.startsWith(inPosts)).map((file) => [stemOf(file.slice(inPosts.length)), file]),
  );
  const byName = new Map([...posts].map(([key, file]) => [key.replace(/^.*\//, ""), file]));
  const zone = config.timezone ?? timeZone;
  return {
    assets: files.filter((file) => !text.test(file)),
    remarks: [
      ...(config.timezone === undefined ? [remark("_config.yml", "old-zone-unknown", { zone })] : []),
      ...linkRemarks(below),
    ],
    candidates: (function* () {
      for (const file of texts) yield candidateOf(file, { root, config, zone, posts, byName });
    })(),
  };
}

function stemOf(file: string): string {
  return file.replace(/\.[^./]+$/, "");
}

function candidateOf(file: string, site: HexoSite): OldPost | NoPost {
  const from = file as SourcePath;
  const [folder = "", ...below] = file.slice(site.config.sourceDir.length + 1).split("/");
  const pass = (rule: "old-page" | "old-name" | "old-plain-file"): NoPost => ({
    fate: "passed-over",
    from,
    why: remark(from, rule),
  });
  if (folder !== "_posts" && folder !== "_drafts") return pass("old-page");
  if (below.some((name) => /^[_.]|~$/.test(name))) return pass("old-name");
  try {
    const post = readPost(file, site);
    return post ? postOf(post, site) : pass("old-plain-file");
  } catch (error) {
    if (error instanceof HeldBack) return { fate: "failed", from, why: error.problem };
    throw error;
  }
}

type Read = NonNullable<ReturnType<typeof readPost>>;

function readPost(file: string, { root, config, zone }: HexoSite) {
  const split = splitHexo(readOldFile(root, file).text.replace(/\r\n?/g, "\n"));
  if (!split) return undefined;
  const keys = keysOfFile(file, split);
  const isDraft = file.startsWith(`${config.sourceDir}/_drafts/`);
  const below = stemOf(file.replace(/^.*?\/_(?:posts|drafts)\//, ""));
  const { slug, day } = readPostName(below, config.newPostName);
  const written = textOf(keys["date"]) ?? day;
  const date = written === undefined ? undefined : articleDate(written, zone);
  if (written !== undefined && !date)
    throw new HeldBack(remark(file, "date-unreadable", { text: written }, split.frontMatterLine));
  const title = textOf(keys["title"]) ?? "";
  const categories = categoryPaths(keys["categories"] ?? keys["category"]);
  const place =
    date &&
    hexoAddress({ slug, title, categories, published: date.published, permalink: textOf(keys["permalink"]) }, config);
  return { file, split, keys, isDraft, slug, date, title, categories, place };
}

function keysOfFile(file: string, { frontMatter, format, frontMatterLine }: HexoFile): Settings {
  try {
    return parseSettings(frontMatter, format);
  } catch (error) {
    throw faultIn(file, error, frontMatterLine);
  }
}

/** `a` is one category, `[a, b]` is b below a, `[[a, b], c]` is both of these paths. */
function categoryPaths(value: unknown): readonly (readonly string[])[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : textsOf(value);
  if (list.length === 0) return [];
  return list.some(Array.isArray) ? list.map(textsOf) : [textsOf(list)];
}

/** Keys that are carried over under another name, or say what is said otherwise. */
const used = new Set([
  "title",
  "date",
  "categories",
  "category",
  "tags",
  "tag",
  "permalink",
  "published",
  "layout",
  "author",
  "excerpt",
  "lang",
  "updated",
]);
/** Keys that would mean something else here. */
const foreign = new Set(["slug", "redirect_from", "draft", "excerpt_separator"]);

function postOf({ file, split, keys, isDraft, slug, date, title, categories, place }: Read, site: HexoSite): OldPost {
  const from = file as SourcePath;
  const address = place && "address" in place ? place.address : undefined;
  const isMarkdown = !/\.html?$/i.test(file);
  const tags = resolveTags(split.body, {
    isMarkdown,
    asset: (name) => (address === undefined ? undefined : rootAddress(name, address.replace(/[^/]*$/, ""))),
    post: (name) => linked(name, site),
  });
  const lineAt = (at: number) => split.bodyLine + split.body.slice(0, at).split("\n").length - 1;
  const more = /<!--\s*more\s*-->/.exec(split.body)?.[0];
  const isHidden = keys["published"] === false;
  const extra = Object.entries(keys).filter(([key]) => !used.has(key) && !foreign.has(key));
  const article = composeFile(
    {
      layout: "post",
      title,
      date: date?.date,
      categories: [...new Set(categories.flat())],
      tags: textsOf(keys["tags"] ?? keys["tag"]),
      author: textsOf(keys["author"]),
      excerpt: textOf(keys["excerpt"]),
      excerpt_separator: more,
      lang: textOf(keys["lang"]),
      updated: textOf(keys["updated"]),
      published: isHidden ? false : undefined,
      ...Object.fromEntries(extra),
      ...(date || isDraft ? {} : { review: ["没有日期"] }),
    },
    address === undefined ? tags.body : withRootImages(tags.body, address),
  );
  const ending = isMarkdown ? ".md" : ".html";
  const name = slug.replace(/^.*\//, "");
  const folders = slug.split("/").slice(0, -1);
  return {
    fate: "post",
    from,
    file: isDraft
      ? articleFile(folders, undefined, slug.replace(/^.*\//, ""), ending)
      : articleFile(folders, date?.published.day, name, ending),
    text: article,
    additions: {},
    ...(isDraft || isHidden || address === undefined ? {} : { address }),
    redirects: [],
    remarks: [
      ...(place && "reason" in place ? [remark(from, "old-address-unknown", { reason: place.reason })] : []),
      ...(date || isDraft ? [] : [remark(from, "old-undated")]),
      ...Object.keys(keys)
        .filter((key) => foreign.has(key))
        .map((key) => remark(from, "old-key", { key })),
      ...tags.kept.map(({ markup, at, isTarget }) =>
        remark(from, isTarget ? "old-target" : "old-template", { markup }, lineAt(at)),
      ),
    ],
  };
}

function linked(name: string, site: HexoSite): { readonly title: string; readonly address: string } | undefined {
  const file = site.posts.get(name) ?? site.byName.get(name);
  try {
    const post = file === undefined ? undefined : readPost(file, site);
    return post?.place && "address" in post.place ? { title: post.title, address: post.place.address } : undefined;
  } catch {
    return undefined;
  }
}
