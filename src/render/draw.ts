import type { ArticleOpener } from "../bind/articleOpener.ts";
import { FangzhiError, reasonOf } from "../errors.ts";
import { sourcesOf } from "../catalogue/sources.ts";
import { Digest } from "../digest.ts";
import type { Content, DrawTask, Page } from "../model.ts";
import { present } from "../present.ts";
import { layoutsIn, type Layouts } from "./layouts.ts";
import { makers } from "./makers.ts";
import { pageSets, type PageSetInput } from "./pageSets.ts";
import type { Press } from "./press.ts";
import type { SetPage } from "./setPage.ts";

/** What the pages of sets are drawn with. */
export interface Drawing extends PageSetInput, ArticleOpener {
  /** Of all that layouts see beside their page's context and the archive: the program, the configuration. */
  readonly fingerprint: string;
  /** Of the archive as a whole, for layouts that look at it. */
  readonly archiveFingerprint: () => string;
}

/** A layout as a page needs it. */
interface Chosen {
  readonly name: string;
  /** What to call it in a conflict. */
  readonly from: string;
  readonly fingerprint: number;
  /** Whether other threads, which do not have the archive, can draw with it. */
  readonly isPlain: boolean;
}

/**
 * The pages of all sets, made anew each time they are gone through. What a page shows is found out, and its content
 * drawn, only when asked for.
 * @param press - the press, its archive set
 * @param drawing - the archive and what else is needed
 * @param layouts - the layouts, as they stood before the first template was compiled
 * @returns the pages, set after set
 * @throws FangzhiError naming the layout and the page, when a page is drawn and its layout is faulty
 */
export function drawPageSets(press: Press, drawing: Drawing, layouts: Layouts = layoutsIn(press.root)): Iterable<Page> {
  const own = new Set(["base", ...pageSets.flatMap((set) => set.layouts)]);
  // What an article's front matter may ask for: a layout the owner has added.
  const isAdded = (name: string) => layouts.names.has(name) && !own.has(name);
  const chosen = new Map<string, Chosen>();
  const choose = (name: string): Chosen => {
    const { fingerprint, seesArchive } = makers[name] ? byMaker : layouts.about(name);
    const digest = new Digest().text(drawing.fingerprint).text(name).text(fingerprint);
    if (seesArchive) digest.text(drawing.archiveFingerprint());
    const from = makers[name] ? name : `layouts/${name}.njk`;
    return { name, from, fingerprint: digest.value(), isPlain: !seesArchive };
  };
  return {
    *[Symbol.iterator]() {
      for (const set of pageSets) {
        for (const page of set.pages(drawing)) {
          const name = set.layouts.includes(page.layout) || isAdded(page.layout) ? page.layout : set.layouts[0]!;
          const layout = chosen.get(name) ?? choose(name);
          chosen.set(name, layout);
          yield new PageToDraw(press, page, layout, drawing);
        }
      }
    },
  };
}

/** What draws pages without a layout is part of the program. */
const byMaker = { fingerprint: "", seesArchive: false };

/** What is made of many articles without a layout takes for each of them such a part of what an article's page takes. */
const partOfPage = 1 / 8;

/** There are as many as the archive has pages, so they are small. */
class PageToDraw implements Page {
  readonly path: string;
  readonly #press: Press;
  readonly #page: SetPage;
  readonly #layout: Chosen;
  readonly #opener: ArticleOpener;

  constructor(press: Press, page: SetPage, layout: Chosen, opener: ArticleOpener) {
    this.path = page.permalink.slice(1);
    this.#press = press;
    this.#page = page;
    this.#layout = layout;
    this.#opener = opener;
  }

  get from(): string {
    return this.#layout.from;
  }

  maker(): number {
    return this.#layout.fingerprint;
  }

  fingerprint(): number {
    return new Digest().number(this.#layout.fingerprint).number(this.#page.fingerprint()).value();
  }

  get isComposed(): boolean {
    return this.#page.isComposed ?? false;
  }

  get weight(): number {
    const { volumes } = this.#page;
    return volumes ? volumes.articles * partOfPage : 1;
  }

  content(folder?: string): Content {
    return draw(this.#press, this.#task(), this.#opener, folder);
  }

  task(): DrawTask | undefined {
    return this.#layout.isPlain && !this.isComposed ? this.#task() : undefined;
  }

  #task(): DrawTask {
    const { permalink, article, articles, volumes } = this.#page;
    return {
      layout: this.#layout.name,
      permalink,
      context: JSON.stringify(this.#page.context()),
      ...present({ article, articles, volumes }),
    };
  }
}

/**
 * Draws one page of a set.
 * @param press - the press
 * @param task - the page
 * @param opener - gives the records of the articles that the page is of
 * @param folder - the output folder, for a page that is composed of others
 * @returns the page's text
 * @throws FangzhiError naming the layout and the page when the layout is faulty; DamagedVolume
 */
export function draw(press: Press, task: DrawTask, opener: ArticleOpener, folder = ""): Content {
  const { layout, permalink } = task;
  const make = makers[layout];
  const { openArticle, openText } = opener;
  if (make) return make(JSON.parse(task.context), { site: press.site, task, openArticle, openText, folder });
  const context = Object.assign(contextOf(task, opener), { page: { url: permalink } });
  try {
    return press.sets.getTemplate(`${layout}.njk`, true).render(context);
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError(
      {
        en: `layouts/${layout}.njk cannot draw ${permalink}: ${reason}`,
        zh: `layouts/${layout}.njk 无法生成 ${permalink}：${reason}`,
      },
      1,
      { cause: error },
    );
  }
}

/** What a layout sees of a page. Records join what JSON gives, not copies of it, to which V8 takes long to add keys. */
function contextOf({ context, article, articles }: DrawTask, { openArticle }: ArticleOpener): Record<string, unknown> {
  const seen = JSON.parse(context) as Record<string, unknown>;
  if (articles) return Object.assign(seen, { articles: articles.map(openArticle) });
  if (!article) return seen;
  const whole = openArticle(article);
  const entry = { sources: sourcesOf([whole]), ...(seen["entry"] as object), article: whole };
  return Object.assign(seen, { description: whole.excerpt, article: whole, entry });
}
