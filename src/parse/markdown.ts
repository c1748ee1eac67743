import MarkdownIt from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { limits } from "../limits.ts";

/** HTML passes through (it is sanitised later); `**“链主”**企业` is bold, which plain CommonMark denies. */
const markdown = new MarkdownIt({
  html: true,
  // Below this depth it leaves content out; what is deeper than the limit is to be held back, not lost.
  maxNesting: 2 * limits.depth,
}).use(cjkFriendly);

/** A paragraph of Markdown that is an HTML block: it begins with a block-level tag or a comment. */
const htmlBlock =
  /^\s*<(?:!--|!DOCTYPE|\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)\b)/i;

/**
 * Turns a body into HTML, still untrusted.
 * @param body - HTML, Markdown, or HTML with Markdown around it
 * @param path - the file's path; `.html` and `.htm` are never Markdown
 * @returns HTML; a body that is HTML throughout is returned as it is
 */
export function toHtml(body: string, path: string): string {
  if (/\.html?$/i.test(path)) return body;
  const text = /^\s*(?:```|~~~)/m.test(body) ? body : body.replace(endOfHtml, "$1\n\n").replace(indent, "\n\n");
  return isHtml(text) ? body : markdown.render(text);
}

/** HTML that ends with its line, and Markdown below it, which as in Jekyll needs no blank line between. */
const endOfHtml =
  /(-->|<\/(?:p|div|h[1-6]|ul|ol|table|blockquote|pre|center|figure|script|style)>)[ \t]*\n(?=[^\s<]|<https?:)/gi;
/** A paragraph that begins with an indent, as plain text has it. */
const indent = /\n(?=[\u3000\u2003]{2})/g;

function isHtml(body: string): boolean {
  return body.split(/\n[ \t]*\n/).every((paragraph) => paragraph.trim() === "" || htmlBlock.test(paragraph));
}
