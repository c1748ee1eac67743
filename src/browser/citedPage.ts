import { newspaperArticle, type Citation } from "../cite/citation.ts";

/**
 * What an article's page says of itself for citing.
 * @param page - the page
 * @param id - what names its citation
 * @returns the citation, the same as the build had
 */
export function citationIn(page: Document, id: string): Citation {
  const all = (name: string) =>
    [...page.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)].map(({ content }) => content);
  const one = (name: string) => all(name)[0];
  const [source, firstPage] = [one("prism.publicationName"), one("citation_firstpage")];
  const role = one("dc.type") === newspaperArticle.zotero ? "paper" : "publisher";
  return {
    id,
    title: one("citation_title") ?? "",
    authors: all("citation_author"),
    ...(source === undefined ? {} : { [role]: source }),
    ...(firstPage === undefined ? {} : { page: firstPage }),
    issued: (one("citation_publication_date") ?? "").replaceAll("/", "-"),
    url: one("citation_public_url") ?? "",
    language: one("citation_language") ?? "",
  };
}
