import { availableParallelism, cpus, release, totalmem } from "node:os";

/**
 * Describes the machine.
 * @returns a line for each property
 */
export function machine(): readonly string[] {
  return [
    `processor: ${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores`,
    `memory: ${(totalmem() / 2 ** 30).toFixed(1)} GB`,
    `kernel: Linux ${release()}`,
    `Node ${process.version}`,
    `date: ${new Date().toISOString().slice(0, 10)}`,
  ];
}
