import { byCodeUnit } from "../../../order.ts";
import { keysOf, readSettings, textOf, textsOf, type Settings } from "../settings.ts";

/** Front matter that the configuration gives to some files. */
export interface Defaults {
  readonly path: string;
  readonly type?: string;
  readonly values: Settings;
}

/** What a Jekyll site's `_config.yml` says that matters to its posts: https://jekyllrb.com/docs/configuration/options/ */
export interface JekyllConfig {
  /** Template of its posts' addresses. */
  readonly permalink: string;
  /** Templates of the collections that have pages, by label. */
  readonly collections: ReadonlyMap<string, string>;
  readonly collectionsDir: string;
  readonly timezone?: string;
  readonly encoding?: string;
  readonly url: string;
  readonly baseurl: string;
  readonly defaults: readonly Defaults[];
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly markdownEndings: readonly string[];
}

/**
 * The styles of `permalink` that have names, and what they add to an address of a collection:
 * https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/configuration.rb `style_to_permalink`, `utils.rb`
 * `add_permalink_suffix`
 */
const styles: Readonly<Record<string, readonly [posts: string, collection: string]>> = {
  date: ["/:categories/:year/:month/:day/:title:output_ext", ":output_ext"],
  pretty: ["/:categories/:year/:month/:day/:title/", "/"],
  ordinal: ["/:categories/:year/:y_day/:title:output_ext", ":output_ext"],
  weekdate: ["/:categories/:year/W:week/:short_day/:title:output_ext", ":output_ext"],
  none: ["/:categories/:title:output_ext", ":output_ext"],
};

/**
 * Reads a Jekyll site's configuration.
 * @param root - the site's folder
 * @returns the configuration with Jekyll's defaults, and whether there is any
 * @throws FangzhiError when there is one that cannot be parsed
 */
export function readJekyllConfig(root: string): JekyllConfig & { readonly isThere: boolean } {
  const found = readSettings(root, ["_config.toml", "_config.yml", "_config.yaml"]);
  const settings = found ?? {};
  const style = textOf(settings["permalink"]) ?? "date";
  const [posts, suffix] = styles[style] ?? [style, /:output_ext$|\/$/.exec(style)?.[0] ?? ""];
  const labelled = labelledCollections(settings["collections"]);
  const timezone = textOf(settings["timezone"]);
  const encoding = textOf(settings["encoding"]);
  return {
    isThere: found !== undefined,
    permalink: textOf(labelled.get("posts")?.["permalink"]) ?? posts,
    collections: new Map(
      [...labelled]
        .filter(([label, { output }]) => output === true && label !== "posts" && label !== "drafts")
        .map(([label, { permalink }]) => [label, textOf(permalink) ?? `/:collection/:path${suffix}`]),
    ),
    collectionsDir: (textOf(settings["collections_dir"]) ?? "").replace(/^\/+|\/+$/g, ""),
    ...(timezone === undefined ? {} : { timezone }),
    ...(encoding === undefined ? {} : { encoding }),
    url: textOf(settings["url"]) ?? "",
    baseurl: textOf(settings["baseurl"]) ?? "",
    defaults: defaultsOf(settings["defaults"]),
    exclude: textsOf(settings["exclude"]),
    include: textsOf(settings["include"]),
    markdownEndings: (textOf(settings["markdown_ext"]) ?? "markdown,mkdown,mkdn,mkd,md").split(/\s*,\s*/),
  };
}

function labelledCollections(value: unknown): ReadonlyMap<string, Settings> {
  if (Array.isArray(value)) return new Map(textsOf(value).map((label) => [label, {}]));
  return new Map(Object.entries(keysOf(value)).map(([label, settings]) => [label, keysOf(settings)]));
}

function defaultsOf(value: unknown): readonly Defaults[] {
  if (!Array.isArray(value)) return [];
  return value.map(keysOf).map(({ scope, values }) => {
    const type = textOf(keysOf(scope)["type"]);
    const path = (textOf(keysOf(scope)["path"]) ?? "").replace(/^\//, "");
    return { path, ...(type === undefined ? {} : { type }), values: keysOf(values) };
  });
}

/**
 * The front matter that the configuration gives to a file: of two scopes the longer path counts, then the one with a
 * type, then the later one.
 * @param config - the site's configuration
 * @param path - the file's path below the site's folder, or below `collections_dir`
 * @param type - `posts`, `drafts` or a collection's label
 * @returns the keys
 */
export function defaultsFor({ defaults, collectionsDir }: JekyllConfig, path: string, type: string): Settings {
  const applying = defaults.filter(
    (one) =>
      (one.type === undefined || plural(one.type) === type) && coversPath(withoutDir(one.path, collectionsDir), path),
  );
  return Object.assign(
    {},
    ...applying.toSorted((a, b) => byCodeUnit(rank(a), rank(b))).map(({ values }) => values),
  ) as Settings;
}

function rank({ path, type }: Defaults): string {
  return `${String(path.length).padStart(9, "0")}${type === undefined ? 0 : 1}`;
}

/** Names of types before Jekyll 2. */
function plural(type: string): string {
  return { post: "posts", page: "pages", draft: "drafts" }[type] ?? type;
}

function withoutDir(path: string, dir: string): string {
  return dir !== "" && path.startsWith(`${dir}/`) ? path.slice(dir.length + 1) : path;
}

function coversPath(scope: string, path: string): boolean {
  return scope.includes("*") ? globbed(scope, "[^/]*").test(path) : path.startsWith(scope);
}

/**
 * Whether a file is left out by `exclude` and not taken in again by `include`.
 * @param config - the site's configuration
 * @param path - the file's path below the site's folder
 * @returns true when Jekyll does not see it
 */
export function isExcluded({ exclude, include }: JekyllConfig, path: string): boolean {
  const matches = (pattern: string) => {
    const plain = pattern.replace(/^\//, "");
    return path.startsWith(plain) || (/[*?[]/.test(plain) && globbed(plain, ".*").test(path));
  };
  return exclude.some((pattern) => !include.includes(pattern) && matches(pattern));
}

function globbed(pattern: string, star: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, star)
    .replace(/\?/g, ".");
  return new RegExp(`^${escaped}`);
}
