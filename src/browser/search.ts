/* The search page: what is typed is looked for, and the address says what was. */
import { Finder } from "../search/find.ts";
import { foldTableOf } from "../search/fold.ts";
import { readingsOf, type Readings } from "../search/pinyin.ts";
import type { Plan } from "../search/plan.ts";
import { asksNothing, parseQuery } from "../search/query.ts";
import { IndexReader } from "../search/reader.ts";
import { Session, type Order } from "../search/session.ts";
import { placesOf, type Spoken } from "../search/snippet.ts";
import { siteHref } from "../address.ts";
import { fetchLines } from "./articleText.ts";
import type { Asked } from "./hitRow.ts";
import { hostedIndex } from "./indexSource.ts";
import { SearchView } from "./searchView.ts";

/** Traditional characters, each before its simplified one; put in when this is compiled. */
declare const SIMPLIFIED: string;

/** Hits on a page, and how many more at a time. */
const shownAtOnce = 10;
/** So long after the last key a query is looked for, milliseconds. */
const pause = 250;

const form = document.querySelector<HTMLFormElement>("form.search")!;
const input = form.querySelector<HTMLInputElement>("input")!;
const prefix = form.dataset["root"]!.replace(/\/$/, "");
const hosted = hostedIndex(`${prefix}/search/`);
const table = foldTableOf(SIMPLIFIED);
const view = new SearchView(document, {
  table,
  hrefOf: (permalink) => siteHref(permalink, { prefix: decodeURI(prefix) }),
  linesOf: async (permalink) => linesOf(permalink),
});

const lines = new Map<string, Promise<readonly string[]>>();

/** Pages are read for snippets after they were read to make sure. */
async function linesOf(permalink: string): Promise<readonly string[]> {
  const known = lines.get(permalink);
  if (known) return known;
  const reading = fetchLines(siteHref(permalink, { prefix: decodeURI(prefix) }));
  lines.set(permalink, reading);
  reading.catch(() => lines.delete(permalink));
  return reading;
}

let spoken: Promise<Readings> | undefined;
let opened: Promise<{ readonly index: IndexReader; readonly finder: Finder }> | undefined;

async function readings(): Promise<Readings> {
  spoken ??= hosted.readings().then(readingsOf);
  spoken.catch(() => (spoken = undefined));
  return spoken;
}

async function openIndex() {
  opened ??= (async () => {
    const index = new IndexReader(await hosted.manifest(), hosted);
    return { index, finder: new Finder(index, { table, readings, linesOf }) };
  })();
  return opened;
}

/** What is marked in the hits of a search. */
async function askedBy({ wanted }: Plan): Promise<Asked> {
  const words = wanted.map(({ term }) => term.text);
  const rows = wanted.flatMap(({ ways }) => ways.flatMap(({ syllables }) => (syllables ? [syllables] : [])));
  const heard: Spoken | undefined = rows.length > 0 ? { rows, readings: await readings() } : undefined;
  return { words, placesIn: (line) => placesOf(line, words, table, heard) };
}

/** The search that is shown; one that is no longer is given up. */
let current = 0;

/** Looks for a query. When a deploy has replaced the index meanwhile, that is opened, and searched once. */
async function search(text: string, order: Order, isReopened = false): Promise<void> {
  const mine = ++current;
  const isOver = () => mine !== current;
  const query = parseQuery(text, table);
  if (asksNothing(query)) return view.clear(query.faults);
  view.begin();
  const onAgain = async () => search(text, order);
  const isToReopen = () => !isReopened && !isOver() && hosted.isReplaced();
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
      if (!isToReopen()) return;
    } catch {
      if (isOver()) return;
      if (!isToReopen()) view.fail(onAgain);
    }
    opened = undefined;
    if (isToReopen()) await search(text, order, true);
  };
  await attempt(async () => {
    const { index, finder } = await openIndex();
    const session = await Session.begin(finder, index, query, order, hosted.fetched);
    const asked = await askedBy(session.plan);
    let wanted = shownAtOnce;
    const show = async (isAsking = false) => {
      const hits = await session.hits(wanted, isOver);
      if (!isOver() && !isToReopen()) view.show({ text, order, session, asked, hits, isAsking }, next);
    };
    const ask = async () => {
      let isShown = wanted > shownAtOnce;
      await session.ask(async () => {
        const { standing } = session;
        const isEnough = order === "newest" && !isShown && standing.found >= wanted && standing.unasked.length > 0;
        if (isEnough) await show((isShown = true));
        if (!isOver()) view.progress(session.standing);
      }, isOver);
      await show();
    };
    const more = async () => {
      wanted += shownAtOnce;
      await show();
    };
    const next = { onMore: async () => attempt(more), onAsk: async () => attempt(ask), onAgain };
    await ask();
  });
}

function orderIn(address: URL): Order {
  return address.searchParams.get("order") === "relevance" ? "relevance" : "newest";
}

/** The part of the address that was followed last. */
let followed = "";

/** Shows what the address asks for. */
function followAddress(): void {
  const address = new URL(location.href);
  followed = address.search;
  input.value = address.searchParams.get("q") ?? "";
  document.title = titleOf(input.value);
  void search(input.value, orderIn(address));
}

const bareTitle = document.title;

function titleOf(text: string): string {
  return text === "" ? bareTitle : `${text}｜${bareTitle}`;
}

/** Whether the entry of the history is one that the reader may come back to; what is being typed is not. */
let isSettled = true;

/** Asks what has been typed, if that is something else than before. */
function typed(): boolean {
  const address = new URL(location.href);
  if ((address.searchParams.get("q") ?? "").trim() === input.value.trim()) return false;
  if (input.value.trim() === "") address.searchParams.delete("q");
  else address.searchParams.set("q", input.value.trim());
  if (isSettled) history.pushState(undefined, "", address);
  else history.replaceState(undefined, "", address);
  isSettled = false;
  followed = address.search;
  document.title = titleOf(input.value.trim());
  void search(input.value.trim(), orderIn(address));
  return true;
}

let timer: ReturnType<typeof setTimeout> | undefined;
let isComposing = false;

function typeSoon(): void {
  clearTimeout(timer);
  if (!isComposing) timer = setTimeout(typed, pause);
}

input.addEventListener("compositionstart", () => {
  isComposing = true;
  clearTimeout(timer);
});
input.addEventListener("compositionend", () => {
  isComposing = false;
  typeSoon();
});
input.addEventListener("input", typeSoon);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  // Who asks the same again has seen it fail, perhaps.
  if (!typed()) followAddress();
  isSettled = true;
});
document.addEventListener("click", (event) => {
  isSettled = true;
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-query]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  history.pushState(undefined, "", link.href);
  followAddress();
  view.focusStatus();
});
addEventListener("popstate", () => {
  // It is also fired for another fragment, as by the link that skips to the content.
  if (location.search !== followed) followAddress();
});
document.addEventListener("keydown", (event) => {
  if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  if (view.move(event.key === "ArrowDown" ? 1 : -1, input)) event.preventDefault();
});

followAddress();
if (input.value === "" && matchMedia("(hover: hover)").matches) input.focus();
