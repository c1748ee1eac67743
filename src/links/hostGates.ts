import { setTimeout } from "node:timers/promises";

/** So many requests of one host are under way at a time. */
const mostAtOnce = 2;

interface Gate {
  count: number;
  /** When the next request may begin, milliseconds since 1970. */
  next: number;
  readonly waiting: (() => void)[];
}

/** Lets no more requests through to a host than it can be asked to bear. */
export class HostGates {
  readonly #gates = new Map<string, Gate>();
  readonly #delay: number;

  /** @param delay - at least so long passes between two requests of one host, milliseconds */
  constructor(delay: number) {
    this.#delay = delay;
  }

  /**
   * Does a job when its host is free.
   * @param host - name and port
   * @param job - what asks the host
   * @returns what the job returns
   * @throws what the job throws
   */
  async pass<Result>(host: string, job: () => Promise<Result>): Promise<Result> {
    const gate = this.#gates.get(host) ?? { count: 0, next: 0, waiting: [] };
    this.#gates.set(host, gate);
    if (gate.count >= mostAtOnce) await new Promise<void>((resolve) => gate.waiting.push(resolve));
    else gate.count++;
    try {
      const wait = gate.next - Date.now();
      gate.next = Math.max(gate.next, Date.now()) + this.#delay;
      if (wait > 0) await setTimeout(wait);
      return await job();
    } finally {
      // Whoever waits takes the place.
      const first = gate.waiting.shift();
      if (first) first();
      else gate.count--;
    }
  }
}
