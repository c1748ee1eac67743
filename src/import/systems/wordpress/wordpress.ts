import { createReadStream, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { FangzhiError, reasonOf } from "../../../errors.ts";
import type { SourcePath } from "../../../model.ts";
import { articleDate } from "../articleDate.ts";
import { remark, type Export, type NoPost, type OldPost, type Opening, type System } from "../export.ts";
import { articleFile } from "../fileName.ts";
import { composeFile } from "../frontMatter.ts";
import { contentHtml } from "./content.ts";
import { readWxr, type WxrChannel, type WxrItem } from "./wxr.ts";

/** WordPress: posts of its export file (WXR) become articles in HTML at their permalinks. */
export const wordpress: System = { open };

function open(from: string, { site: { timeZone } }: Opening): Export {
  const files = exportFiles(from);
  const assets: string[] = [];
  return {
    assets,
    remarks: [],
    candidates: (async function* () {
      for (const file of files) {
        const name = path.basename(file);
        let isWxr = false;
        for await (const { channel, item } of readWxr(textOf(file))) {
          isWxr ||= [...channel.fields.keys()].some((key) => key.startsWith("wp:"));
          const attachment = item.fields.get("wp:attachment_url");
          if (attachment !== undefined && attachment !== "") assets.push(attachment);
          yield candidateOf(name, channel, item, timeZone);
        }
        if (!isWxr) throw notAnExport(file);
      }
    })(),
  };
}

function notAnExport(file: string): FangzhiError {
  return new FangzhiError(
    { en: `${file} is no export of WordPress (WXR).`, zh: `${file} 不是 WordPress 的导出文件（WXR）。` },
    2,
  );
}

/** A file, or a folder of them: large sites are exported in parts. */
function exportFiles(from: string): readonly string[] {
  try {
    if (!statSync(from).isDirectory()) return [from];
    const parts = readdirSync(from)
      .filter((name) => /\.(?:xml|wxr)$/i.test(name))
      .sort();
    if (parts.length === 0) throw notAnExport(from);
    return parts.map((name) => path.join(from, name));
  } catch (error) {
    if (error instanceof FangzhiError) throw error;
    const reason = reasonOf(error);
    throw new FangzhiError({ en: `${from} cannot be read: ${reason}.`, zh: `无法读取 ${from}：${reason}。` }, 2);
  }
}

/** The file's text in the encoding that its XML declaration names. */
async function* textOf(file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    decoder ??= decoderFor(/^[^>]*?encoding=["']([\w.:-]+)["']/.exec(chunk.toString("latin1", 0, 200))?.[1], file);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

function decoderFor(encoding: string | undefined, file: string): TextDecoder {
  try {
    return new TextDecoder(encoding ?? "utf-8");
  } catch {
    throw new FangzhiError(
      { en: `${file} is in ${encoding}, which is not read.`, zh: `${file} 的编码 ${encoding} 无法读取。` },
      2,
    );
  }
}

function candidateOf(file: string, channel: WxrChannel, item: WxrItem, zone: string): OldPost | NoPost {
  const id = item.fields.get("wp:post_id") ?? "";
  const from = `${file}#${id || item.line}` as SourcePath;
  const say = (rule: Parameters<typeof remark>[1], values: Parameters<typeof remark>[2] = {}) => ({
    ...remark(file, rule, values, item.line),
  });
  const type = item.fields.get("wp:post_type") ?? "post";
  const status = item.fields.get("wp:status") ?? "publish";
  if (item.isCut)
    return { fate: "failed", from, why: say("old-front-matter", { reason: "the export ends in the midst of it" }) };
  if (type === "page") return { fate: "passed-over", from, why: say("old-page") };
  if (type !== "post") return { fate: "passed-over", from, why: say("old-kind", { kind: type }) };
  if (status === "trash") return { fate: "passed-over", from, why: say("old-trash") };
  if (status === "auto-draft" || status === "inherit")
    return { fate: "passed-over", from, why: say("old-kind", { kind: status }) };
  return postOf({ file, from, id, status, channel, item, zone }, say);
}

interface WxrPost {
  readonly file: string;
  readonly from: SourcePath;
  readonly id: string;
  readonly status: string;
  readonly channel: WxrChannel;
  readonly item: WxrItem;
  readonly zone: string;
}

function postOf(
  { from, id, status, channel, item, zone }: WxrPost,
  say: (rule: Parameters<typeof remark>[1], values?: Parameters<typeof remark>[2]) => ReturnType<typeof remark>,
): OldPost {
  const field = (name: string) => item.fields.get(name)?.trim() ?? "";
  const date = dateOf(field("wp:post_date"), field("wp:post_date_gmt"), zone);
  const isDraft = status === "draft" || status === "pending";
  const hidden = status === "private" ? "private" : field("wp:post_password") === "" ? undefined : "password";
  const slug = decoded(field("wp:post_name"));
  const link = isDraft || hidden !== undefined ? undefined : addressOf(field("link"), channel);
  const content = contentHtml(item.fields.get("content:encoded") ?? "");
  const named = (domain: string) => [
    ...new Set(item.terms.filter((term) => term.domain === domain).map(({ label }) => label)),
  ];
  const login = field("dc:creator");
  const oldSlugs = item.meta.filter(([key]) => key === "_wp_old_slug").map(([, value]) => decoded(value));
  const custom = item.meta.filter(([key]) => !key.startsWith("_"));
  const isUndated = date === undefined && !isDraft;
  const damaged = [field("title"), content.html].join("").match(/\uFFFD/g)?.length ?? 0;
  return {
    fate: "post",
    from,
    file: articleFile([], date?.published.day, slug || decoded(field("title")) || id, ".html"),
    text: composeFile(
      {
        layout: "post",
        title: field("title"),
        date: date?.date,
        categories: named("category"),
        tags: named("post_tag"),
        author: channel.authors.get(login) || login,
        excerpt: field("excerpt:encoded"),
        excerpt_separator: /<!--more[^]*?-->/.exec(content.html)?.[0],
        draft: isDraft ? true : undefined,
        published: hidden === undefined ? undefined : false,
        wordpress_id: id,
        custom_fields: custom.length === 0 ? undefined : valuesByKey(custom),
        ...(isUndated ? { review: ["没有日期"] } : {}),
      },
      content.html,
    ),
    additions: {},
    ...(link === undefined ? {} : { address: link }),
    redirects:
      link === undefined || slug === ""
        ? []
        : oldSlugs.map((old) => formerLink(decoded(link), slug, old)).filter((old) => old !== link),
    remarks: [
      ...(isUndated ? [say("old-undated")] : []),
      ...(hidden === undefined ? [] : [say("old-not-public", { state: hidden })]),
      ...(item.comments > 0 ? [say("old-comments", { count: item.comments })] : []),
      ...(custom.length > 0 ? [say("old-fields", { keys: Object.keys(valuesByKey(custom)).join(", ") })] : []),
      ...(damaged > 0 ? [say("old-damaged", { count: damaged })] : []),
      ...content.kept.map(({ markup }) => say("old-template", { markup })),
    ],
  };
}

/** WordPress keeps any number of values under one key. */
function valuesByKey(fields: WxrItem["meta"]): Readonly<Record<string, string | readonly string[]>> {
  const values = new Map<string, string[]>();
  for (const [key, value] of fields) values.set(key, [...(values.get(key) ?? []), value]);
  return Object.fromEntries([...values].map(([key, all]) => [key, all.length === 1 ? all[0]! : all]));
}

/** A permalink ends with its slug, which may stand in it before: `/2020/01/20/`. */
function formerLink(link: string, slug: string, old: string): string {
  const at = link.lastIndexOf(slug);
  return at < 0 ? link : link.slice(0, at) + old + link.slice(at + slug.length);
}

function figures(count: number): string {
  return String(count).padStart(2, "0");
}

/** The clock's time and the same in UTC say the zone between them. */
function dateOf(local: string, utc: string, zone: string): ReturnType<typeof articleDate> {
  const [there, here] = [local, utc].map((text) => Date.parse(`${text.replace(" ", "T")}Z`));
  if (Number.isNaN(there!)) return undefined;
  const minutes = (there! - here!) / 60_000;
  if (Number.isNaN(minutes) || Math.abs(minutes) > 14 * 60) return articleDate(local, zone);
  const offset = `${minutes < 0 ? "-" : "+"}${figures(Math.floor(Math.abs(minutes) / 60))}${figures(Math.abs(minutes) % 60)}`;
  return articleDate(`${local} ${offset}`, zone);
}

/** The permalink below the blog's own address; `?p=12` is what a post without one has. */
function addressOf(link: string, { fields }: WxrChannel): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { pathname, search } = new URL(link);
  const base = fields.get("wp:base_blog_url")?.trim() ?? "";
  const prefix = URL.canParse(base) ? new URL(base).pathname.replace(/\/+$/, "") : "";
  return (pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname) + search;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
