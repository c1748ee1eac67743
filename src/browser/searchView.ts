import type { FoldTable } from "../search/fold.ts";
import type { Hit } from "../search/find.ts";
import type { Query } from "../search/query.ts";
import type { Order, Session, Standing } from "../search/session.ts";
import { placesOf, snippetOf, type Snippet } from "../search/snippet.ts";
import { facetsOf } from "./facets.ts";
import { textFragment } from "./textFragment.ts";

/** What is shown of a search. */
interface Shown {
  readonly text: string;
  readonly order: Order;
  readonly session: Session;
  readonly hits: readonly Hit[];
  /** Whether more volumes are being asked. */
  readonly isAsking: boolean;
}

/** What a reader may ask for next. */
interface Next {
  readonly onMore: () => Promise<void>;
  readonly onAsk: () => Promise<void>;
}

/** What the view needs of its surroundings. */
interface ViewTools {
  readonly table: FoldTable;
  readonly hrefOf: (permalink: string) => string;
  readonly linesOf: (permalink: string) => Promise<readonly string[]>;
}

const orders: Readonly<Record<Order, string>> = { newest: "最新在前", relevance: "最相关在前" };

/** The results on the page. */
export class SearchView {
  readonly #tools: ViewTools;
  readonly #results: HTMLElement;
  readonly #status: HTMLElement;
  readonly #order: HTMLElement;
  readonly #facets: HTMLElement;
  readonly #hits: HTMLElement;
  readonly #more: HTMLElement;
  readonly #rows = new WeakMap<Hit, HTMLElement>();

  constructor(document: Document, tools: ViewTools) {
    this.#tools = tools;
    this.#results = document.querySelector("[data-results]")!;
    const part = (name: string) => this.#results.querySelector<HTMLElement>(name)!;
    this.#status = part(".search-status");
    this.#order = part(".search-order");
    this.#facets = part(".facets");
    this.#hits = part(".hits");
    this.#more = part(".search-more");
  }

  /**
   * Shows that nothing is asked.
   * @param query - what was typed, perhaps only what could not be understood
   */
  clear(query: Query): void {
    for (const part of [this.#order, this.#facets, this.#hits, this.#more]) part.replaceChildren();
    this.#status.textContent = query.faults.length > 0 ? faultOf(query) : "";
    this.#results.hidden = query.faults.length === 0;
  }

  /** Shows that a search has begun; what was found before stays until there is something new. */
  begin(): void {
    this.#results.hidden = false;
    this.#results.setAttribute("aria-busy", "true");
    this.#status.textContent = "正在检索……";
  }

  /**
   * Shows how far a search has come.
   * @param standing - how it stands
   */
  progress({ found, unasked }: Standing): void {
    this.#status.textContent = `正在检索……已找到 ${grouped(found)} 篇${unasked.length > 0 ? `，还有 ${unasked.length} 个月` : ""}`;
  }

  /**
   * Shows that the index did not come.
   * @param onAgain - tries again
   */
  fail(onAgain: () => void): void {
    this.#results.setAttribute("aria-busy", "false");
    this.#status.textContent = "检索所需的文件没有取到，请检查网络。";
    this.#more.replaceChildren(button("重试", onAgain));
  }

  /**
   * Shows what was found.
   * @param shown - the search and its first hits
   * @param next - what the reader may ask for
   */
  show({ text, order, session, hits, isAsking }: Shown, { onMore, onAsk }: Next): void {
    const { standing, plan } = session;
    this.#results.setAttribute("aria-busy", String(isAsking));
    this.#status.textContent = [countOf(standing), faultOf(plan.query)].filter(Boolean).join("。");
    const words = plan.wanted.map(({ term }) => term.text);
    this.#setRows(hits.map((hit) => this.#rowOf(hit, words)));
    this.#order.replaceChildren(
      ...(standing.found > 1 && words.length > 0
        ? (Object.keys(orders) as Order[]).map((each) => queryLink(text, each, orders[each], each === order))
        : []),
    );
    const facets = standing.found > 0 ? facetsOf(session.candidates, text, order) : [];
    this.#facets.replaceChildren(...facets);
    this.#facets.hidden = facets.length === 0;
    if (isAsking) return this.#more.replaceChildren();
    const hasMore = hits.length < standing.found - standing.unread;
    const { unasked } = standing;
    this.#more.replaceChildren(
      ...(hasMore ? [button("显示更多", onMore)] : []),
      ...(unasked.length > 0 && !hasMore ? [button(`继续查更早的 ${unasked.length} 个月`, onAsk)] : []),
    );
  }

  /**
   * Moves the focus from the input to the hits and among them.
   * @param step - 1 down, -1 up
   * @param input - where the reader types
   * @returns whether there was somewhere to go
   */
  move(step: number, input: HTMLElement): boolean {
    const links = [...this.#hits.querySelectorAll<HTMLElement>("a")];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at < 0 && (document.activeElement !== input || step < 0)) return false;
    const next = at + step < 0 ? input : links[at + step];
    next?.focus();
    return next !== undefined;
  }

  /** Rows that are there already stay as they are, with the focus that one of them may have. */
  #setRows(rows: readonly HTMLElement[]): void {
    for (const [at, row] of rows.entries()) {
      if (this.#hits.children[at] !== row) this.#hits.insertBefore(row, this.#hits.children[at] ?? null);
    }
    while (this.#hits.children.length > rows.length) this.#hits.lastElementChild!.remove();
  }

  #rowOf(hit: Hit, words: readonly string[]): HTMLElement {
    const row = this.#rows.get(hit) ?? this.#row(hit, words);
    this.#rows.set(hit, row);
    return row;
  }

  #row(hit: Hit, words: readonly string[]): HTMLElement {
    const { table, hrefOf, linesOf } = this.#tools;
    const row = element("li");
    const time = element("time", hit.day);
    time.dateTime = hit.day;
    const link = element("a");
    link.href = hrefOf(hit.permalink);
    link.append(...marked({ text: hit.title, marked: placesOf(hit.title, words, table) }));
    row.append(time, link);
    if (hit.filing.sources.length > 0) {
      const paper = element("span", hit.filing.sources.join("、"));
      paper.className = "paper";
      row.append(paper);
    }
    const excerpt = element("p");
    excerpt.className = "excerpt";
    row.append(excerpt);
    whenSeen(row, async () => {
      const lines = await linesOf(hit.permalink);
      const snippet = snippetOf(lines, words, table);
      excerpt.replaceChildren(...marked(snippet));
      link.href = hrefOf(hit.permalink) + textFragment(snippet);
    });
    return row;
  }
}

function countOf({ found, isCertain, unasked, failed, unread }: Standing): string {
  const about = isCertain ? " " : "约 ";
  const sentences = [
    found > 0 ? `找到${about}${grouped(found - unread)} 篇` : unasked.length > 0 ? "还没有找到" : "没有找到符合的文章",
    ...(unasked.length > 0 ? [`已查到 ${monthBefore(unasked[0]!)}，更早的 ${unasked.length} 个月还没有查`] : []),
    ...(failed.length > 0 ? [`${failed.map(longMonth).join("、")}的索引没有取到，其余各月已查`] : []),
    ...(unread > 0 ? [`另有 ${grouped(unread)} 篇没有取到，无法核对`] : []),
  ];
  return sentences.join("。");
}

function faultOf({ faults }: Query): string {
  return faults.length > 0 ? `没有看懂 ${faults.join(" ")}，日期请写成 2022、2022-03 或 2022-03-11` : "";
}

function longMonth(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
}

/** The oldest month that was asked comes after the newest that was not. */
function monthBefore(unasked: string): string {
  const [year, month] = unasked.split("-").map(Number) as [number, number];
  return month === 12 ? `${year + 1}年1月` : `${year}年${month + 1}月`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(words: string, onClick: () => unknown): HTMLButtonElement {
  const made = element("button", words);
  made.type = "button";
  made.addEventListener("click", () => {
    made.disabled = true;
    void onClick();
  });
  return made;
}

function queryLink(text: string, order: Order, words: string, isCurrent: boolean): HTMLElement {
  const link = element("a", words);
  const address = new URL(location.href);
  address.searchParams.set("q", text);
  if (order === "newest") address.searchParams.delete("order");
  else address.searchParams.set("order", order);
  link.href = address.href;
  link.dataset["query"] = "";
  if (isCurrent) link.setAttribute("aria-current", "true");
  return link;
}

/** A text with the hits in it marked. */
function marked({ text, marked: places }: Snippet): readonly Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of places) {
    nodes.push(document.createTextNode(text.slice(at, start)), element("mark", text.slice(start, end)));
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
