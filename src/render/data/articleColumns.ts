import type { ArticleData } from "./articleSchema.ts";
import type { Column } from "./csv.ts";

/** What parts the values of a cell that has several. */
const listed = (values: readonly (string | null)[]) => values.filter((value) => value !== null).join("；");

/** The columns of the tables of articles: all that fits into a cell, so not the text. */
export const articleColumns: readonly Column<ArticleData>[] = [
  { name: "id", type: "string", description: "文章编号", of: ({ id }) => id },
  { name: "url", type: "string", format: "uri", description: "文章页的完整地址", of: ({ url }) => url },
  { name: "title", type: "string", description: "标题", of: ({ title }) => title },
  { name: "kicker", type: "string", description: "肩题", of: ({ kicker }) => kicker ?? "" },
  { name: "subtitle", type: "string", description: "副题", of: ({ subtitle }) => subtitle ?? "" },
  { name: "day", type: "date", description: "发布日期，不详时为可能的最早一天", of: ({ day }) => day },
  { name: "published", type: "datetime", format: "any", description: "发布时间", of: ({ published }) => published },
  {
    name: "precision",
    type: "string",
    description: "所知时间精确到年、月、日、分还是秒",
    of: ({ precision }) => precision,
  },
  { name: "language", type: "string", description: "正文的语言", of: ({ language }) => language },
  {
    name: "sources",
    type: "string",
    description: "来源的报纸",
    of: ({ sources }) => listed(sources.map(({ name }) => name)),
  },
  {
    name: "originals",
    type: "string",
    description: "原文地址，以空格分隔",
    of: ({ sources }) => sources.flatMap(({ addresses }) => addresses).join(" "),
  },
  { name: "infoCode", type: "string", description: "通讯社的稿件编号", of: ({ infoCode }) => infoCode ?? "" },
  {
    name: "categories",
    type: "string",
    description: "所属报纸的名称",
    of: ({ categories }) => listed(categories.map(({ label }) => label)),
  },
  {
    name: "tags",
    type: "string",
    description: "标签的名称",
    of: ({ tags }) => listed(tags.map(({ label }) => label)),
  },
  { name: "authors", type: "string", description: "作者", of: ({ byline }) => listed(byline.authors) },
  { name: "photographers", type: "string", description: "摄影", of: ({ byline }) => listed(byline.photographers) },
  { name: "editors", type: "string", description: "编辑", of: ({ byline }) => listed(byline.editors) },
  { name: "excerpt", type: "string", description: "正文开头", of: ({ excerpt }) => excerpt },
  { name: "characters", type: "integer", description: "字数", of: ({ characters }) => characters },
  { name: "file", type: "string", description: "源文件的路径", of: ({ file }) => file },
  { name: "sha256", type: "string", description: "源文件的 SHA-256", of: ({ sha256 }) => sha256 },
];
