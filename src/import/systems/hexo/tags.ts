import { closingTag, type Stretch } from "../closingTag.ts";
import { codeBlock, escapeHtml, figureOf, valuesIn, type Around } from "../figure.ts";

/** What the tags of a body are resolved with. */
export interface TagContext {
  readonly isMarkdown: boolean;
  /** The address of a file beside the post, from the root; nothing when the post's own is not known. */
  readonly asset: (name: string) => string | undefined;
  /** Title and address of a post, by its file's name. */
  readonly post: (name: string) => { readonly title: string; readonly address: string } | undefined;
}

/** A tag that stays in the text. */
export interface KeptTag {
  readonly markup: string;
  readonly at: number;
  readonly isTarget: boolean;
}

const tag = /\{%\s*(\w+)\s*([^]*?)\s*%\}|\{\{[^{}]+\}\}/g;
const paired = new Set(["raw", "codeblock", "code", "blockquote", "quote"]);
/** Code, in which Hexo leaves tags alone. */
const code = /^(`{3,}|~{3,})[^\n]*\n[^]*?^\1|`[^`\n]+`/gm;

/**
 * Resolves the tags of a Hexo post where there is one right answer; nothing is run. https://hexo.io/docs/tag-plugins
 * @param body - the body
 * @param context - what it is resolved with
 * @returns the body, and the tags that stay in it as text
 */
export function resolveTags(
  body: string,
  context: TagContext,
): { readonly body: string; readonly kept: readonly KeptTag[] } {
  const kept: KeptTag[] = [];
  const listings = Array.from(body.matchAll(code), ({ index, 0: listing }) => [index, index + listing.length] as const);
  let resolved = "";
  let end = 0;
  tag.lastIndex = 0;
  for (let match = tag.exec(body); match; match = tag.exec(body)) {
    const [markup, name = "", rest = ""] = match;
    const { index } = match;
    if (listings.some(([from, to]) => from <= index && index < to)) continue;
    resolved += body.slice(end, index);
    end = index + markup.length;
    const close = paired.has(name) ? closeOf(name, body, end) : undefined;
    const inside = close && { text: body.slice(end, close.from), before: resolved, after: body.slice(close.to) };
    const answer = answerOf(name, rest, inside, context);
    if (typeof answer === "string") {
      resolved += answer;
      end = close?.to ?? end;
    } else {
      resolved += markup;
      if (!name.startsWith("end"))
        kept.push({ markup: markup.replace(/\s+/g, " "), at: index, isTarget: answer === null });
    }
    tag.lastIndex = end;
  }
  return { body: resolved + body.slice(end), kept };
}

function closeOf(name: string, body: string, from: number): Stretch | undefined {
  return closingTag(new RegExp(`\\{%\\s*end${name}\\s*%\\}`, "g"), body, from);
}

function answerOf(
  name: string,
  rest: string,
  inside: (Around & { readonly text: string }) | undefined,
  context: TagContext,
): string | null | undefined {
  const { plain } = valuesIn(rest);
  switch (name) {
    case "raw":
      return inside?.text;
    case "code":
    case "codeblock":
      return (
        inside && codeBlock(inside.text, /\blang:(\S+)/.exec(rest)?.[1] ?? "", context.isMarkdown ? inside : undefined)
      );
    case "quote":
    case "blockquote":
      return inside && quoted(inside.text, rest, context.isMarkdown);
    case "asset_img":
      return pictureOf(plain, context.asset);
    case "img":
      return pictureOf(plain, (source) => source);
    case "asset_path":
      return context.asset(plain[0] ?? "") ?? null;
    case "asset_link": {
      const address = context.asset(plain[0] ?? "");
      return address === undefined ? null : linkOf(address, plain.slice(1).join(" ") || plain[0]!);
    }
    case "post_path":
      return context.post(plain[0] ?? "")?.address ?? null;
    case "post_link": {
      const post = context.post(plain[0] ?? "");
      const words = plain.slice(1).filter((word) => word !== "true" && word !== "false");
      return post ? linkOf(post.address, words.join(" ") || post.title) : null;
    }
    default:
      return undefined;
  }
}

/** `[class names] source [width] [height] [title [alt]]`: the source is the first that looks like a file. */
function pictureOf(words: readonly string[], address: (name: string) => string | undefined): string | undefined {
  const at = words.findIndex((word) => /[./]/.test(word));
  const source = at < 0 ? undefined : address(words[at]!);
  if (source === undefined) return undefined;
  const [title = "", alt = title] = words.slice(at + 1).filter((word) => !/^\d+%?$/.test(word));
  return figureOf(source, alt, title);
}

function linkOf(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;
}

function quoted(inside: string, author: string, isMarkdown: boolean): string {
  const by = author === "" ? "" : `—— ${author}`;
  if (!isMarkdown) return `<blockquote>${inside.trim()}${by === "" ? "" : `<p>${escapeHtml(by)}</p>`}</blockquote>`;
  const lines = [...inside.trim().split("\n"), ...(by === "" ? [] : ["", by])];
  return lines.map((line) => `> ${line}`.trimEnd()).join("\n");
}
