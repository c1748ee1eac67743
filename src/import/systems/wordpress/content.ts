import { decodeHTML } from "entities";
import { escapeHtml, figureOf } from "../figure.ts";

/** A shortcode that stays in the text. */
export interface KeptShortcode {
  readonly markup: string;
  readonly at: number;
}

/** Elements that stand beside paragraphs, as WordPress has them: `wpautop` in wp-includes/formatting.php. */
const blocks =
  "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary";
const isBlock = new RegExp(`^</?(?:${blocks})(?=[\\s/>])`, "i");
const blockTag = new RegExp(`(<(?:${blocks})(?:\\s[^>]*)?>)|(</(?:${blocks})>)`, "gi");
const preformatted = /<(pre|script|style|textarea)\b[^]*?<\/\1\s*>/gi;
const blockComment = /<!--\s*\/?wp:[^]*?-->[ \t]*\n?/g;

/**
 * Makes the HTML of a post's content as WordPress shows it: its blocks' comments taken out, captions figures,
 * paragraphs of what blank lines part.
 * @param content - the value of `content:encoded`
 * @returns HTML, and the shortcodes that stay in it as text
 */
export function contentHtml(content: string): { readonly html: string; readonly kept: readonly KeptShortcode[] } {
  const text = content.replace(/\r\n?/g, "\n");
  const isOfBlocks = /<!--\s*wp:/.test(text);
  const kept = keptShortcodes(text);
  const figures = text
    .replace(blockComment, "")
    .replace(
      /\[caption\b([^\]]*)\]([^]*?)\[\/caption\]/g,
      (whole, values: string, inside: string) => captioned(values, inside) ?? whole,
    )
    .replace(/\[embed\b[^\]]*\]\s*(https?:[^\s[<>"]+)\s*\[\/embed\]/g, (_, address: string) =>
      linkTo(decodeHTML(address)),
    );
  return { html: (isOfBlocks ? figures : paragraphed(figures)).trim(), kept };
}

function valueOf(markup: string, name: string): string {
  return decodeHTML(new RegExp(`\\s${name}=["']([^"']*)["']`, "i").exec(markup)?.[1] ?? "");
}

function captioned(values: string, inside: string): string | undefined {
  const image = /<img\b[^>]*>/i.exec(inside)?.[0];
  if (image === undefined) return undefined;
  const below = decodeHTML(inside.replace(/^[^]*<img\b[^>]*>(?:\s*<\/a>)?/i, "").replace(/<[^>]*>/g, "")).trim();
  return `\n\n${figureOf(valueOf(image, "src"), valueOf(image, "alt"), below || valueOf(values, "caption"))}\n\n`;
}

function linkTo(address: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
}

/** Chinese texts set notes in brackets too: a shortcode is in Latin, and takes values, is closed, or is a known one. */
const shortcode = /\[([a-z][\w-]*)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]]+))*)\s*\/?\]/gi;
const alone = new Set(["gallery", "audio", "video", "playlist", "embed", "more", "toc", "contact-form"]);
const resolved = new Set(["caption", "embed"]);

function keptShortcodes(text: string): readonly KeptShortcode[] {
  return Array.from(text.matchAll(shortcode)).flatMap((match) => {
    const [markup, name = "", values = ""] = match;
    const isOne = values.trim() !== "" || alone.has(name.toLowerCase()) || text.includes(`[/${name}]`);
    const isResolved = resolved.has(name) && text.includes(`[/${name}]`);
    return isOne && !isResolved ? [{ markup: markup.replace(/\s+/g, " "), at: match.index }] : [];
  });
}

/** WordPress's `wpautop`: blank lines part paragraphs, line ends within one are breaks. */
function paragraphed(text: string): string {
  const set: string[] = [];
  const aside = text.replace(preformatted, (whole) => `\n\n\u0000${set.push(whole) - 1}\u0000\n\n`);
  return aside
    .replace(/<!--more[^]*?-->/g, (mark) => `\n\n${mark}\n\n`)
    .replace(blockTag, (tag, opens: string | undefined) => (opens === undefined ? `${tag}\n\n` : `\n\n${tag}`))
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) =>
      isBlock.test(piece) || /^(?:\u0000|<!--)/.test(piece)
        ? piece
        : `<p>${piece.replace(/(?:<br\s*\/?>)?\n/gi, "<br>\n")}</p>`,
    )
    .join("\n")
    .replace(/\u0000(\d+)\u0000/g, (_, index: string) => set[Number(index)] ?? "");
}
