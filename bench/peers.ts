import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { measure, type Cost } from "./measure.ts";

/** Another generator, with a site in `bench/peers` that makes the same pages. */
export interface Peer {
  readonly name: string;
  /** Folder of its site in `bench/peers`. */
  readonly site: string;
  /** Where its articles go, and where its pages come out. */
  readonly posts: string;
  readonly output: string;
  readonly build: readonly string[];
  /** The Debian package; without one it is installed from npm. */
  readonly debian?: { readonly package: string; readonly version: readonly string[] };
  /** Slower than Hugo: run once, and on the smaller corpora only. */
  readonly slow: boolean;
  /** Makes more than the others do. */
  readonly makesEverything?: boolean;
}

const hugo = {
  site: "hugo",
  posts: "content/posts",
  output: "public",
  debian: { package: "hugo", version: ["hugo", "version"] },
  slow: false,
} as const;

/** All peers; the first two are what the others are compared with. */
export const peers: readonly Peer[] = [
  { name: "Hugo", build: ["hugo", "--quiet"], ...hugo },
  {
    name: "Hugo, everything",
    build: ["hugo", "--quiet", "--environment", "everything"],
    ...hugo,
    makesEverything: true,
  },
  {
    name: "Eleventy",
    site: "eleventy",
    posts: "site/posts",
    output: "public",
    build: ["node_modules/.bin/eleventy", "--quiet"],
    slow: true,
  },
  {
    name: "Hexo",
    site: "hexo",
    posts: "source/_posts",
    output: "public",
    build: ["node_modules/.bin/hexo", "generate", "--silent"],
    slow: true,
  },
  {
    name: "Astro",
    site: "astro",
    posts: "posts",
    output: "public",
    build: ["node_modules/.bin/astro", "build", "--silent"],
    slow: true,
  },
  {
    name: "Jekyll",
    site: "jekyll",
    posts: "_posts",
    output: "_site",
    build: ["jekyll", "build", "--quiet", "--disable-disk-cache"],
    debian: { package: "jekyll", version: ["jekyll", "--version"] },
    slow: true,
  },
];

/** Where peers from npm are installed and everything is built: a disk, not the memory that `/tmp` may be. */
export const home = process.env["BENCH_PEERS"] ?? path.join(homedir(), ".cache", "fangzhi-bench");
const sites = fileURLToPath(new URL("peers", import.meta.url));

/**
 * Installs a peer outside the project, in the version that its `package.json` pins, unless it is there.
 * @param peer - the peer
 * @returns its version
 * @throws Error when a Debian package is missing
 */
export function install({ site, debian }: Peer): string {
  if (debian) {
    try {
      return execFileSync(debian.version[0]!, debian.version.slice(1), { encoding: "utf8" }).trim();
    } catch {
      throw new Error(`${debian.package} is not there. apt-get install ${debian.package}, or leave it out of --peers.`);
    }
  }
  const wanted = readFileSync(path.join(sites, site, "package.json"), "utf8");
  const folder = path.join(home, site);
  const installed = path.join(folder, "package.json");
  if (!existsSync(path.join(folder, "node_modules")) || readFileSync(installed, "utf8") !== wanted) {
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(sites, site, "package.json"), installed);
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: folder, stdio: "inherit" });
  }
  const { dependencies } = JSON.parse(wanted) as { readonly dependencies: Readonly<Record<string, string>> };
  return Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}

/**
 * Builds the articles with a peer, in a new copy of its site, so that no cache of an earlier run is in it.
 * @param peer - the peer
 * @param posts - folder of the articles; it stands in the site meanwhile, as not every peer follows links
 * @param folder - where the copy goes
 * @returns what it cost, and where the pages are
 * @throws Error when the peer fails
 */
export async function buildWith(
  peer: Peer,
  posts: string,
  folder: string,
): Promise<{ readonly cost: Cost; readonly output: string }> {
  cpSync(path.join(sites, peer.site), folder, { recursive: true });
  if (!peer.debian) symlinkSync(path.join(home, peer.site, "node_modules"), path.join(folder, "node_modules"));
  const place = path.join(folder, peer.posts);
  mkdirSync(path.dirname(place), { recursive: true });
  renameSync(posts, place);
  try {
    const { cost } = await measure(peer.build, folder);
    return { cost, output: path.join(folder, peer.output) };
  } finally {
    renameSync(place, posts);
  }
}
