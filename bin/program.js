// The program is TypeScript. It is compiled once for each state of its sources and packages, which takes a fraction of
// a second, and saves as much at every start. Where that cannot be kept, tsx runs the sources as they stand.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";

const root = fileURLToPath(new URL("..", import.meta.url));
const entries = {
  main: "src/cli/main.ts",
  worker: "src/workers/worker.ts",
  look: "src/publish/look.ts",
  index: "src/index.ts",
};
/** They find files of their own beside themselves, or are shared with Eleventy. */
const external = ["@11ty/eleventy", "esbuild", "nunjucks", "tinypool", "tsx"];
/** Older compilations may be in use still. */
const keptFor = 7 * 24 * 3600 * 1000;

/**
 * Loads a part of the program.
 * @param {keyof typeof entries} name - which
 * @returns {Promise<any>} its exports
 */
export async function load(name) {
  const folder = getEnvironmentData("fangzhi") ?? (await compiled());
  setEnvironmentData("fangzhi", folder);
  if (folder !== "") return import(pathToFileURL(path.join(folder, `${name}.js`)).href);
  (await import("tsx/esm/api")).register();
  return import(new URL(`../${entries[name]}`, import.meta.url).href);
}

async function compiled() {
  const cache = path.join(root, "node_modules/.cache/fangzhi");
  const folder = path.join(cache, stateOfProgram());
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  try {
    const { buildSync } = await import("esbuild");
    mkdirSync(cache, { recursive: true });
    buildSync({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: aside,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      // Else it makes each pattern with \p{…} anew whenever it is asked.
      supported: { "regexp-unicode-property-escapes": true },
      external,
      // Packages in CommonJS ask for Node's own modules.
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      define: { PROGRAM_ROOT: JSON.stringify(root) },
      logLevel: "silent",
    });
    renameSync(aside, folder);
    for (const name of readdirSync(cache)) {
      const other = path.join(cache, name);
      if (Date.now() - statSync(other).mtimeMs > keptFor) rmSync(other, { recursive: true, force: true });
    }
  } catch {
    rmSync(aside, { recursive: true, force: true });
  }
  return existsSync(folder) ? folder : "";
}

/** Of all sources, and of the packages as they are installed. */
function stateOfProgram() {
  const hash = createHash("sha256").update(process.version).update(root);
  const sources = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => path.join(root, "src", name));
  const others = ["bin/program.js", "package.json", "node_modules/.package-lock.json"].map((name) =>
    path.join(root, name),
  );
  for (const file of [...sources, ...others]) {
    hash.update(`\n${file}\n`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}
