import { load } from "cheerio/slim";
import { filesIn, textIn } from "./command.ts";

/** Links of a site's pages that lead to a file or a fragment that is not there: `page → address`. */
export function brokenLinks(folder: string): readonly string[] {
  const files = new Set(filesIn(folder));
  const pages = [...files].filter((file) => file.endsWith(".html"));
  const documents = new Map(pages.map((file) => [file, load(textIn(folder, file))]));
  const ids = new Map(
    [...documents].map(([file, $]) => [
      file,
      new Set(
        $("[id]")
          .toArray()
          .map((element) => $(element).attr("id")),
      ),
    ]),
  );
  const fileOf = (address: string) => {
    const path = decodeURIComponent(new URL(address, "https://site.invalid").pathname).slice(1);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  };
  const broken: string[] = [];
  for (const [file, $] of documents) {
    for (const element of $("[href], [src]").toArray()) {
      const address = $(element).attr("href") ?? $(element).attr("src") ?? "";
      if (/^(?:[a-z]+:|\/\/)/i.test(address)) continue;
      const target = address.startsWith("#")
        ? file
        : fileOf(new URL(address, `https://site.invalid/${encodeURI(file)}`).href);
      const fragment = address.includes("#") ? decodeURIComponent(address.slice(address.indexOf("#") + 1)) : undefined;
      if (!files.has(target) || (fragment !== undefined && !ids.get(target)?.has(fragment)))
        broken.push(`${file} → ${address}`);
    }
    const refresh = $("meta[http-equiv=refresh]")
      .attr("content")
      ?.replace(/^0; url=/, "");
    if (refresh !== undefined && !files.has(fileOf(refresh))) broken.push(`${file} → ${refresh}`);
  }
  return broken;
}
