import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Site } from "../config.ts";
import { shortHash } from "../hash.ts";
import { stateOfConfig } from "../loadConfig.ts";
import { byCodeUnit } from "../order.ts";
import { programRoot } from "../root.ts";

/**
 * A fingerprint of all that decides what is made of an article, beside the article: this program, the packages it
 * uses, Node, the site's configuration and the files it stands in. What another has made is never used.
 * @param site - the site's configuration
 * @param root - the folder with `.eleventy.ts`
 * @param posts - the posts folder: another one's articles are others, though they may have the same names
 * @returns a hash
 */
export function fingerprintOf(site: Site, root: string, posts: string): string {
  const program = path.join(programRoot, "src");
  const sources = readdirSync(program, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort(byCodeUnit)
    .map((name) => `${name}\n${readFileSync(path.join(program, name), "utf8")}`);
  const packages = textOf(path.join(programRoot, "node_modules/.package-lock.json"));
  const config = stateOfConfig(path.join(root, ".eleventy.ts"));
  return shortHash(
    [...sources, packages, config, process.version, JSON.stringify(site), path.relative(root, posts)].join("\n"),
    32,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
