import * as z from "zod";
import { keyWords, type KeyWords } from "./keyWords.ts";
import { schema } from "./schema.ts";

/** What the schema says of one key. */
export interface PropertySchema {
  readonly title?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

/** The schema of the front matter. */
export interface FrontMatterSchema {
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly [keyword: string]: unknown;
}

/** Patterns of JSON Schema have no flags. */
const inAnyCase = (word: string) => word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
const words = ["true", "yes", "on", "false", "no", "off"].map(inAnyCase).join("|");
const yesOrNo = { type: ["boolean", "string", "null"], pattern: `^(?:${words})$` };
const text = { type: ["string", "number", "boolean", "null"] };
/**
 * Where zod's JSON Schema says something else than the schema: any text for words that mean true, flags left out; or
 * nothing, of keys that are read whatever stands there.
 */
const closer: Readonly<Record<string, PropertySchema>> = {
  date_precision: { enum: ["day", "month", "year", null] },
  review: { anyOf: [text, { type: "array", items: text }] },
  redirect_from: { anyOf: [text, { type: "array", items: text }] },
  published: yesOrNo,
  draft: yesOrNo,
  lang: { type: "string", pattern: "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$" },
};

/**
 * The schema of the front matter for editors that write it: JSON Schema, draft 7, which they all know
 * (https://json-schema.org/draft-07).
 * @returns the schema, for `JSON.stringify`
 */
export function frontMatterSchema(): FrontMatterSchema {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", target: "draft-7", unrepresentable: "any" });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment: "Made of src/parse/schema.ts and keyWords.ts by npm run schema.",
    title: "方志文章的文首信息",
    type: "object",
    properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, described(key, value)])),
    // Other keys are kept as they are, and layouts see them.
    additionalProperties: true,
  };
}

function described(key: string, value: unknown): PropertySchema {
  const { default: _, ...own } = closer[key] ?? (value as PropertySchema);
  const told = (keyWords as Readonly<Record<string, KeyWords>>)[key];
  if (!told) return own;
  const { name, help, examples } = told;
  return {
    title: name.zh,
    description: `${help.zh}\n${name.en}: ${help.en}`,
    ...own,
    ...(examples ? { examples } : {}),
  };
}
