import sanitizeHtml from "sanitize-html";
import * as allowed from "./allowList.ts";

/** Bare tags that stand for themselves, and the publisher's line: nothing in them can do harm. */
const plainTags = /<\/?(?:p|strong|em|ul|ol|li|h[1-6]|blockquote)>|<(?:br|hr)\s*\/?>|<p class="em_media">/g;

const options: sanitizeHtml.IOptions = {
  allowedTags: [...allowed.inlineTags, ...allowed.blockTags],
  nonTextTags: [...allowed.droppedWithContent],
  allowedAttributes: { ...lists(allowed.attributes), "*": ["hidden"] },
  allowedClasses: lists(allowed.classes),
  allowedSchemes: [...allowed.schemes],
  allowedSchemesAppliedToAttributes: ["href", "src"],
  allowProtocolRelative: true,
  transformTags: {
    // The sanitiser forgets styles before its filter runs, so what they hide is marked here.
    "*": (tag, attribs) => {
      const isFiltered = isHidden(attribs);
      return { tagName: nameOf(tag, isFiltered), attribs: isFiltered ? { hidden: "hidden" } : attribs };
    },
  },
  exclusiveFilter: ({ attribs, text }) => {
    if (!("hidden" in attribs)) return false;
    hidden += text.trim();
    return true;
  },
};
const cdata = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g;
/** What the filter has taken off; sanitising is done in one go. */
let hidden = "";

/**
 * Whether a body is provably plain, so that the sanitiser would change nothing in it.
 * @param html - untrusted HTML
 * @returns true when the sanitiser may be spared
 */
export function isPlain(html: string): boolean {
  return !html.replace(plainTags, "").includes("<");
}

/**
 * Takes everything off that is not on the allow-list, and all that is hidden from readers.
 * @param html - untrusted HTML, within the limits
 * @returns HTML of allowed tags and attributes only, and the text that was hidden
 */
export function sanitise(html: string): { readonly html: string; readonly hidden: string } {
  hidden = "";
  // Browsers take CDATA for a comment; the words in it are meant to be read.
  return { html: sanitizeHtml(html.replace(cdata, "$1"), options), hidden };
}

/**
 * Names the mark-up in a body that has no business there.
 * @param html - untrusted HTML
 * @returns tags, handlers and schemes as they are written, each once
 */
export function unsafeMarkupIn(html: string): readonly string[] {
  const named = (pattern: RegExp, name: (found: string) => string) =>
    Array.from(html.matchAll(pattern), ([, found]) => name(found!.toLowerCase()));
  return [
    ...new Set([
      ...named(allowed.unsafeTags, (tag) => `<${tag}>`),
      ...named(allowed.unsafeAttributes, (attribute) => attribute),
      ...named(allowed.unsafeSchemes, (scheme) => `${scheme}:`),
    ]),
  ];
}

/** A hidden tag that is not allowed gets another name: only tags that are can be filtered with what they hold. */
function nameOf(tag: string, isFiltered: boolean): string {
  const name = allowed.renamedTags[tag] ?? tag;
  const isKnown =
    allowed.inlineTags.has(name) || allowed.blockTags.has(name) || allowed.droppedWithContent.includes(name);
  return isFiltered && !isKnown ? "span" : name;
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  const style = attributes["style"];
  return "hidden" in attributes || (style !== undefined && allowed.hidingStyles.some((hiding) => hiding.test(style)));
}

function lists(table: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(table).map(([tag, names]) => [tag, [...names]]));
}
