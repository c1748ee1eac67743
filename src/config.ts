import * as z from "zod";
import { oneLine } from "./characters.ts";
import { FangzhiError } from "./errors.ts";
import { hasKnownPlaceholders } from "./normalise/permalink.ts";
import { knownHosts } from "./repository.ts";

const wholeNumber = (least: number, most: number) => z.int().min(least).max(most);

const schema = z.strictObject({
  /** Name of the archive, in the masthead and in every page's title. */
  title: z.string().transform(oneLine).pipe(z.string().min(1).max(100)).default("区域经济新闻档案"),
  /** One sentence on what the archive is, for the home page and for search engines. */
  description: z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(500))
    .default("收录区域经济新闻，按报纸、标签与月份编目，供浏览、查阅与引用。"),
  /** Where the site will stand: `https://finews.example.org`, perhaps with a folder: `https://example.org/finews`. */
  url: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/[?#]/.test(url), "Expected no ? and no #")
    .refine(isDecodable, "Expected a path that is percent-encoded UTF-8"),
  /** Language of the articles, unless one says otherwise; the site's own words are Chinese. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "Expected a language tag such as zh-CN")
    .default("zh-CN"),
  /** IANA time zone in which days begin and dates without a zone are read. */
  timeZone: z
    .string()
    .refine((name) => isTimeZone(name), "Expected an IANA time zone such as Asia/Shanghai")
    .default("Asia/Shanghai"),
  /** Address of an article whose front matter gives none, with Jekyll's placeholders. */
  permalink: z
    .string()
    .startsWith("/")
    .refine(hasKnownPlaceholders, "Expected only placeholders that Jekyll knows")
    .default("/:categories/:year/:month/:day/:title.html"),
  /** `link`: images on other hosts become links, so that pages make no third-party request; `show`: they are shown. */
  images: z.enum(["link", "show"]).default("link"),
  /** Whether the site and each category have a picture for links to them in social media. */
  cards: z.boolean().default(true),
  /** Whether a paragraph that breaks off at a comma is joined with the one in which it goes on. */
  joinBrokenParagraphs: z.boolean().default(true),
  /** Names of categories by slug, where the most frequent first tag of their articles is not the right name. */
  labels: z.record(z.string(), z.string().transform(oneLine).pipe(z.string().min(1))).default({}),
  /** Hosts the site stood at before: links to them lead to this site. */
  formerHosts: z
    .array(
      z
        .string()
        .toLowerCase()
        .regex(/^[^/:@\s]+(?::\d+)?$/, "Expected a host such as finews.example.org"),
    )
    .default([]),
  /** Where the article files are kept, so that each page leads to its own; its host must let files be edited. */
  repository: z
    .strictObject({
      /** Its address: `https://github.com/owner/name`. */
      url: z.url({ protocol: /^https?$/ }),
      branch: z.string().min(1).default("main"),
      /** The folder of the articles in it. */
      posts: z
        .string()
        .transform((folder) => folder.replace(/^\/+|\/+$/g, ""))
        .default("posts"),
      /** For other hosts, the address at which a file is edited, with `{branch}` and `{path}` in it. */
      edit: z
        .url({ protocol: /^https?$/ })
        .includes("{path}")
        .optional(),
    })
    .refine(
      // What is wrong with an address that is none has been said.
      ({ url, edit }) => edit !== undefined || !URL.canParse(url) || knownHosts.includes(new URL(url).host),
      `Expected a repository at ${knownHosts.join(", ")}, or where its files are edited (edit)`,
    )
    .optional(),
  /** Length of excerpts, characters. */
  excerptLength: wholeNumber(20, 1000).default(120),
  /** Articles on the home page and in each feed. */
  latest: wholeNumber(1, 200).default(30),
  /** Articles on the first page of a category or tag. */
  newest: wholeNumber(1, 200).default(20),
  /** Articles on one page of a month; more are set on numbered pages. */
  pageSize: wholeNumber(10, 1000).default(100),
  /** From so many articles on, a category or tag has pages for its months; a smaller one has all on its own page. */
  monthsFrom: wholeNumber(1, 1000).default(1),
  /** Whether the site has a search, with its index. */
  search: z.boolean().default(true),
  /** Whether the sources that articles were imported from, kept in `posts/_sources`, are published below `/sources`. */
  sources: z.boolean().default(false),
  /** Whether the articles are published as data too: files below `/data`, a JSON API below `/api`, a page about them. */
  data: z.boolean().default(true),
});

/** What a site owner writes in `.eleventy.ts`. */
export type SiteOptions = z.input<typeof schema>;

/** The site's configuration with all its defaults, checked. */
export type Site = Readonly<z.output<typeof schema>> & {
  /** Scheme and host of `url`: `https://example.org`. */
  readonly origin: string;
  /** Folder of `url`, without a slash at its end: `/finews`, or empty. */
  readonly prefix: string;
};

/**
 * Gives the configuration its types in an editor; it changes nothing.
 * @param options - the options
 * @returns the same options
 */
export function defineSite(options: SiteOptions): SiteOptions {
  return options;
}

/**
 * Checks the configuration and fills in its defaults.
 * @param options - what `.eleventy.ts` exports as `site`
 * @returns the site
 * @throws FangzhiError naming every option that is wrong, and what was expected
 */
export function checkSite(options: unknown): Site {
  const result = schema.safeParse(options);
  if (!result.success) {
    const faults = result.error.issues
      .map(({ path, message }) => `  ${path.join(".") || "site"}: ${message}`)
      .join("\n");
    throw new FangzhiError({
      en: `The configuration in .eleventy.ts is wrong:\n${faults}`,
      zh: `.eleventy.ts 中的配置有误：\n${faults}`,
    });
  }
  const { origin, pathname } = new URL(result.data.url);
  return { ...result.data, origin, prefix: decodeURI(pathname).replace(/\/+$/, "") };
}

function isDecodable(url: string): boolean {
  try {
    return decodeURI(url) !== "";
  } catch {
    return false;
  }
}

/**
 * Whether a text names a time zone.
 * @param name - such as `Asia/Shanghai`
 * @returns false when no such zone is known
 */
export function isTimeZone(name: string | undefined): name is string {
  if (name === undefined) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
