import type { Hit } from "../search/find.ts";
import type { FoldTable } from "../search/fold.ts";
import { formsOf, snippetOf, type Places, type Snippet } from "../search/snippet.ts";
import { element } from "./element.ts";
import { textFragment } from "./textFragment.ts";

/** What rows need of their surroundings. */
export interface RowTools {
  readonly table: FoldTable;
  readonly hrefOf: (permalink: string) => string;
  readonly linesOf: (permalink: string) => Promise<readonly string[]>;
}

/** What is marked in rows. */
export interface Asked {
  /** Folded words. */
  readonly words: readonly string[];
  /** Finds the words in a title or the name of a paper, also by their sound. */
  readonly placesIn: (line: string) => Places;
}

/**
 * The row of a hit. A piece of its text is shown once the row comes near the window.
 * @param hit - the hit
 * @param asked - what is marked
 * @param tools - where pages are
 * @returns an element of the list
 */
export function hitRow(hit: Hit, { words, placesIn }: Asked, { table, hrefOf, linesOf }: RowTools): HTMLElement {
  const row = element("li", {}, element("time", { dateTime: hit.knownDay }, hit.knownDay));
  const href = hrefOf(hit.permalink);
  const link = element("a", { href: href + textFragment(words, { text: "", marked: [] }) }, ...marked(hit.title));
  row.append(link);
  if (hit.filing.sources.length > 0) {
    row.append(element("span", { className: "paper" }, ...marked(hit.filing.sources.join("、"))));
  }
  const excerpt = element("p", { className: "excerpt" });
  row.append(excerpt);
  whenSeen(row, async () => {
    const lines = await linesOf(hit.permalink);
    const snippet = snippetOf(lines, words, table);
    excerpt.replaceChildren(...withMarks(snippet));
    link.href = href + textFragment(formsOf(lines, words, table), snippet);
  });
  return row;

  function marked(line: string): readonly Node[] {
    return withMarks({ text: line, marked: placesIn(line) });
  }
}

/** A text with the hits in it marked. */
function withMarks({ text, marked: places }: Snippet): readonly Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of places) {
    nodes.push(document.createTextNode(text.slice(at, start)), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

/** Does something once an element comes near the window. */
function whenSeen(seen: Element, make: () => Promise<void>): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      // Without its page a hit keeps its title and date.
      make().catch(() => undefined);
    },
    { rootMargin: "200px" },
  );
  observer.observe(seen);
}
