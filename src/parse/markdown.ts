import MarkdownIt from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";

/** HTML passes through (it is sanitised later); `**“链主”**企业` is bold, which plain CommonMark denies. */
const markdown = new MarkdownIt({ html: true }).use(cjkFriendly);

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
  return isHtml(body, path) ? body : markdown.render(body);
}

function isHtml(body: string, path: string): boolean {
  if (/\.html?$/i.test(path)) return true;
  return body.split(/\n[ \t]*\n/).every((paragraph) => paragraph.trim() === "" || htmlBlock.test(paragraph));
}
