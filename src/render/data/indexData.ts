import { absoluteAddress } from "../../address.ts";
import type { Archive } from "../../catalogue/archive.ts";
import type { Site } from "../../config.ts";
import type { Permalink } from "../../model.ts";
import type { Make } from "../makers.ts";
import { textHash, type SetPage } from "../setPage.ts";
import { monthView, termOf, type MonthView, type TermView } from "../views.ts";
import { volumeAddress, volumeFiles } from "./addresses.ts";
import { articleSchema } from "./articleSchema.ts";
import { jsonLine } from "./json.ts";
import { addressesOf } from "./termData.ts";

/** What the file that leads to all others is made from. */
interface IndexContext {
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly categories: readonly TermView[];
  readonly volumes: readonly MonthView[];
}

const tagsAddress = "/api/tag/index.json" as Permalink;
const schemaAddress = "/data/article.schema.json" as Permalink;

/**
 * The files that lead to all others, and the one that says what a record is.
 * @param archive - the archive
 * @returns the files
 */
export function* indexData({ entries, categories, tags, volumes }: Archive): Iterable<SetPage> {
  const pages = [
    {
      layout: "index.json",
      permalink: "/api/index.json" as Permalink,
      context: () => ({
        count: entries.length,
        first: entries.at(-1)?.day ?? null,
        last: entries[0]?.day ?? null,
        categories: categories.map(termOf),
        volumes: volumes.map(monthView),
      }),
    },
    { layout: "tags.json", permalink: tagsAddress, context: () => ({ tags: tags.map(termOf) }) },
    { layout: "article.schema.json", permalink: schemaAddress, context: () => ({}) },
  ];
  for (const page of pages) yield { ...page, fingerprint: () => textHash(page.context()) };
}

/** What makes them. */
export const indexMakers = {
  "index.json": (context, { site }) => {
    const { count, first, last, categories, volumes } = context as IndexContext;
    return `${jsonLine({
      ...{ title: site.title, description: site.description, language: site.language, timeZone: site.timeZone },
      ...{ url: absoluteAddress("/", site), count, first, last },
      schema: absoluteAddress(schemaAddress, site),
      datapackage: absoluteAddress("/data/datapackage.json", site),
      categories: categories.map((category) => termIn(category, site)),
      tags: absoluteAddress(tagsAddress, site),
      volumes: volumes.map(({ month, count: inMonth, permalink }) => ({
        ...{ month, count: inMonth, url: absoluteAddress(permalink, site) },
        files: volumeFiles.map((file) => absoluteAddress(volumeAddress(month, file), site)),
      })),
    })}\n`;
  },
  "tags.json": (context, { site }) => {
    const { tags } = context as { readonly tags: readonly TermView[] };
    return `${jsonLine({ tags: tags.map((tag) => termIn(tag, site)) })}\n`;
  },
  "article.schema.json": (_, { site }) => `${JSON.stringify(articleSchema(site), undefined, 1)}\n`,
} satisfies Readonly<Record<string, Make>>;

function termIn({ slug, label, count, permalink }: TermView, site: Site) {
  return { slug, label, count, ...addressesOf(permalink, site) };
}
