import type { Hit } from "../search/find.ts";
import type { Fault } from "../search/query.ts";
import type { Order, Session, Standing } from "../search/session.ts";
import { element } from "./element.ts";
import { facetsOf } from "./facets.ts";
import { hitRow, type Asked, type RowTools } from "./hitRow.ts";
import { queryLink } from "./queryLink.ts";
import { faultsIn, isExact, progressOf, statusOf, timeOf } from "./searchStatus.ts";

/** What is shown of a search. */
interface Shown {
  readonly text: string;
  readonly order: Order;
  readonly session: Session;
  readonly asked: Asked;
  readonly hits: readonly Hit[];
  /** Whether more segments are being asked. */
  readonly isAsking: boolean;
}

/** What a reader may ask for next. */
interface Next {
  readonly onMore: () => Promise<void>;
  readonly onAsk: () => Promise<void>;
  readonly onAgain: () => Promise<void>;
}

const orders: Readonly<Record<Order, string>> = { newest: "最新在前", relevance: "最相关在前" };

/** The results on the page. */
export class SearchView {
  readonly #tools: RowTools;
  readonly #results: HTMLElement;
  readonly #status: HTMLElement;
  /** Changes with each step, which is not read out. */
  readonly #progress = element("span", { ariaLive: "off" });
  readonly #order: HTMLElement;
  readonly #facets: HTMLElement;
  readonly #hits: HTMLElement;
  readonly #more: HTMLElement;
  readonly #rows = new WeakMap<Hit, HTMLElement>();

  constructor(document: Document, tools: RowTools) {
    this.#tools = tools;
    this.#results = document.querySelector("[data-results]")!;
    const part = (name: string) => this.#results.querySelector<HTMLElement>(name)!;
    this.#status = part(".search-status");
    this.#status.tabIndex = -1;
    this.#order = part(".search-order");
    this.#facets = part(".facets");
    this.#hits = part(".hits");
    this.#more = part(".search-more");
  }

  /**
   * Shows that nothing is asked.
   * @param faults - what of the query cannot be answered
   */
  clear(faults: readonly Fault[]): void {
    for (const part of [this.#order, this.#facets, this.#hits, this.#more]) part.replaceChildren();
    this.#results.setAttribute("aria-busy", "false");
    this.#status.textContent = faultsIn(faults);
    this.#results.hidden = faults.length === 0;
  }

  /** Shows that a search has begun; what was found before stays until there is something new. */
  begin(): void {
    this.#results.hidden = false;
    this.#results.setAttribute("aria-busy", "true");
    this.#progress.textContent = "";
    this.#status.replaceChildren("正在检索……", this.#progress);
  }

  /**
   * Shows how far a search has come.
   * @param standing - how it stands
   */
  progress(standing: Standing): void {
    if (!this.#progress.isConnected) this.begin();
    this.#progress.textContent = progressOf(standing);
  }

  /**
   * Shows that the index did not come.
   * @param onAgain - tries again
   */
  fail(onAgain: () => Promise<void>): void {
    this.#results.setAttribute("aria-busy", "false");
    this.#status.textContent = "检索所需的文件没有取到，请检查网络。";
    this.#more.replaceChildren(this.#button("重试", onAgain));
  }

  /**
   * Shows what was found.
   * @param shown - the search and its first hits
   * @param next - what the reader may ask for
   */
  show({ text, order, session, asked, hits, isAsking }: Shown, { onMore, onAsk, onAgain }: Next): void {
    const { standing, candidates, plan } = session;
    this.#results.setAttribute("aria-busy", String(isAsking));
    if (!isAsking) this.#status.textContent = statusOf(standing, plan.query.faults, hits.length);
    this.#setRows(hits.map((hit) => this.#rowOf(hit, asked)));
    const isOrdered = standing.found > 1 && asked.words.length > 0;
    this.#order.replaceChildren(...(isOrdered ? orderLinks(text, order) : []));
    const facets = facetsOf({ text, query: plan.query, order, candidates, isExact: isExact(standing) });
    this.#facets.replaceChildren(...facets);
    this.#facets.hidden = facets.length === 0;
    const { found, unasked, failed, unread } = standing;
    const buttons = [
      ...(hits.length < found - unread ? [this.#button(hits.length > 0 ? "显示更多" : "继续核对", onMore)] : []),
      ...(unasked.length > 0 ? [this.#button(`继续查更早的 ${timeOf(unasked)}`, onAsk)] : []),
      ...(failed.length + unread > 0 ? [this.#button("重试", onAgain)] : []),
    ];
    this.#more.replaceChildren(...(isAsking ? [] : buttons.flatMap((each) => [each, " "]).slice(0, -1)));
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

  /** Moves the focus to what is said of the search: the link that was followed goes with what was found before. */
  focusStatus(): void {
    this.#status.focus();
  }

  /** Rows that are there already stay as they are, with the focus that one of them may have. */
  #setRows(rows: readonly HTMLElement[]): void {
    for (const [at, row] of rows.entries()) {
      if (this.#hits.children[at] !== row) this.#hits.insertBefore(row, this.#hits.children[at] ?? null);
    }
    while (this.#hits.children.length > rows.length) this.#hits.lastElementChild!.remove();
  }

  #rowOf(hit: Hit, asked: Asked): HTMLElement {
    const row = this.#rows.get(hit) ?? hitRow(hit, asked, this.#tools);
    this.#rows.set(hit, row);
    return row;
  }

  /** A button that goes when it has done its work; the focus then goes to the first new hit, or to what is said. */
  #button(words: string, onClick: () => Promise<void>): HTMLButtonElement {
    const made = element("button", { type: "button" }, words);
    const press = async () => {
      const { length } = this.#hits.children;
      await onClick();
      const { activeElement } = document;
      if (activeElement !== document.body && activeElement !== made) return;
      (this.#hits.children[length]?.querySelector("a") ?? this.#status).focus();
    };
    made.addEventListener("click", () => void press(), { once: true });
    return made;
  }
}

function orderLinks(text: string, current: Order): readonly HTMLElement[] {
  return (Object.keys(orders) as Order[]).map((order) => {
    const link = queryLink(text, order, orders[order]);
    if (order === current) link.setAttribute("aria-current", "true");
    return link;
  });
}
