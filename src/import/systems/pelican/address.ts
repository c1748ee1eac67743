import { Temporal } from "temporal-polyfill";
import type { Published } from "../../../model.ts";

/** What a Pelican article's address is made of. */
export interface PelicanArticle {
  /** As its metadata has it; else it is made of `slugSource`. */
  readonly slug: string | undefined;
  readonly slugSource: string;
  readonly category: string;
  readonly author: string;
  readonly lang: string;
  readonly published: Published | undefined;
}

/**
 * The address of an article by Pelican's rules: https://docs.getpelican.com/en/latest/settings.html#url-settings
 * @param pattern - the setting `ARTICLE_SAVE_AS`, or `ARTICLE_URL`: `{date:%Y}/{slug}.html`
 * @param article - the article
 * @returns the address from the root of the site, or what of it cannot be told
 */
export function pelicanAddress(
  pattern: string,
  article: PelicanArticle,
): { readonly address: string } | { readonly reason: string } {
  let unknown: string | undefined;
  const filled = pattern.replace(/\{(\w+)(?::([^{}]*))?\}/g, (field, name: string, format: string | undefined) => {
    const value = name === "date" ? dateOf(format ?? "", article.published) : textOf(name, article);
    unknown ??= value === undefined ? (name in sources ? sources[name]!(article) : field) : undefined;
    return value ?? "";
  });
  if (unknown !== undefined) return { reason: unknown };
  const address = `/${filled}`.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
  return { address };
}

const sources: Readonly<Record<string, (article: PelicanArticle) => string>> = {
  slug: ({ slugSource }) => slugSource,
  category: ({ category }) => category,
  author: ({ author }) => author,
};

function textOf(name: string, article: PelicanArticle): string | undefined {
  if (name === "lang") return article.lang;
  if (name === "slug" && article.slug !== undefined) return article.slug;
  return Object.hasOwn(sources, name) ? pelicanSlug(sources[name]!(article)) : undefined;
}

/**
 * Pelican's `slugify`: https://github.com/getpelican/pelican/blob/4.9.1/pelican/utils.py
 * @param text - a title or a name
 * @returns its slug; `undefined` for other scripts, of which Pelican spells the sound by a table of its own
 */
export function pelicanSlug(text: string): string | undefined {
  if (/[^\0-\x7f]/.test(text)) return undefined;
  return text
    .replace(/[^\w\s-]/g, "")
    .trim()
    .replace(/[-\s]+/g, "-")
    .toLowerCase();
}

const english = (options: Intl.DateTimeFormatOptions) => (day: Temporal.PlainDate) =>
  day.toLocaleString("en-US", options);
const figures = (read: (day: Temporal.PlainDate) => number, length: number) => (day: Temporal.PlainDate) =>
  String(read(day)).padStart(length, "0");

/** https://docs.python.org/3/library/datetime.html#format-codes */
const codes: Readonly<Record<string, (day: Temporal.PlainDate, local: string) => string>> = {
  Y: figures(({ year }) => year, 4),
  y: figures(({ year }) => year % 100, 2),
  m: figures(({ month }) => month, 2),
  d: figures(({ day }) => day, 2),
  j: figures(({ dayOfYear }) => dayOfYear, 3),
  b: english({ month: "short" }),
  B: english({ month: "long" }),
  a: english({ weekday: "short" }),
  A: english({ weekday: "long" }),
  H: (_, local) => local.slice(11, 13),
  M: (_, local) => local.slice(14, 16),
  S: (_, local) => local.slice(17, 19),
};

function dateOf(format: string, published: Published | undefined): string | undefined {
  if (!published) return undefined;
  const day = Temporal.PlainDate.from(published.local.slice(0, 10));
  let isKnown = true;
  const text = format.replace(/%(-?)([a-zA-Z])/g, (_, bare: string, code: string) => {
    const value = codes[code]?.(day, published.local);
    isKnown &&= value !== undefined;
    return (bare === "" ? value : value?.replace(/^0+(?=\d)/, "")) ?? "";
  });
  return isKnown ? text : undefined;
}
