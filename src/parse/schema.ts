import * as z from "zod";
import { beginning } from "../characters.ts";

/** One text, or a list of texts, as the author wrote it. */
export type TextOrList = string | readonly string[];

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const optionalText = text.nullish().transform((value) => value ?? undefined);
const textOrList = z
  .union([
    text,
    z.preprocess(flattened, z.array(text.nullable())).transform((list) => list.filter((one) => one !== null)),
  ])
  .nullish()
  .transform((value): TextOrList => value ?? []);
/** Lists within lists are one list, as in Jekyll. */
function flattened(value: unknown): unknown {
  return Array.isArray(value) ? value.flat(Infinity) : value;
}

/** YAML 1.1, which Jekyll reads, has more words for true and false than the core schema has. */
const yesOrNo = z
  .union([
    z.boolean(),
    z.stringbool({ truthy: ["true", "yes", "on"], falsy: ["false", "no", "off"], case: "insensitive" }),
  ])
  .nullish();
/** Keys that are read whatever stands there: what it is worth is said later, and nothing is lost. */
const texts = z
  .unknown()
  .optional()
  .transform((value): readonly string[] => [flattened(value)].flat().flatMap(written));
function written(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return [typeof value === "string" ? value : JSON.stringify(value)];
}

/** Keys whose values come in every form; one that does not fit stays in `extra` and holds no article back. */
const lenient = {
  author: textOrList,
  /** The same as `author`, by the word that newspapers use. */
  byline: textOrList,
  photographer: textOrList,
  editor: textOrList,
  source: optionalText,
  original: optionalText,
  excerpt: optionalText,
  /** A line above the title (肩题) and one below it (副题). */
  kicker: optionalText,
  subtitle: optionalText,
  /** The name of the file below `posts/_sources` that the article was made from: `004.txt`. */
  source_file: optionalText,
  /** The page of the newspaper (版次): `5`, `A05`, `第5版`. */
  page: z.union([z.string(), z.number().transform(String)]).optional(),
  /** The language of the text where it is not the site's: `en`, `zh-HK`. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i)
    .optional(),
};

/** The front matter this program knows; every other key is kept as it stands. */
export const schema = z.looseObject({
  title: optionalText,
  date: optionalText,
  categories: textOrList,
  category: textOrList,
  tags: textOrList,
  tag: textOrList,
  permalink: optionalText,
  slug: optionalText,
  layout: optionalText,
  /** Jekyll publishes nothing whose `published` is there and empty. */
  published: yesOrNo.transform((value) => (value === undefined ? true : (value ?? false))),
  draft: yesOrNo.transform((value) => value ?? false),
  excerpt_separator: optionalText,
  /** How much of `date` is known: `day`, `month` or `year`. */
  date_precision: texts,
  /** What an editor has to look at yet. */
  review: texts,
  /** Former addresses, the key of jekyll-redirect-from. */
  redirect_from: texts,
  author: lenient.author.catch([]),
  byline: lenient.byline.catch([]),
  photographer: lenient.photographer.catch([]),
  editor: lenient.editor.catch([]),
  source: lenient.source.catch(undefined),
  original: lenient.original.catch(undefined),
  excerpt: lenient.excerpt.catch(undefined),
  kicker: lenient.kicker.catch(undefined),
  subtitle: lenient.subtitle.catch(undefined),
  source_file: lenient.source_file.catch(undefined),
  page: lenient.page.catch(undefined),
  lang: lenient.lang.catch(undefined),
});

type Known = z.output<typeof schema>;

/** The front matter of a post, typed once for all. */
export type FrontMatter = Readonly<Pick<Known, keyof typeof schema.shape>> & {
  readonly extra: Readonly<Record<string, unknown>>;
};

/** A value of the wrong type: which key, what it should be and what it is. */
export interface TypeFault {
  readonly key: string;
  readonly expected: string;
  readonly got: string;
}

const known = new Set(Object.keys(schema.shape));
const lenientTypes = new Map<string, z.ZodType>(Object.entries(lenient));

/**
 * Types the front matter.
 * @param data - what YAML made of it: a mapping
 * @returns the typed keys with the unknown ones under `extra`, or the first key that is of the wrong type
 */
export function typeFrontMatter(data: Readonly<Record<string, unknown>>): FrontMatter | TypeFault {
  const result = schema.safeParse(data);
  if (!result.success) {
    const key = String(result.error.issues[0]?.path[0] ?? "");
    return { key, expected: expected[key] ?? "text", got: kindOf(data[key]) };
  }
  const extra: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(data)) {
    const expects = lenientTypes.get(key);
    if (!known.has(key) || (expects && !expects.safeParse(value).success)) extra[key] = value;
  }
  return { ...result.data, extra };
}

const expected: Readonly<Record<string, string>> = {
  categories: "a text or a list of texts",
  category: "a text or a list of texts",
  tags: "a text or a list of texts",
  tag: "a text or a list of texts",
  published: "true or false",
  draft: "true or false",
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a mapping";
  return beginning(JSON.stringify(value) ?? "nothing", 60);
}
