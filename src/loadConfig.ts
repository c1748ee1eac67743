import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";
import { shortHash } from "./hash.ts";
import { readRecord, writeRecord, writeText } from "./record.ts";
import { programRoot } from "./root.ts";
import { temporaryFolder } from "./temporary.ts";

/** A configuration as it was compiled. */
interface Compiled {
  /** The files it was compiled from, from its own folder, and their hashes. */
  readonly inputs: readonly (readonly [string, string])[];
  readonly module: string;
}

/**
 * Loads a TypeScript file that an owner has written, with all that it imports of the site's own.
 * @param file - its path
 * @returns its exports
 * @throws Error when it is faulty
 */
export async function loadConfig(file: string): Promise<unknown> {
  const index = path.join(import.meta.dirname, "index.js");
  // Where the program runs as it stands, so can this.
  if (!existsSync(index)) {
    states.set(file, readFileSync(file, "utf8"));
    return import(pathToFileURL(file).href);
  }
  const folder = path.join(path.dirname(file), ".cache/config");
  const record = path.join(folder, `${shortHash(file, 16)}.json`);
  const key = `${file}\n${index}`;
  const kept = known(record, key, path.dirname(file));
  const compiled = kept ?? (await compile(file, index));
  states.set(file, JSON.stringify(compiled.inputs));
  try {
    if (!kept) writeRecord(record, key, [compiled], ownName(record));
    return await importText(compiled.module, folder);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // A folder that may not be written to; only packages of the site's own cannot be found from elsewhere.
    return importText(compiled.module, temporaryFolder());
  }
}

async function importText(text: string, folder: string): Promise<unknown> {
  const module = path.join(folder, `${shortHash(text, 16)}.mjs`);
  if (!existsSync(module) || readFileSync(module, "utf8") !== text) writeText(module, text, ownName(module));
  return import(pathToFileURL(module).href);
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["EACCES", "EROFS", "EPERM"].includes(String(error.code));
}

/** Every thread of every process may be writing the same. */
function ownName(file: string): string {
  return `${file}.${process.pid}-${threadId}.new`;
}

const states = new Map<string, string>();

/**
 * What a file that was loaded says, and what it imports of the site's own; where they stand does not matter.
 * @param file - its path
 * @returns a text that is another when one of them is; empty when it was not loaded
 */
export function stateOfConfig(file: string): string {
  return states.get(file) ?? "";
}

function known(record: string, key: string, folder: string): Compiled | undefined {
  const found = readRecord(record, key);
  if (typeof found === "string") return undefined;
  const [compiled] = [...found] as [Compiled];
  return compiled.inputs.every(([file, hash]) => hashOf(path.join(folder, file)) === hash) ? compiled : undefined;
}

/** The program itself is not compiled into it: there must be one of it. */
async function compile(file: string, index: string): Promise<Compiled> {
  const { build } = await import("esbuild");
  const program = path.join(realpathSync(programRoot), "src/index");
  const folder = path.dirname(file);
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [file],
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    write: false,
    metafile: true,
    logLevel: "silent",
    define: {
      "import.meta.url": JSON.stringify(pathToFileURL(file).href),
      "import.meta.dirname": JSON.stringify(folder),
      "import.meta.filename": JSON.stringify(file),
    },
    plugins: [
      {
        name: "fangzhi",
        setup(building) {
          building.onResolve({ filter: /index(?:\.[jt]s)?$/ }, ({ path: wanted, resolveDir }) => {
            const full = path.resolve(resolveDir, wanted);
            const real = path.join(realPath(path.dirname(full)), path.basename(full).replace(/\.[jt]s$/, ""));
            return real === program ? { path: pathToFileURL(index).href, external: true } : undefined;
          });
        },
      },
    ],
  });
  const inputs = Object.keys(metafile.inputs).map((input) => path.relative(folder, path.resolve(folder, input)));
  return {
    inputs: inputs.sort().map((input) => [input, hashOf(path.join(folder, input))] as const),
    module: outputFiles[0]!.text,
  };
}

function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

function hashOf(file: string): string {
  return existsSync(file) ? shortHash(readFileSync(file, "latin1"), 16) : "";
}
