import { readdirSync } from "node:fs";
import path from "node:path";
import { FangzhiError, reasonOf } from "../errors.ts";
import type { Page } from "../model.ts";
import { pageSets, type PageSetInput, type SetPage } from "./pageSets.ts";
import type { Press } from "./press.ts";

/**
 * The pages of all sets, each drawn only when its content is asked for.
 * @param press - the press, its archive set
 * @param input - the archive and the bodies
 * @returns the pages, set after set
 * @throws FangzhiError naming the layout and the page, when a page is drawn and its layout is faulty
 */
export function* drawPageSets(press: Press, input: PageSetInput): Iterable<Page> {
  const own = new Set(["base", ...pageSets.flatMap(({ layouts }) => layouts)]);
  // What an article's front matter may ask for: a layout the owner has added.
  const chosen = new Set(layoutsIn(press.root).filter((name) => !own.has(name)));
  for (const set of pageSets) {
    for (const page of set.pages(input)) {
      const layout = set.layouts.includes(page.layout) || chosen.has(page.layout) ? page.layout : set.layouts[0]!;
      yield { path: page.permalink.slice(1), from: `layouts/${layout}.njk`, content: () => draw(press, layout, page) };
    }
  }
}

function draw(press: Press, layout: string, page: SetPage): string {
  try {
    return press.environment
      .getTemplate(`${layout}.njk`, true)
      .render({ ...page.context, page: { url: page.permalink } });
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

function layoutsIn(root: string): readonly string[] {
  return readdirSync(path.join(root, "layouts")).flatMap((name) =>
    name.endsWith(".njk") ? [name.slice(0, -".njk".length)] : [],
  );
}
