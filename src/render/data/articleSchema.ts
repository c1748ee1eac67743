import * as z from "zod";
import { absoluteAddress } from "../../address.ts";
import type { Site } from "../../config.ts";

const term = z.strictObject({
  slug: z.string().describe("地址中的名字"),
  label: z.string().describe("显示的名称"),
});

const source = z.strictObject({
  name: z.string().nullable().describe("报纸或网站的名称，不详时为空"),
  addresses: z.array(z.string()).describe("原文在网上的地址"),
});

const security = z.strictObject({
  market: z.string().describe("市场代号：0 深圳，1 上海，90 板块，116 香港"),
  code: z.string().describe("代码"),
  name: z.string().describe("名称"),
  address: z.string().nullable().describe("原文所链接的行情页"),
});

/**
 * The published record of an article: what files below `/data` and `/api/article` hold. Every key is always there, so
 * that programs which guess a table's columns from its first rows guess right; what is not known is null or empty.
 */
const schema = z.strictObject({
  id: z.string().describe("文章编号，由地址算出"),
  url: z.string().meta({ format: "uri", description: "文章页的完整地址，引用时请用它" }),
  permalink: z.string().describe("文章页在本站内的地址，未经百分号编码"),
  title: z.string().describe("标题"),
  kicker: z.string().nullable().describe("肩题，没有时为空"),
  subtitle: z.string().nullable().describe("副题，没有时为空"),
  published: z.string().meta({ format: "date-time", description: "发布时间，按本站时区，ISO 8601" }),
  day: z.string().meta({ format: "date", description: "发布日期，按本站时区；只知道年份或月份的，为可能的最早一天" }),
  precision: z
    .enum(["year", "month", "day", "minute", "second"])
    .describe("所知时间精确到年（year）、月（month）、日（day）、分（minute）还是秒（second）"),
  language: z.string().describe("正文的语言"),
  sources: z.array(source).describe("来源的报纸及原文地址"),
  infoCode: z.string().nullable().describe("通讯社的稿件编号，没有时为空"),
  categories: z.array(term).describe("所属报纸"),
  tags: z.array(term).describe("标签"),
  byline: z
    .strictObject({
      authors: z.array(z.string()).describe("作者"),
      photographers: z.array(z.string()).describe("摄影"),
      editors: z.array(z.string()).describe("编辑"),
    })
    .describe("署名"),
  excerpt: z.string().describe("正文开头"),
  text: z.string().describe("正文纯文本，每段一行"),
  characters: z.int().min(0).describe("字数"),
  securities: z.array(security).describe("文中标注的证券"),
  formerPermalinks: z.array(z.string()).describe("文章在旧网站上用过的站内地址"),
  copies: z.array(z.string()).describe("并入本文的重复文件"),
  file: z.string().describe("源文件在文章文件夹中的路径"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("源文件的 SHA-256"),
  body: z.string().optional().describe("正文 HTML，只见于 /api/article/"),
});

/** The published record of an article. */
export type ArticleData = z.infer<typeof schema>;

/** A field of the record, for people to read. */
export interface FieldView {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/**
 * The record as a JSON Schema: https://json-schema.org/draft/2020-12
 * @param site - the site's configuration
 * @returns the schema
 */
export function articleSchema(site: Site): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return { $schema, $id: absoluteAddress("/data/article.schema.json", site), title: `${site.title}：文章`, ...rest };
}

/** What JSON's types are called on the page about the data. */
const typeNames: Readonly<Record<string, string>> = {
  string: "文本",
  integer: "整数",
  array: "列表",
  object: "对象",
  "string,null": "文本，可空",
};

/** The part of a JSON Schema that says what a field is. */
interface FieldSchema {
  readonly type: string | readonly string[];
  readonly items?: { readonly properties?: Readonly<Record<string, FieldSchema>> };
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly description: string;
}

/**
 * The fields of the record, for people to read; those inside others are named with a dot: `byline.authors`.
 * @returns the fields, in the order in which they stand
 */
export function articleFields(): readonly FieldView[] {
  return fieldsOf(z.toJSONSchema(schema) as unknown as FieldSchema, "");
}

function fieldsOf({ properties = {} }: Pick<FieldSchema, "properties">, above: string): readonly FieldView[] {
  return Object.entries(properties).flatMap(([key, field]) => {
    const { type, items, description } = field;
    const name = above + key;
    const inside = items ? fieldsOf(items, `${name}[].`) : fieldsOf(field, `${name}.`);
    return [{ name, type: typeNames[String(type)]!, description }, ...inside];
  });
}
