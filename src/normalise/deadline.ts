import { Script } from "node:vm";
import { limits } from "../limits.ts";

/** Thrown when work on a body was given up. */
export class TooSlow extends Error {
  constructor() {
    super("Given up.");
    this.name = "TooSlow";
  }
}

const bridge = globalThis as { fangzhiWork?: () => void };
const script = new Script("fangzhiWork()");

/**
 * Does synchronous work that is given up after some time. V8 interrupts whatever runs, in regular expressions too.
 * @param work - what to do
 * @param milliseconds - how long it may take
 * @returns what it returns
 * @throws TooSlow, or whatever the work throws
 */
export function withinTime<Result>(work: () => Result, milliseconds: number = limits.bodyMilliseconds): Result {
  let result: { readonly value: Result } | undefined;
  bridge.fangzhiWork = () => {
    result = { value: work() };
  };
  try {
    script.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw new TooSlow();
    throw error;
  } finally {
    delete bridge.fangzhiWork;
  }
  return result!.value;
}
