import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";
import { shortHash } from "./hash.ts";
import { writeText } from "./record.ts";
import { programRoot } from "./root.ts";

/** A configuration as it was compiled, and what it was compiled from. */
interface Compiled {
  /** Hashes of the files by path. */
  readonly inputs: Readonly<Record<string, string>>;
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
  const record = path.join(folder, `${shortHash(`${file}\n${index}`, 16)}.json`);
  const kept = known(record);
  const compiled = kept ?? (await compile(file, index));
  const module = path.join(folder, `${shortHash(compiled.module, 16)}.mjs`);
  if (!existsSync(module)) writeText(module, compiled.module, ownName(module));
  if (!kept) writeText(record, JSON.stringify(compiled), ownName(record));
  states.set(file, compiled.module);
  return import(pathToFileURL(module).href);
}

/** Every thread of every process may be writing the same. */
function ownName(file: string): string {
  return `${file}.${process.pid}-${threadId}.new`;
}

const states = new Map<string, string>();

/**
 * What a file that was loaded says, with what it imports of the site's own.
 * @param file - its path
 * @returns program text; empty when it was not loaded
 */
export function textOfConfig(file: string): string {
  return states.get(file) ?? "";
}

function known(record: string): Compiled | undefined {
  try {
    const compiled = JSON.parse(readFileSync(record, "utf8")) as Compiled;
    const isSame = Object.entries(compiled.inputs).every(([file, hash]) => hashOf(file) === hash);
    return isSame ? compiled : undefined;
  } catch {
    return undefined;
  }
}

/** The program itself is not compiled into it: there must be one of it. */
async function compile(file: string, index: string): Promise<Compiled> {
  const { build } = await import("esbuild");
  const source = path.join(programRoot, "src/index.ts");
  const { outputFiles, metafile } = await build({
    absWorkingDir: path.dirname(file),
    entryPoints: [file],
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    write: false,
    metafile: true,
    logLevel: "silent",
    plugins: [
      {
        name: "fangzhi",
        setup(building) {
          building.onResolve({ filter: /^[./]/ }, ({ path: wanted, resolveDir }) =>
            path.resolve(resolveDir, wanted) === source
              ? { path: pathToFileURL(index).href, external: true }
              : undefined,
          );
        },
      },
    ],
  });
  const inputs = Object.keys(metafile.inputs).map((input) => path.resolve(path.dirname(file), input));
  return {
    inputs: Object.fromEntries(inputs.map((input) => [input, hashOf(input)])),
    module: outputFiles[0]!.text,
  };
}

function hashOf(file: string): string {
  return shortHash(readFileSync(file, "latin1"), 16);
}
