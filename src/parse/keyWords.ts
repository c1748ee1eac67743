import type { Bilingual } from "../rule.ts";

/** What a key of the front matter is for, as editors show it while one is written. */
export interface KeyWords {
  readonly name: Bilingual;
  readonly help: Bilingual;
  /** Values to choose from or to follow. */
  readonly examples?: readonly (string | boolean | readonly string[])[];
}

const list = { en: "a text, or a list", zh: "可以写一个，也可以写成列表" };

/** All keys that this program knows. */
export const keyWords = {
  title: {
    name: { en: "Title", zh: "标题" },
    help: {
      en: "Plain text, up to 300 characters, in double quotes. Without one, the first sentence is taken.",
      zh: "纯文字，最多 300 字，请加英文双引号。不写则取正文第一句。",
    },
    examples: ["百亿级项目缘何“落子”南通开发区"],
  },
  date: {
    name: { en: "Date", zh: "发布日期" },
    help: {
      en: "YYYY-MM-DD HH:MM:SS +0800, or a day alone. Without a zone it is in the site's. Goes before the date in the file's name.",
      zh: "写作 YYYY-MM-DD HH:MM:SS +0800，也可以只写日期。不写时区则为网站所在时区。优先于文件名里的日期。",
    },
    examples: ["2022-03-11 02:00:40 +0800", "2022-03-11"],
  },
  date_precision: {
    name: { en: "How exact the date is", zh: "日期精确到" },
    help: {
      en: "How much of the date is known: day, month or year.",
      zh: "日期知道到哪一级：day（日）、month（月）、year（年）。",
    },
    examples: ["month", "year", "day"],
  },
  categories: {
    name: { en: "Categories", zh: "类别" },
    help: {
      en: `Where the article belongs, usually its paper: ${list.en}. A text is split at blanks.`,
      zh: `文章所属，通常是报纸：${list.zh}。写成文字时按空格分开。`,
    },
    examples: ["nantongribao", ["nantongribao", "kaifaqu"]],
  },
  category: {
    name: { en: "Category", zh: "类别（一个）" },
    help: { en: "One category; a text is not split at blanks.", zh: "一个类别，不按空格分开。" },
    examples: ["nantongribao"],
  },
  tags: {
    name: { en: "Tags", zh: "标签" },
    help: {
      en: `The subject or the paper's name: ${list.en}. A text is split at blanks. The first one names the category.`,
      zh: `主题或报纸名：${list.zh}。写成文字时按空格分开。第一个标签用作类别的名称。`,
    },
    examples: ["南通日报新闻", ["南通日报新闻", "开发区"]],
  },
  tag: {
    name: { en: "Tag", zh: "标签（一个）" },
    help: { en: "One tag, instead of tags; a text is not split at blanks.", zh: "一个标签，代替 tags，不按空格分开。" },
    examples: ["南通日报新闻"],
  },
  kicker: {
    name: { en: "Kicker", zh: "引题" },
    help: { en: "The line above the title.", zh: "标题上方的一行。" },
  },
  subtitle: {
    name: { en: "Subtitle", zh: "副题" },
    help: { en: "The line below the title.", zh: "标题下方的一行。" },
  },
  source: {
    name: { en: "Source", zh: "来源" },
    help: {
      en: "The paper the article comes from, before what the text says.",
      zh: "文章来自哪家报纸或媒体，优先于正文里写的来源。",
    },
    examples: ["南通日报"],
  },
  original: {
    name: { en: "Original", zh: "原文地址" },
    help: { en: "Where the original stands on the web.", zh: "原文的网址，以 http:// 或 https:// 开头。" },
  },
  page: {
    name: { en: "Page", zh: "版次" },
    help: { en: "The page of the paper, for citations.", zh: "报纸的版次，用于引文。" },
    examples: ["5", "A05"],
  },
  byline: {
    name: { en: "Byline", zh: "署名" },
    help: { en: `Who wrote it, the same as author: ${list.en}.`, zh: `与 author 相同，是报纸的说法：${list.zh}。` },
    examples: ["陈可"],
  },
  author: {
    name: { en: "Authors", zh: "作者" },
    help: { en: `Who wrote it: ${list.en}. Before those whom the text names.`, zh: `${list.zh}。优先于正文里的署名。` },
    examples: ["陈可"],
  },
  photographer: {
    name: { en: "Photographers", zh: "摄影" },
    help: { en: `Who took the pictures: ${list.en}.`, zh: `${list.zh}。` },
  },
  editor: {
    name: { en: "Editors", zh: "编辑" },
    help: { en: `Who edited it: ${list.en}.`, zh: `${list.zh}。` },
  },
  review: {
    name: { en: "To be reviewed", zh: "待核" },
    help: {
      en: "What was guessed or left open and wants a look: a list.",
      zh: "推断得来或尚未确定、需要人工核对的内容，写成列表。",
    },
  },
  source_file: {
    name: { en: "Source file", zh: "原始文件" },
    help: {
      en: "The name of the file below posts/_sources that it was imported from.",
      zh: "导入时所用的原始文件在 posts/_sources 里的文件名。",
    },
  },
  excerpt: {
    name: { en: "Excerpt", zh: "摘要" },
    help: { en: "Instead of the beginning of the text.", zh: "代替正文开头作为摘要。" },
  },
  excerpt_separator: {
    name: { en: "End of the excerpt", zh: "摘要结束标记" },
    help: { en: "The mark in the text at which the excerpt ends.", zh: "正文中表示摘要到此为止的标记。" },
    examples: ["<!--more-->"],
  },
  permalink: {
    name: { en: "Address", zh: "网址" },
    help: {
      en: "An address of its own inside the site, Jekyll's placeholders allowed.",
      zh: "文章在本站内的网址，可用 Jekyll 的占位符。",
    },
    examples: ["/special/report.html", "/:categories/:year/:title.html"],
  },
  slug: {
    name: { en: "Last part of the address", zh: "网址末段" },
    help: { en: "Instead of the file's name without its date.", zh: "代替文件名中日期之后的部分。" },
  },
  layout: {
    name: { en: "Layout", zh: "版式" },
    help: {
      en: "A layout of that name in layouts/, if there is one.",
      zh: "layouts 文件夹里的同名版式，没有则用默认版式。",
    },
    examples: ["post"],
  },
  redirect_from: {
    name: { en: "Former addresses", zh: "旧地址" },
    help: {
      en: `Addresses inside the site at which the article stood before; each leads to it: ${list.en}.`,
      zh: `文章以前在本站的地址，会自动跳转到现在的地址：${list.zh}。`,
    },
    examples: [["/2012/03/a/", "/old/a.html"]],
  },
  lang: {
    name: { en: "Language", zh: "语言" },
    help: { en: "Of the text, where it is not the site's.", zh: "正文的语言，与网站相同则不必写。" },
    examples: ["en", "zh-HK"],
  },
  published: {
    name: { en: "Published", zh: "是否发布" },
    help: { en: "false: not published, unless with --drafts.", zh: "false 表示暂不发布（用 --drafts 可以预览）。" },
    examples: [true, false],
  },
  draft: {
    name: { en: "Draft", zh: "草稿" },
    help: { en: "true: not published, unless with --drafts.", zh: "true 表示草稿，暂不发布（用 --drafts 可以预览）。" },
    examples: [true, false],
  },
} as const satisfies Readonly<Record<string, KeyWords>>;
