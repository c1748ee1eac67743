import { closingTag, type Stretch } from "../closingTag.ts";
import { codeBlock, figureOf, valuesIn, type Around } from "../figure.ts";

/** What the tags of a body are resolved with. */
export interface LiquidContext {
  readonly isMarkdown: boolean;
  /** The site's own address: `https://old.example`. */
  readonly url: string;
  /** The page's title, as its front matter has it. */
  readonly title: string;
  /** The address of a file of the site, by its path. */
  readonly link: (path: string) => string | undefined;
  /** The address of a post, by its name `2022-03-11-a`, perhaps with folders before it. */
  readonly postUrl: (name: string) => string | undefined;
}

/** A tag that stays in the text. */
export interface KeptTag {
  readonly markup: string;
  /** Where it begins in the text that was given. */
  readonly at: number;
  /** Whether it names a file that is not there. */
  readonly isTarget: boolean;
}

const tag = /\{%-?\s*(\w+)\s*([^]*?)\s*-?%\}|\{\{-?\s*([^]*?)\s*-?\}\}/g;
/** Tags whose content is not Liquid, and what ends it. */
const verbatim = new Set(["raw", "highlight", "comment"]);
/**
 * kramdown's attributes on a line of their own, which readers never saw, but in code, where they did:
 * https://kramdown.gettalong.org/syntax.html#block-ials
 */
const attributeList = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[^]*?^[ \t]*\1|^[ \t]*\{:[^}\n]*\}[ \t]*\r?\n?/gm;
const pictureIncludes = /^(?:figure|image|img|picture)(?:\.html|\.liquid)?$/;
const pictureKeys = ["image_path", "src", "url", "path", "image", "file"];

/**
 * Resolves the Liquid of a body where there is one right answer; nothing is run.
 * @param body - the body; Liquid works inside code too
 * @param context - what it is resolved with
 * @returns the body, and the tags that stay in it as text
 */
export function resolveLiquid(
  body: string,
  context: LiquidContext,
): { readonly body: string; readonly kept: readonly KeptTag[] } {
  const kept: KeptTag[] = [];
  let resolved = "";
  let end = 0;
  tag.lastIndex = 0;
  for (let match = tag.exec(body); match; match = tag.exec(body)) {
    const [markup, name = "", rest = "", output] = match;
    resolved += body.slice(end, match.index);
    end = match.index + markup.length;
    const close = verbatim.has(name) ? endOf(name, body, end) : undefined;
    const inside = close && { text: body.slice(end, close.from), before: resolved, after: body.slice(close.to) };
    const answer = output === undefined ? answerOf(name, rest, inside, context) : valueOf(output, context);
    if (typeof answer === "string") {
      resolved += answer;
      end = close?.to ?? end;
    } else {
      kept.push({ markup: markup.replace(/\s+/g, " "), at: match.index, isTarget: answer === null });
      resolved += markup;
    }
    // An answer followed by a slash is the beginning of an address in the site.
    if (answer === siteUrl)
      end = siteAddressEnd(body, end, context, (text) => (resolved = resolved.slice(0, -siteUrl.length) + text));
    tag.lastIndex = end;
  }
  return { body: withoutAttributes(resolved + body.slice(end), context), kept };
}

function withoutAttributes(text: string, { isMarkdown }: LiquidContext): string {
  return isMarkdown ? text.replace(attributeList, (found, fence?: string) => (fence === undefined ? "" : found)) : text;
}

/** Stands for `{{ site.url }}` until it is seen what follows. */
const siteUrl = "\u0000url\u0000";

/** `{{ site.url }}{{ site.baseurl }}/a` is `/a`; alone, the site's address is what it is. */
function siteAddressEnd(body: string, end: number, { url }: LiquidContext, put: (text: string) => void): number {
  const base = /^\{\{-?\s*site\.baseurl\s*-?\}\}/.exec(body.slice(end))?.[0].length ?? 0;
  put(body[end + base] === "/" ? "" : url);
  return end + base;
}

function endOf(name: string, body: string, from: number): Stretch | undefined {
  return closingTag(new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g"), body, from);
}

/** A text in place of the tag; `null` for a target that is not there, `undefined` where there is no one answer. */
function answerOf(
  name: string,
  rest: string,
  inside: (Around & { readonly text: string }) | undefined,
  context: LiquidContext,
): string | null | undefined {
  switch (name) {
    case "raw":
      return inside?.text;
    case "highlight":
      return inside && codeBlock(inside.text, /^[\w+#.-]*/.exec(rest)![0], context.isMarkdown ? inside : undefined);
    case "comment":
      return inside && `<!--${inside.text.replace(/-(?=-|>)/g, "- ")}-->`;
    case "link":
      return /[{|]/.test(rest) ? undefined : (context.link(rest.replace(/^\//, "")) ?? null);
    case "post_url":
      return context.postUrl(rest.replace(/^\//, "")) ?? null;
    case "include":
    case "include_cached":
      return includedFigure(rest);
    default:
      return undefined;
  }
}

function includedFigure(rest: string): string | undefined {
  const { named, plain } = valuesIn(rest);
  const source = pictureKeys.map((key) => named.get(key)).find((value) => value !== undefined);
  if (!pictureIncludes.test(plain[0] ?? "") || source === undefined || /\{\{|=\s*[^"'\d\s]/.test(rest))
    return undefined;
  const caption = named.get("caption") ?? named.get("title") ?? "";
  return figureOf(source, named.get("alt") ?? caption, caption);
}

/** Addresses here begin at the site's root, whatever folder it stands in. */
function valueOf(output: string, { title }: LiquidContext): string | undefined {
  const address =
    /^(?:"([^"|]*)"|'([^'|]*)')\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.baseurl|prepend:\s*site\.baseurl\s*\|\s*prepend:\s*site\.url)$/.exec(
      output,
    );
  if (address) return `/${(address[1] ?? address[2] ?? "").replace(/^\/+/, "")}`;
  const literal = /^(?:"([^"|]*)"|'([^'|]*)')$/.exec(output);
  if (literal) return literal[1] ?? literal[2];
  if (output === "site.baseurl") return "";
  if (output === "site.url") return siteUrl;
  return output === "page.title" && title !== "" ? title : undefined;
}
