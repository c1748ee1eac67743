import { recordOf, searchedTextIn } from "../../src/bind/articleRecord.ts";
import type { Archive } from "../../src/catalogue/archive.ts";
import { catalogue } from "../../src/catalogue/catalogue.ts";
import type { Site, SiteOptions } from "../../src/config.ts";
import type { Article } from "../../src/model.ts";
import { qualityOf } from "../../src/quality.ts";
import { drawPageSets, type Drawing } from "../../src/render/draw.ts";
import { pressOf, setArchive, type Press } from "../../src/render/press.ts";
import { articlesOf, entriesOf, type Files } from "./archives.ts";
import { project } from "./command.ts";

/** This project's layouts with the archive of these files, and the paths and texts of the pages in sets. */
export function drawn(
  files: Files,
  options: Partial<SiteOptions> = {},
): { readonly press: Press; readonly archive: Archive; readonly pages: ReadonlyMap<string, string> } {
  const press = pressOf({ url: "https://archive.example", cards: false, ...options }, project);
  const articles = articlesOf(files, press.site);
  const archive = catalogue(entriesOf(articles), press.site);
  const quality = qualityOf({ ...archive.findings, waiting: [], passedOver: [] });
  setArchive(press, archive, quality, false);
  const pages = drawPageSets(press, drawingOf(press.site, archive, articles));
  const texts = [...pages].flatMap((page): readonly [string, string][] => {
    const content = page.isComposed ? undefined : page.content();
    return typeof content === "string" ? [[page.path, content]] : [];
  });
  return { press, archive, pages: new Map(texts) };
}

/** What pages are drawn with, the articles in memory. */
export function drawingOf(site: Site, archive: Archive, articles: readonly Article[]): Drawing {
  const entries = entriesOf(articles);
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const open: Drawing["openArticle"] = ({ month, at }) =>
    byPath.get(entries.find((entry) => entry.month === month && entry.at === at)!.path)!;
  return {
    site,
    archive,
    kept: new Map(),
    fingerprint: "",
    archiveFingerprint: () => "",
    openArticle: open,
    openText: (place) => searchedTextIn(recordOf(open(place)).lines),
  };
}
