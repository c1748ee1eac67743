import { beginning } from "../characters.ts";
import { HeldBack } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Position, Post, Problem, SourceFile } from "../model.ts";
import { splitAtFences, type Fenced } from "./fences.ts";
import { plainData } from "./plainData.ts";
import { typeFrontMatter, type FrontMatter } from "./schema.ts";
import { readSimpleFrontMatter } from "./simpleFrontMatter.ts";
import { locateKey, readYaml, type YamlReading } from "./yaml.ts";
import { YamlFault } from "./yamlFault.ts";

/**
 * Takes a source file apart into typed front matter and an untrusted body.
 * @param source - a file that was read
 * @returns the post, or `undefined` for a file without front matter whose name is not that of a post: a README, say
 * @throws HeldBack when it was meant as an article and its front matter cannot be read
 */
export function parsePost(source: SourceFile): Post | undefined {
  const fenced = splitAtFences(source.text);
  if (fenced.kind === "none" && !isNamedLikeAPost(source.path)) return undefined;
  if (fenced.kind !== "split") throw new HeldBack(fenceProblem(source, fenced));

  const { frontMatter: text, frontMatterLine } = fenced;
  const at = ({ line, column }: Position): Position => ({ line: line + frontMatterLine - 1, column });
  const problem = (rule: Problem["rule"], position: Position, values: Problem["values"] = {}): Problem => ({
    rule,
    path: source.path,
    ...at(position),
    values,
  });

  const bytes = Buffer.byteLength(text);
  if (bytes > limits.frontMatterBytes) {
    const values = { bytes, limit: limits.frontMatterBytes };
    throw new HeldBack(problem("front-matter-too-large", start, values));
  }
  const inner = /^---/m.exec(text);
  if (inner) {
    const line = text.slice(0, inner.index).split("\n").length;
    throw new HeldBack(problem("front-matter-fence", { line, column: 1 }));
  }

  const simple = readSimpleFrontMatter(text);
  const { frontMatter, notes } = simple ? { frontMatter: simple, notes: [] } : readFrontMatter(text, problem);
  return {
    source,
    frontMatter,
    frontMatterText: text,
    frontMatterLine,
    body: fenced.body,
    bodyLine: fenced.bodyLine,
    notes: [...source.notes, ...notes],
  };
}

type Report = (rule: Problem["rule"], at: Position, values?: Problem["values"]) => Problem;

/** Front matter that takes YAML to read. */
function readFrontMatter(
  text: string,
  problem: Report,
): { readonly frontMatter: FrontMatter; readonly notes: readonly Problem[] } {
  const { data, forgiven } = reading(text, problem);
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new HeldBack(problem("front-matter-not-keys", start));
  }
  const refused = new Set<string>();
  const plain = plainData(data, (key) => refused.add(key)) as Record<string, unknown>;
  // A control character in an address is a reason not to follow it, and must be seen.
  if ("permalink" in data && typeof data.permalink === "string") plain["permalink"] = data.permalink;
  const frontMatter = typeFrontMatter(plain);
  if ("got" in frontMatter) {
    throw new HeldBack(problem("front-matter-type", locateKey(text, frontMatter.key), { ...frontMatter }));
  }
  const cut = /^title:[ \t]+(?:[^"'|>#\s](?:[^\n]*?[^ \t\n])??[ \t]+)?#/m.exec(text);
  const notes = [
    ...forgiven.map(({ rule, ...position }) => problem(rule, position)),
    ...Array.from(refused, (key) => problem("refused-key", locateKey(text, key), { key })),
    ...(cut ? [problem("title-cut", { line: lineOf(text, cut.index), column: cut[0].length })] : []),
  ];
  return { frontMatter, notes };
}

/**
 * The place of a front matter key in the source file.
 * @param post - the post
 * @param key - the key
 * @returns line and column of its value, or of the front matter when it has no such key
 */
export function placeOfKey(post: Post, key: string): Position {
  const { line, column } = locateKey(post.frontMatterText, key);
  return { line: line + post.frontMatterLine - 1, column };
}

const start: Position = { line: 1, column: 1 };

function isNamedLikeAPost(path: string): boolean {
  return /(?:^|\/)(?:\d{4}|\d{2})-\d{1,2}-\d{1,2}-[^/]*$/.test(path);
}

function fenceProblem(source: SourceFile, fenced: Exclude<Fenced, { kind: "split" }>): Problem {
  const rule = fenceRules[fenced.kind];
  const values = fenced.kind === "language" ? { language: beginning(fenced.language, 40) } : {};
  return { rule, path: source.path, line: fenced.kind === "none" ? 1 : fenced.line, column: 1, values };
}

const fenceRules = {
  none: "no-front-matter",
  unclosed: "front-matter-unclosed",
  language: "front-matter-language",
} as const;

function reading(text: string, problem: Report): YamlReading {
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof YamlFault) throw new HeldBack(problem(error.rule, error.position, error.values));
    throw error;
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
