import { Temporal } from "temporal-polyfill";
import type { Published } from "../../../model.ts";
import type { HugoConfig } from "./config.ts";

/** What a Hugo page's address is made of. */
export interface HugoPage {
  /** Folders below `content`; of a bundle, those above its own. */
  readonly folders: readonly string[];
  /** Those of them that are sections: the first, and below it those with an `_index` file. */
  readonly sections: readonly string[];
  /** The file's name without its ending, or that of a bundle's folder. */
  readonly name: string;
  readonly title: string;
  readonly slug: string | undefined;
  readonly url: string | undefined;
  readonly published: Published | undefined;
  /** The folder of its language: `/en`, or empty. */
  readonly prefix: string;
}

/**
 * The address of a page by Hugo's rules: https://gohugo.io/content-management/urls/
 * @param page - the page
 * @param config - the site's configuration
 * @returns the address from the root of the site, or the reason why it cannot be told
 */
export function hugoAddress(
  page: HugoPage,
  config: HugoConfig,
): { readonly address: string } | { readonly reason: string } {
  if (page.url !== undefined) {
    return /:[a-z]/.test(page.url) ? { reason: page.url } : { address: asServed(`/${page.url}`, false) };
  }
  const pattern = config.permalinks.get((page.folders[0] ?? "/").toLowerCase());
  const usual = pattern ?? `/${[...page.folders, "\u0000"].join("/")}`;
  let unknown: string | undefined;
  const filled = usual
    .replace("\u0000", () => page.slug ?? page.name)
    .replace(pattern === undefined ? /(?!)/g : /:([a-z]+)(\[[^\]]*\])?/g, (token, name: string, slice?: string) => {
      const value = slice === undefined && Object.hasOwn(tokens, name) ? tokens[name]!(page) : undefined;
      unknown ??= value === undefined ? token : undefined;
      return value ?? "";
    });
  if (unknown !== undefined) return { reason: unknown };
  const clean = sanitised(filled, config);
  const served = asServed(`${page.prefix}/${clean}`, config.isUgly);
  // What a pattern gives is a folder, even where it is called x.html.
  return { address: pattern === undefined || config.isUgly ? served : served.replace(/(?<!\/)$/, "/") };
}

type Token = (page: HugoPage) => string | undefined;

const ofDate = (read: (day: Temporal.PlainDate) => string | number): Token => {
  return ({ published }) => published && String(read(Temporal.PlainDate.from(published.local.slice(0, 10))));
};
const piece = (from: number, to: number): Token => {
  return ({ published }) => published?.local.slice(from, to);
};
const english = (options: Intl.DateTimeFormatOptions): Token => ofDate((day) => day.toLocaleString("en-US", options));

/** https://gohugo.io/configuration/permalinks/#tokens; `:filename` is the older name. */
const tokens: Readonly<Record<string, Token>> = {
  year: piece(0, 4),
  month: piece(5, 7),
  monthname: english({ month: "long" }),
  day: piece(8, 10),
  weekday: ofDate(({ dayOfWeek }) => dayOfWeek % 7),
  weekdayname: english({ weekday: "long" }),
  yearday: ofDate(({ dayOfYear }) => dayOfYear),
  section: ({ folders }) => folders[0] ?? "",
  sections: ({ sections }) => sections.join("/"),
  title: ({ title }) => urlPart(title),
  slug: ({ slug, title }) => urlPart(slug ?? title),
  slugorfilename: ({ slug, name }) => urlPart(slug ?? name),
  slugorcontentbasename: ({ slug, name }) => urlPart(slug ?? name),
  filename: ({ name }) => urlPart(name),
  contentbasename: ({ name }) => urlPart(name),
};

function urlPart(text: string): string {
  return text.replaceAll("/", "-");
}

/** Hugo's `UnicodeSanitize`: https://github.com/gohugoio/hugo/blob/v0.111.3/helpers/path.go */
function sanitised(path: string, { isCaseKept, removesAccents }: HugoConfig): string {
  const plain = removesAccents
    ? path
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .normalize("NFC")
    : path;
  const kept = plain
    .split("/")
    .map((segment) => segment.replace(/[^\p{L}\p{Nd}\p{M}.\\_#+~@\s-]/gu, "").replace(/[\s-]*\s[\s-]*/g, "-"))
    .filter(Boolean)
    .join("/");
  return (isCaseKept ? kept : kept.toLowerCase()) + (path.endsWith("/") ? "/" : "");
}

function asServed(path: string, isUgly: boolean): string {
  const address = path.replace(/\/{2,}/g, "/");
  if (address.endsWith("/") || /\.html?$/i.test(address)) return address;
  return isUgly ? `${address}.html` : `${address}/`;
}
