import { ask, type Answer, type Asking } from "./ask.ts";

/**
 * Asks for many pages, several at a time.
 * @param addresses - their addresses, each once
 * @param asking - how
 * @param concurrency - how many at a time, of all hosts together
 * @param onAnswer - called after each
 * @returns the answers, in the order of the addresses
 */
export async function askAll(
  addresses: readonly string[],
  asking: Asking,
  concurrency: number,
  onAnswer: () => void = () => undefined,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const queue = byTurns(addresses).values();
  const work = async () => {
    for (const address of queue) {
      answers.set(address, await ask(address, asking));
      onAnswer();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return new Map(addresses.map((address) => [address, answers.get(address)!]));
}

/**
 * Puts addresses in an order in which hosts take turns, so that one host with many pages does not keep all waiting.
 * @param addresses - addresses in any order
 * @returns the first of each host, then the second of each, and so on
 */
export function byTurns(addresses: readonly string[]): readonly string[] {
  const turns = new Map<string, number>();
  return addresses
    .map((address) => {
      const { host } = new URL(address);
      const turn = turns.get(host) ?? 0;
      turns.set(host, turn + 1);
      return { address, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ address }) => address);
}
