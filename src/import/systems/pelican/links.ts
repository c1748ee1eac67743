import { endingOf, readArticle, readers, type PelicanSite } from "./article.ts";

/**
 * Resolves links to files of the site, `{filename}../other.md` and `{static}/images/a.png`:
 * https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content
 * @param text - HTML or Markdown
 * @param file - the path of the file it is from
 * @param site - the site
 * @param lost - takes the links that lead nowhere
 * @returns the text with addresses from the root
 */
export function linksResolved(text: string, file: string, site: PelicanSite, lost: string[]): string {
  return text.replace(/[{|](filename|static|attach|index)[}|]([^\s"'<>)#]*)/g, (whole, kind: string, path: string) => {
    if (kind === "index") return "/";
    const found = fileAt(path, file, site);
    const address =
      found !== undefined && endingOf(found) in readers && kind === "filename"
        ? addressOf(found, site)
        : found && `/${found.slice(site.content.length + 1)}`;
    if (address === undefined) lost.push(whole);
    return address ?? whole;
  });
}

function fileAt(path: string, file: string, { content, files }: PelicanSite): string | undefined {
  const parts = path.startsWith("/") ? [content] : file.split("/").slice(0, -1);
  for (const part of decodeURI(path).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const found = parts.join("/");
  return files.has(found) ? found : undefined;
}

function addressOf(file: string, site: PelicanSite): string | undefined {
  try {
    const { place } = readArticle(file, site);
    return "address" in place ? place.address : undefined;
  } catch {
    return undefined;
  }
}
