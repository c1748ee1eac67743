import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { filesIn, type Listed } from "./folder.ts";

const workers = 2;

/** Node 20 cannot strip types by itself, and tsx does not reach into workers. */
const thisFile = `import("tsx/esm/api").then(({ register }) => (register(), import("${import.meta.url}")));`;

/** What one worker does. */
interface Share {
  readonly reads: readonly string[];
  readonly writes: readonly Pick<Listed, "path" | "bytes">[];
}

/**
 * The floor below which no build can come: two workers read the same files and write as many, as large and as deep, and
 * do nothing else.
 * @param posts - folder of the articles
 * @param model - the output of a build
 * @param folder - where the copy goes; not there yet
 * @returns seconds, without the start of the workers
 */
export async function measureFloor(posts: string, model: string, folder: string): Promise<number> {
  const reads = [...filesIn(posts)].map(({ path: file }) => file);
  const writes = [...filesIn(model)].map(({ path: file, bytes }) => ({
    path: path.join(folder, path.relative(model, file)),
    bytes,
  }));
  const shares = Array.from({ length: workers }, (_, worker): Share => {
    const isMine = (_file: unknown, index: number) => index % workers === worker;
    return { reads: reads.filter(isMine), writes: writes.filter(isMine) };
  });
  return Math.max(...(await Promise.all(shares.map(inWorker))));
}

function inWorker(share: Share): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thisFile, { eval: true, workerData: share });
    worker.on("message", resolve);
    worker.on("error", reject);
  });
}

function run({ reads, writes }: Share): number {
  const start = performance.now();
  for (const file of reads) readFileSync(file);
  const made = new Set<string>();
  for (const { path: file, bytes } of writes) {
    const folder = path.dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, Buffer.alloc(bytes, "."));
  }
  return (performance.now() - start) / 1000;
}

if (!isMainThread) parentPort!.postMessage(run(workerData as Share), []);
