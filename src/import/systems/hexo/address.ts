import { createHash } from "node:crypto";
import type { Published } from "../../../model.ts";
import { textOf } from "../settings.ts";
import type { HexoConfig } from "./config.ts";

/** What a Hexo post's address is made of. */
export interface HexoPost {
  /** Its path below `_posts` without its ending, or what `new_post_name` takes for the title in it. */
  readonly slug: string;
  readonly title: string;
  /** Each category with those above it, the topmost first. */
  readonly categories: readonly (readonly string[])[];
  readonly published: Published;
  /** The front matter's own. */
  readonly permalink: string | undefined;
}

/**
 * The address of a post by Hexo's rules: https://hexo.io/docs/permalinks
 * @param post - the post
 * @param config - the site's configuration
 * @returns the address from the root of the site, or the placeholder that has no one meaning
 */
export function hexoAddress(
  post: HexoPost,
  config: HexoConfig,
): { readonly address: string } | { readonly reason: string } {
  if (post.permalink !== undefined) {
    const address = `/${post.permalink}`.replace(/\/{2,}/g, "/");
    return { address: /\/$|\.html?$/i.test(address) ? address : `${address}/` };
  }
  const { local, instant } = post.published;
  const seconds = String(Math.floor(Date.parse(instant) / 1000));
  const parts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(config.permalinkDefaults).map(([key, value]) => [key, textOf(value) ?? ""])),
    title: post.slug,
    name: post.slug.replace(/^.*\//, ""),
    post_title: slugized(post.title, 1),
    year: local.slice(0, 4),
    month: local.slice(5, 7),
    i_month: String(Number(local.slice(5, 7))),
    day: local.slice(8, 10),
    i_day: String(Number(local.slice(8, 10))),
    hour: local.slice(11, 13),
    minute: local.slice(14, 16),
    second: local.slice(17, 19),
    timestamp: seconds,
    hash: createHash("sha1")
      .update(post.slug + seconds)
      .digest("hex")
      .slice(0, 12),
    category: categorySlug(post.categories.at(-1), config),
  };
  let unknown: string | undefined;
  const filled = config.permalink.replace(/:(\w+)/g, (token, name: string) => {
    const value = parts[name];
    unknown ??= value === undefined ? token : undefined;
    return value ?? "";
  });
  return unknown === undefined ? { address: `/${filled}`.replace(/\/{2,}/g, "/") } : { reason: unknown };
}

function categorySlug(path: readonly string[] | undefined, config: HexoConfig): string {
  if (!path) return config.defaultCategory;
  return path.map((name) => slugized(textOf(config.categoryMap[name]) ?? name, config.filenameCase)).join("/");
}

/**
 * What `new_post_name` takes for the title in a file's path.
 * @param path - the file's path below `_posts`, without its ending
 * @param pattern - the configuration's `new_post_name`
 * @returns the title, and the day that the path says
 */
export function readPostName(path: string, pattern: string): { readonly slug: string; readonly day?: string } {
  // What stands twice in a pattern says the same twice.
  const named = new Set<string>();
  const source = pattern
    .replace(/\.[^./]+$/, "")
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:(i_)?(year|month|day|title|hash)/g, (_, short: string | undefined, name: string) => {
      const figures = name === "year" ? "\\d{4}" : short === undefined ? "\\d{2}" : "\\d{1,2}";
      if (name === "hash") return "[0-9a-f]{12}";
      const isAgain = named.has(name);
      named.add(name);
      if (name === "title") return isAgain ? "\\k<title>" : "(?<title>.+?)";
      return isAgain ? figures : `(?<${name}>${figures})`;
    });
  const groups = new RegExp(`^${source}$`).exec(path)?.groups;
  if (!groups) return { slug: slugized(path, 0) };
  const { title, year, month, day } = groups;
  const isDated = year !== undefined && month !== undefined && day !== undefined;
  return {
    slug: title ?? slugized(path, 0),
    ...(isDated ? { day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` } : {}),
  };
}

/** https://github.com/hexojs/hexo-util/blob/v3.3.0/lib/slugize.ts */
function slugized(text: string, transform: number): string {
  const plain = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    // oxlint-disable-next-line no-control-regex -- Hexo's own.
    .replace(/[\u0000-\u001f]/g, "")
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-+|-+$/g, "");
  return transform === 1 ? plain.toLowerCase() : transform === 2 ? plain.toUpperCase() : plain;
}
