/**
 * What a body may hold. Everything else is taken off by `sanitise.ts`: unknown tags lose their mark-up and keep their
 * text, the tags in `droppedWithContent` lose both.
 */

/** Tags that hold running text. */
export const inlineTags: ReadonlySet<string> = new Set(
  "a abbr br cite code del em img ins kbd mark q rb rp rt ruby s small span strong sub sup u var".split(" "),
);

/** Tags that stand on their own. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr figure figcaption " +
    "table caption thead tbody tfoot tr th td"
  ).split(" "),
);

/** Tags that are written as another one. */
export const renamedTags: Readonly<Record<string, string>> = {
  b: "strong",
  i: "em",
  strike: "s",
  font: "span",
  ...Object.fromEntries(
    "address article aside center details dialog div fieldset footer header main nav section summary"
      .split(" ")
      .map((tag) => [tag, "p"]),
  ),
};

/** Tags whose content is not text for a reader. */
export const droppedWithContent: readonly string[] = (
  "script style template noscript noembed noframes iframe frameset object embed applet svg math title textarea " +
  "select option datalist canvas audio video map xmp plaintext"
).split(" ");

/** Attributes by tag. `data-code` is read by a later rule and does not reach the page. */
export const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "data-code"],
  span: ["href", "data-code"],
  img: ["src", "alt", "width", "height", "data-code"],
  ol: ["start"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan"],
};

/** The publisher's line and the charts are known by their class, which does not reach the page either. */
export const classes: Readonly<Record<string, readonly string[]>> = { p: ["em_media"], a: ["EmImageRemark"] };

export const schemes: readonly string[] = ["http", "https", "mailto"];

/** Styles that hide an element from readers. */
export const hidingStyles: readonly RegExp[] = [
  /display\s*:\s*none/i,
  /visibility\s*:\s*(?:hidden|collapse)/i,
  /font-size\s*:\s*0(?![.\d])/i,
  /opacity\s*:\s*0(?![.\d])/i,
];

/** Mark-up that is no part of an article but holds no text either. */
const furtherTags = ["frame", "form", "input", "button", "base", "meta", "link"];
/** Mark-up that nobody needs in an article; its presence is worth a word to the editor. */
export const unsafeTags = new RegExp(String.raw`<\s*(${[...droppedWithContent, ...furtherTags].join("|")})\b`, "gi");
export const unsafeAttributes = /<[a-z][^<>]*?[\s"'/](on[a-z]{3,})\s*=/gi;
export const unsafeSchemes = /=\s*(?:["']\s*)?(javascript|vbscript|data)\s*:/gi;
