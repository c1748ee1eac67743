import { oneLine, printable } from "../characters.ts";
import { sourcesFolder } from "../read/kept.ts";
import type { Article, Inference, Post, Problem, SourcePath } from "../model.ts";
import { textOf } from "../normalise/tree.ts";
import { parseHtml } from "../parse/html.ts";
import { ruleOf, type RuleName } from "../rules.ts";
import { leftOut, type LeftOutLine } from "./leftOut.ts";
import { remarkOf, type Remark } from "./remark.ts";

/** What the strip above an article shows. */
export interface ArticleStrip {
  readonly path: SourcePath;
  /** Files that are merged with it. */
  readonly copies: readonly SourcePath[];
  /** The kept source that it was imported from: `_sources/004.txt`. */
  readonly importedFrom?: string;
  readonly warnings: readonly Remark[];
  /** Points that a person is to look at. */
  readonly review: readonly string[];
  /** What was done of the program's own accord. */
  readonly notes: readonly Remark[];
  readonly inferred: readonly { readonly label: string; readonly text: string }[];
  readonly leftOut: readonly (LeftOutLine & { readonly fate: string })[];
  /** Comments of the body, in which an import accounts for what it has not taken over. */
  readonly comments: readonly string[];
}

/** What the strip is made of. */
export interface StripInput {
  readonly article: Article;
  readonly copies: readonly SourcePath[];
  /** All that was said of the article's files. */
  readonly problems: readonly Problem[];
  /** The article's file, read again; without it nothing is compared. */
  readonly post: Post | undefined;
}

/** What the record infers: how to call it, and the rule that tells of it already. */
const inferences: Readonly<Record<Inference["what"], { readonly label: string; readonly toldBy?: RuleName }>> = {
  title: { label: "标题取自正文", toldBy: "title-from-text" },
  heading: { label: "推断的小标题", toldBy: "heading-inferred" },
  join: { label: "相接的段落", toldBy: "paragraphs-joined" },
  source: { label: "来源取自正文末尾" },
  byline: { label: "署名取自正文" },
};

/**
 * Gathers what an editor should know of an article.
 * @param input - the article, its file, and what was said of it
 * @returns what the strip shows
 */
export function articleStrip({ article, copies, problems, post }: StripInput): ArticleStrip {
  const told = new Set(problems.map(({ rule }) => rule));
  const kept = post?.frontMatter.source_file;
  return {
    path: article.path,
    copies,
    ...(kept === undefined ? {} : { importedFrom: `${sourcesFolder}/${kept}` }),
    warnings: problems.filter((problem) => !isNote(problem)).map(remarkOf),
    review: post ? reviewOf(post) : [],
    // The points of `review` are notes too, and stand there already.
    notes: problems.filter((problem) => isNote(problem) && problem.rule !== "to-review").map(remarkOf),
    inferred: article.inferred.flatMap(({ what, text }) => {
      const { label, toldBy } = inferences[what];
      return toldBy && told.has(toldBy) ? [] : [{ label, text: oneLine(text) }];
    }),
    leftOut: post
      ? leftOut(post.body, post.bodyLine, shownOf(article)).map((line) => ({ ...line, fate: fateOf(line, article) }))
      : [],
    comments: post ? commentsIn(post.body) : [],
  };
}

function commentsIn(body: string): readonly string[] {
  return Array.from(body.matchAll(/<!--([\s\S]*?)-->/g), ([, text]) => printable(text!.trim())).filter(Boolean);
}

/**
 * What an import left for a person to look at: the front matter's `review`.
 * @param post - the post
 * @returns one text for each point
 */
export function reviewOf({ frontMatter }: Post): readonly string[] {
  return frontMatter.review.map(oneLine).filter(Boolean);
}

function isNote({ rule }: Problem): boolean {
  return ruleOf(rule).severity === "note";
}

function shownOf({ body }: Article): string {
  return textOf(parseHtml(body).children);
}

/** Where what is not in the text has gone. */
function fateOf({ letters }: LeftOutLine, article: Article): string {
  if (/^(?:返回\p{L}+)+$/u.test(letters)) return "旧站页脚";
  const { title, source, originalAddress, byline } = article;
  const places: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ["已作原文地址", [originalAddress]],
    ["已作来源", [source]],
    ["已作署名", [...byline.authors, ...byline.photographers, ...byline.editors]],
    ["已作标题", [title]],
  ];
  const isHere = (value: string | undefined) => value !== undefined && holdsLetters(letters, value);
  return places.find(([, values]) => values.some(isHere))?.[0] ?? "";
}

function holdsLetters(letters: string, value: string): boolean {
  const wanted = value.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return wanted !== "" && letters.includes(wanted);
}
