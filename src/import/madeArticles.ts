import { readFileSync } from "node:fs";
import path from "node:path";
import { decode } from "../read/encoding.ts";
import { listSources } from "../read/list.ts";
import { splitAtFences } from "../parse/fences.ts";
import { readYaml } from "../parse/yaml.ts";
import { YamlFault } from "../parse/yamlFault.ts";
import { readGivenDate, type FoundDate } from "./dates.ts";
import type { Given } from "./articleFile.ts";

/** An article file that was made from a kept source. */
export interface MadeArticle {
  /** Its path below the posts folder. */
  readonly path: string;
  readonly text: string;
  /** What its front matter says of date, source, category and tags now. */
  readonly given: Given;
}

/**
 * Finds the articles that were made from a kept source, wherever they were moved to.
 * @param posts - path of the posts folder
 * @param name - the source's name below `_sources`
 * @returns the articles, in code-unit order of their paths
 */
export function madeArticles(posts: string, name: string): readonly MadeArticle[] {
  return listSources(posts).articles.flatMap((at) => {
    const bytes = readFileSync(path.join(posts, at));
    if (!bytes.includes("source_file:")) return [];
    const decoded = decode(bytes);
    if (!("text" in decoded)) return [];
    const values = frontMatterOf(decoded.text);
    return values["source_file"] === name ? [{ path: at, text: decoded.text, given: givenBy(values) }] : [];
  });
}

function frontMatterOf(text: string): Readonly<Record<string, unknown>> {
  const fenced = splitAtFences(text);
  if (fenced.kind !== "split") return {};
  try {
    const { data } = readYaml(fenced.frontMatter);
    return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  } catch (error) {
    if (error instanceof YamlFault) return {};
    throw error;
  }
}

function givenBy(values: Readonly<Record<string, unknown>>): Given {
  const texts = (key: string) => [values[key] ?? []].flat().map(String);
  const precision = values["date_precision"];
  const whole = readGivenDate(texts("date")[0] ?? "");
  const date: FoundDate | undefined =
    whole && (precision === "month" || precision === "year") ? { date: whole.date.slice(0, 10), precision } : whole;
  return {
    ...(date ? { date } : {}),
    ...(texts("source")[0] === undefined ? {} : { source: texts("source")[0]! }),
    ...(texts("categories")[0] === undefined ? {} : { category: texts("categories")[0]! }),
    tags: texts("tags"),
  };
}
