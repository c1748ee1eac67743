import { kindOf, type Citation } from "./citation.ts";

/**
 * Describes an article for the title of a `Z3988` element, by which Zotero finds it (COinS, an OpenURL ContextObject in
 * key/encoded-value form, Z39.88-2004). Of its formats only Dublin Core has a place for newspapers; `rft.type` is then
 * Zotero's own word, as Zotero writes and reads it itself.
 * @param citation - the citation
 * @returns the ContextObject, percent-encoded UTF-8, not escaped for HTML
 */
export function coins(citation: Citation): string {
  const { title, authors, paper, publisher, page, issued, url, language } = citation;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.type", kindOf(citation).zotero],
    ["rft.title", title],
    ...authors.map((name) => ["rft.creator", name] as const),
    ["rft.source", paper ?? publisher],
    ["rft.date", issued],
    ["rft.pages", page],
    ["rft.identifier", url],
    ["rft.language", language],
  ];
  return pairs.flatMap(([key, value]) => (value === undefined ? [] : `${key}=${encodeURIComponent(value)}`)).join("&");
}
