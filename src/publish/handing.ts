import type { DrawTask, Month } from "../model.ts";
import type { DrawnPage } from "./outputLedger.ts";
import type { Target } from "./write.ts";

/** A page that another thread is to draw and write. */
export interface Handed {
  readonly path: string;
  readonly target: Target;
  readonly fingerprint: number;
  readonly task: DrawTask;
}

/** What became of a handed page. */
export interface Written {
  readonly page: DrawnPage;
  readonly written: boolean;
}

/** So many are handed over at a time: mostly all of a volume, which is then opened in one thread alone. */
const handedAtOnce = 1000;

/** Pages with long lists are handed over sooner: their contexts, as text, take so many characters at most. */
const mostText = 2_000_000;

/** Of another volume's pages they are parted when there are so many, or those there are weigh as much. */
const leastAtOnce = 50;

/** Batches for each of the other threads: the one it is at, and the next. */
const sentToEach = 2;

/** However many threads there are, the contexts of all batches under way are no more characters than this and one batch. */
const mostTextSent = 32_000_000;

/**
 * The volumes that a page is drawn from.
 * @param task - the page
 * @returns their months; none for a page that needs no article's record
 */
export function volumesOf({ article, articles, volumes }: DrawTask): readonly Month[] {
  if (articles) return articles.map(({ month }) => month);
  if (volumes) return volumes.months;
  return article ? [article.month] : [];
}

/** Hands pages over in batches, not more at a time than can be kept in mind. */
export class HandingQueue {
  readonly #send: (batch: readonly Handed[]) => Promise<void>;
  readonly #mostSent: number;
  readonly #sent = new Set<Promise<void>>();
  #textSent = 0;
  #batch: Handed[] = [];
  #text = 0;
  #weight = 0;

  /**
   * @param send - has other threads draw and write a batch
   * @param threads - how many they are, at least one
   */
  constructor(send: (batch: readonly Handed[]) => Promise<void>, threads: number) {
    this.#send = send;
    this.#mostSent = sentToEach * threads;
  }

  /**
   * Adds a page, and waits while too much is under way.
   * @param page - the page
   * @throws what a batch has thrown
   */
  async add(page: Handed): Promise<void> {
    const last = this.#batch.at(-1);
    const isOtherVolume = last !== undefined && volumesOf(last.task)[0] !== volumesOf(page.task)[0];
    const isFull = this.#batch.length >= handedAtOnce || this.#text >= mostText;
    if (isFull || (isOtherVolume && this.#weight > leastAtOnce)) this.#flush();
    this.#batch.push(page);
    this.#text += page.task.context.length;
    this.#weight += page.task.volumes?.articles ?? 1;
    while (this.#sent.size >= this.#mostSent || this.#textSent >= mostTextSent) await Promise.race(this.#sent);
  }

  /**
   * Hands over what is left and waits for all of it.
   * @throws what a batch has thrown
   */
  async end(): Promise<void> {
    this.#flush();
    await Promise.all(this.#sent);
  }

  /** Waits until none is under way any more, whatever came of it. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#sent);
  }

  #flush(): void {
    if (this.#batch.length === 0) return;
    const text = this.#text;
    const sending = this.#send(this.#batch).finally(() => {
      this.#sent.delete(sending);
      this.#textSent -= text;
    });
    // Whoever waits for it is told; a second one that fails meanwhile must not end the process.
    sending.catch(() => undefined);
    this.#sent.add(sending);
    this.#textSent += text;
    this.#batch = [];
    this.#text = 0;
    this.#weight = 0;
  }
}
