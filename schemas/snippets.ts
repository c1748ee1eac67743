import { frontMatterSchema } from "../src/parse/jsonSchema.ts";
import { keyWords, type KeyWords } from "../src/parse/keyWords.ts";

/** A snippet of VS Code: https://code.visualstudio.com/docs/editing/userdefinedsnippets */
interface Snippet {
  readonly scope: "markdown";
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
}

const now =
  "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE} ${CURRENT_HOUR}:${CURRENT_MINUTE}:${CURRENT_SECOND} ${CURRENT_TIMEZONE_OFFSET}";
/** Keys whose values are not chosen from examples. */
const ownBodies: Readonly<Record<string, string>> = { title: 'title: "$0"', date: `date: ${now}` };

/**
 * The keys of the front matter as snippets, with which VS Code completes them without an extension.
 * @returns the snippets by name
 */
export function frontMatterSnippets(): Readonly<Record<string, Snippet>> {
  const { properties } = frontMatterSchema();
  const keys = Object.entries(properties).map(([key, { title = key, description = "" }]) => {
    const snippet: Snippet = { scope: "markdown", prefix: key, body: bodyOf(key), description };
    return [`${key}：${title}`, snippet] as const;
  });
  const lines = ["---", "layout: post", 'title: "$1"', `date: ${now}`, "categories: $2", "tags: $3", "---", "", "$0"];
  const whole: Snippet = { scope: "markdown", prefix: ["---", "文首"], body: lines, description: "新文章的文首信息" };
  return { 文首信息: whole, ...Object.fromEntries(keys) };
}

function bodyOf(key: string): string {
  const { examples = [] } = (keyWords as Readonly<Record<string, KeyWords>>)[key] ?? {};
  const plain = examples.flatMap((one) => (typeof one === "object" ? [] : String(one).replace(/[$}\\,|]/g, "\\$&")));
  const choices = plain.length > 1 ? `|${plain.join(",")}|` : `:${plain[0] ?? ""}`;
  return ownBodies[key] ?? [key, ": ${1", choices, "}"].join("");
}
