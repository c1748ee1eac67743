import type { Bilingual } from "../rule.ts";

/** A stretch of one line of the source. */
export interface Span {
  /** The line's number, from 1. */
  readonly line: number;
  /** UTF-16 offsets in the line. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a stretch of the source becomes, and what an editor calls it. */
export const fates = {
  title: { en: "title", zh: "标题" },
  kicker: { en: "kicker", zh: "肩题" },
  subtitle: { en: "subtitle", zh: "副题" },
  heading: { en: "heading", zh: "小标题" },
  body: { en: "body", zh: "正文" },
  caption: { en: "caption", zh: "图注" },
  byline: { en: "byline", zh: "署名" },
  photographer: { en: "photographer", zh: "摄影" },
  editor: { en: "editor", zh: "编辑" },
  date: { en: "date", zh: "日期" },
  page: { en: "page", zh: "版次" },
  source: { en: "source", zh: "来源" },
  address: { en: "address", zh: "原文网址" },
  furniture: { en: "left out", zh: "不收" },
  outside: { en: "outside", zh: "文外" },
  mark: { en: "mark", zh: "标记" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The fate of a stretch of the source. */
export type Fate = keyof typeof fates;

/** Why a stretch has its fate. */
export const reasons = {
  "file-says": { en: "the file's own structure says so", zh: "文件自身的结构" },
  "markdown-mark": { en: "a mark of Markdown", zh: "Markdown 标记" },
  bullet: { en: "begins with a bullet, as headings do", zh: "以标题符号开头" },
  masthead: { en: "a line of a masthead", zh: "报头、版头的内容" },
  "above-masthead": { en: "stands above the page's date, no text", zh: "在版面日期之上，不是正文" },
  slogan: { en: "a slogan of the page", zh: "版面口号" },
  repeated: { en: "stands on several pages", zh: "各页重复出现" },
  "jump-line": { en: "says where the article goes on", zh: "转版提示" },
  navigation: { en: "a link or a button of a page", zh: "网页的导航、按钮" },
  stray: { en: "a stray sign, as scans have", zh: "扫描留下的零星符号" },
  separator: { en: "a line that separates", zh: "分隔线" },
  foot: { en: "a short line below the end of the text", zh: "文末之后的短句，无从归属" },
  "above-text": { en: "stands above the text", zh: "位于正文之上" },
  "kicker-words": { en: "words of a series, above the title", zh: "有系列、专栏字样，在标题之上" },
  "second-line": { en: "stands below the title", zh: "位于标题之下" },
  dashed: { en: "begins with a dash, below the title", zh: "以破折号开头，在标题之下" },
  "short-line": { en: "short, without punctuation, between paragraphs", zh: "段落之间无句末标点的短行" },
  numbered: { en: "short and numbered", zh: "有序号的短行" },
  "like-others": { en: "like the other headings, but out of its place", zh: "与其他小标题相似，但不在原处" },
  credit: { en: "names people and their part", zh: "写明人名与分工" },
  "caption-place": {
    en: "a whole sentence between the halves of another",
    zh: "整句夹在另一句的两半之间",
  },
  "caption-form": { en: "words, then who photographed it", zh: "说明文字之后是摄影者" },
  link: { en: "a link to the original", zh: "指向原文的链接" },
  unit: { en: "names the office that wrote it", zh: "写明供稿单位" },
  paragraph: { en: "a paragraph", zh: "段落" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A reason's name. */
export type Reason = keyof typeof reasons;

/** A stretch of the source and what became of it. */
export interface Fated extends Span {
  readonly fate: Fate;
  readonly reason: Reason;
  /** The article it belongs to, counted from 0. */
  readonly article: number;
}

/**
 * A whole line as a stretch, without the white space at its ends.
 * @param line - its number and text
 * @returns the stretch, or nothing for a blank line
 */
export function spanOf({ number, text }: { readonly number: number; readonly text: string }): Span | undefined {
  return partOf({ line: number, from: 0, to: text.length, text }, 0, text.length);
}

/**
 * A part of a stretch, without the white space at its ends.
 * @param span - the stretch
 * @param from - where the part begins in it, UTF-16 units
 * @param to - where it ends
 * @returns the part, or nothing when it is blank
 */
export function partOf(span: Span, from: number, to: number): Span | undefined {
  const cut = span.text.slice(from, to);
  const text = cut.trim();
  if (text === "") return undefined;
  const start = span.from + from + (cut.length - cut.trimStart().length);
  return { line: span.line, from: start, to: start + text.length, text };
}
