import { FangzhiError, reasonOf } from "../errors.ts";
import { shortHash } from "../hash.ts";
import type { Article, ArticleHeader, Page } from "../model.ts";
import { layoutsIn } from "./layouts.ts";
import { pageSets, type PageSetInput, type SetPage } from "./pageSets.ts";
import type { Press } from "./press.ts";

/** Gives the whole record of an article that is to be drawn. */
export type OpenArticle = (article: ArticleHeader) => Article;

/** What the pages of sets are drawn with. */
export interface Drawing extends PageSetInput {
  readonly openArticle: OpenArticle;
  /** Of all that layouts see beside their page's context and the archive: the program, the configuration. */
  readonly fingerprint: string;
  /** Of the archive as a whole, for layouts that look at it. */
  readonly archiveFingerprint: () => string;
}

/**
 * The pages of all sets, each drawn only when its content is asked for.
 * @param press - the press, its archive set
 * @param drawing - the archive and what else is needed
 * @returns the pages, set after set, each with a fingerprint of exactly what it shows
 * @throws FangzhiError naming the layout and the page, when a page is drawn and its layout is faulty
 */
export function* drawPageSets(press: Press, drawing: Drawing): Iterable<Page> {
  const layouts = layoutsIn(press.root);
  const own = new Set(["base", ...pageSets.flatMap((set) => set.layouts)]);
  // What an article's front matter may ask for: a layout the owner has added.
  const isChosen = (name: string) => layouts.names.has(name) && !own.has(name);
  const fingerprints = new Map<string, string>();
  const layoutFingerprint = (name: string) => {
    const { fingerprint, seesArchive } = layouts.about(name);
    return shortHash(
      [drawing.fingerprint, fingerprint, seesArchive ? drawing.archiveFingerprint() : ""].join("\n"),
      16,
    );
  };
  for (const set of pageSets) {
    for (const page of set.pages(drawing)) {
      const layout = set.layouts.includes(page.layout) || isChosen(page.layout) ? page.layout : set.layouts[0]!;
      if (!fingerprints.has(layout)) fingerprints.set(layout, layoutFingerprint(layout));
      yield {
        path: page.permalink.slice(1),
        from: `layouts/${layout}.njk`,
        fingerprint: shortHash(fingerprints.get(layout)! + whatShows(page), 16),
        content: () => draw(press, layout, page, drawing.openArticle),
      };
    }
  }
}

function whatShows({ permalink, context, article }: SetPage): string {
  const record = article ? [article.path, article.sha256, article.published.instant] : [];
  return JSON.stringify([permalink, context, ...record]);
}

function draw(press: Press, layout: string, page: SetPage, openArticle: OpenArticle): string {
  const context = { ...contextOf(page, openArticle), page: { url: page.permalink } };
  try {
    return press.environment.getTemplate(`${layout}.njk`, true).render(context);
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError(
      {
        en: `layouts/${layout}.njk cannot draw ${page.permalink}: ${reason}`,
        zh: `layouts/${layout}.njk 无法生成 ${page.permalink}：${reason}`,
      },
      1,
      { cause: error },
    );
  }
}

function contextOf({ context, article }: SetPage, openArticle: OpenArticle): Readonly<Record<string, unknown>> {
  if (!article) return context;
  const whole = openArticle(article);
  return { ...context, article: whole, entry: { ...(context["entry"] as object), article: whole } };
}
