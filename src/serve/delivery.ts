/** So long after a save all pages but those of the saved articles follow, unless they are asked for, milliseconds. */
const soon = 100;
/** And so long after them what is composed of all pages, unless there is another save. */
const patience = 500;

/** What brings pages to where they are served from. */
export interface Carrier {
  /** Brings the pages at these paths. */
  readonly bringOnly: (paths: ReadonlySet<string>) => Promise<void>;
  /** Brings all but these, and but what is composed of pages. */
  readonly bringOthers: (paths: ReadonlySet<string>) => Promise<void>;
  /** Brings what is composed of pages, and whatever else is not there yet. */
  readonly compose: () => Promise<void>;
  /** Told of what goes wrong when nobody waits for it. */
  readonly onFault: (error: unknown) => void;
}

/** The pages of a save that do not come at once. */
interface Rest {
  /** Paths of those that come before. */
  readonly without: ReadonlySet<string>;
  /** Brings them, once. */
  readonly bring: () => Promise<void>;
}

/**
 * The order in which pages come after a save: those of the saved articles, for these are looked at; all others, a little
 * later or when one of them is asked for; then what is composed of all of them.
 */
export class Delivery {
  readonly #carrier: Carrier;
  #rest: Rest | undefined;
  #later: NodeJS.Timeout | undefined;

  /** @param carrier - what brings pages */
  constructor(carrier: Carrier) {
    this.#carrier = carrier;
  }

  /**
   * Brings the first pages after a save, and sees to it that the others follow.
   * @param first - paths of the saved articles' own pages; without any, all others come at once
   * @throws whatever `bringOnly` throws, or without first pages `bringOthers`
   */
  async begin(first: ReadonlySet<string>): Promise<void> {
    clearTimeout(this.#later);
    const { bringOnly, bringOthers, compose, onFault } = this.#carrier;
    const bringRest = async () => {
      await bringOthers(first);
      // Else there are others to be brought by now, and it would be done before them, and again.
      if (this.#rest === rest) this.#wait(patience, compose);
    };
    // What goes wrong is told once, whoever asks for them.
    const bringAndTell = async () => bringRest().catch(onFault);
    let bringing: Promise<void> | undefined;
    const bring = first.size === 0 ? bringRest : bringAndTell;
    const rest: Rest = { without: first, bring: async () => (bringing ??= bring()) };
    this.#rest = rest;
    if (first.size === 0) return rest.bring();
    try {
      await bringOnly(first);
    } finally {
      this.#wait(soon, rest.bring);
    }
  }

  /**
   * Waits until a page is as the last save has it. It does not wait for pages of saved articles, which are brought before
   * anybody is told of the save unless that fails, for what is composed of all pages, and until a page is gone that is no
   * more.
   * @param page - its path in the output folder
   */
  async ready(page: string): Promise<void> {
    if (this.#rest && !this.#rest.without.has(page)) await this.#rest.bring().catch(() => undefined);
  }

  /** One thing waits at a time. */
  #wait(milliseconds: number, work: () => Promise<void>): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void work().catch(this.#carrier.onFault), milliseconds);
  }
}
