import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { writeCorpus } from "../../bench/corpus.ts";
import { lockName } from "../../src/publish/lock.ts";
import { manifestName } from "../../src/publish/manifest.ts";
import { copyOfSite, fangzhi, filesIn, project, temporaryFolder, textIn, writeFiles } from "../support/command.ts";
import { jsonOf } from "../support/site.ts";
import { deadly, trapThreads } from "../support/threads.ts";

/** Enough articles that worker threads are called in. */
const many = 450;
/** Each has a card, which takes longer than its pages. */
const fewCategories = 6;

/** Folders of a site of its own. */
function folders(count = many) {
  const folder = temporaryFolder();
  const posts = path.join(folder, "posts");
  writeCorpus(posts, count, "plain", fewCategories);
  const args = (output = "site", cache = "cache") => [
    ...["build", "--posts", posts, "--output", path.join(folder, output), "--cache", path.join(folder, cache)],
  ];
  return { folder, posts, args, site: path.join(folder, "site") };
}

function siteIn(folder: string): Readonly<Record<string, string>> {
  const names = filesIn(folder).filter((name) => name !== manifestName && name !== lockName);
  return Object.fromEntries(names.map((name) => [name, textIn(folder, name)]));
}

function started(args: readonly string[], cwd = project): ChildProcess {
  const command = [path.join(project, "bin", "fangzhi.js"), ...args];
  return spawn(process.execPath, command, { cwd, stdio: "ignore" });
}

/** A site whose builds are over sooner, where what is drawn does not matter. */
function lightSite(): { readonly cwd: string } {
  const cwd = temporaryFolder();
  copyOfSite(cwd, "search: false", "data: false");
  return { cwd };
}

async function ended(child: ChildProcess): Promise<{ readonly code: number | null }> {
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code })));
}

/** Waits until a command has made a file. */
async function appeared(child: ChildProcess, file: string): Promise<void> {
  while (!existsSync(file)) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} and never made ${file}`);
    await setTimeout(5);
  }
}

test("with one, two and four workers, in another time zone and locale, the bytes are the same", () => {
  const { args, folder } = folders();
  expect(fangzhi([...args("1", "c1"), "--workers", "1"]).code).toBe(0);
  const one = siteIn(path.join(folder, "1"));
  const env = { TZ: "America/New_York", LC_ALL: "C" };
  expect(fangzhi([...args("2", "c2"), "--workers", "2"], { env }).code).toBe(0);
  expect(siteIn(path.join(folder, "2"))).toEqual(one);
  expect(fangzhi([...args("4", "c4"), "--workers", "4"], { cwd: folder }).code).toBe(0);
  expect(siteIn(path.join(folder, "4"))).toEqual(one);
}, 300_000);

test("a build that is killed at any moment is followed by one that ends in the clean result", async () => {
  const { args, folder, posts, site } = folders();
  for (let round = 0; round < 6; round++) {
    // Every second round the killed build has something to build upon.
    if (round % 2 === 0) rmSync(path.join(folder, "cache"), { recursive: true, force: true });
    writeFiles(posts, {
      [`2020-01-0${round + 1}-new.md`]: `---\ntitle: 新 ${round}\ncategories: paper0001\n---\n正文。\n`,
    });
    const child = started(args());
    const exit = ended(child);
    await setTimeout(300 + round * 450);
    child.kill("SIGKILL");
    await exit;
    const pages = existsSync(site) ? filesIn(site).filter((name) => name.endsWith(".html")) : [];
    expect(pages.filter((name) => !isWhole(site, name))).toEqual([]);
  }
  expect(fangzhi(args()).code).toBe(0);
  expect(fangzhi(args("clean", "other")).code).toBe(0);
  expect(siteIn(site)).toEqual(siteIn(path.join(folder, "clean")));
}, 180_000);

function isWhole(folder: string, name: string): boolean {
  return name.startsWith(".fangzhi-new/") || textIn(folder, name).trimEnd().endsWith("</html>");
}

test("an article over which a thread dies is held back, and the build goes on", () => {
  const folder = temporaryFolder();
  copyOfSite(folder, "search: false", "data: false");
  const posts = path.join(folder, "posts");
  writeCorpus(posts, many, "plain", fewCategories);
  writeFiles(posts, { "2020-01-01-dies.md": `---\ntitle: 坏文章\n---\n${deadly}。\n` });
  trapThreads(folder);
  const run = fangzhi(["build", "--json", "--quiet", "--workers", "2"], { cwd: folder });
  const { published, heldBack } = jsonOf(run) as {
    readonly published?: number;
    readonly heldBack?: readonly Readonly<Record<string, unknown>>[];
  };
  expect([run.code, published]).toEqual([0, many]);
  expect(heldBack!.map(({ file, rule }) => [file, rule])).toEqual([["posts/2020-01-01-dies.md", "loses-worker"]]);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends a build with %i and leaves nothing half done", async (signal, code) => {
  const { args, folder, site } = folders();
  const { cwd } = lightSite();
  const child = started(args(), cwd);
  const exit = ended(child);
  await appeared(child, path.join(site, ".fangzhi-new"));
  child.kill(signal);
  expect(await exit).toEqual({ code });
  expect(readdirSync(site).filter((name) => name.startsWith(".") && name !== manifestName)).toEqual([]);
  expect(readdirSync(path.join(folder, "cache"))).not.toContain(lockName);
  expect(filesIn(site).filter((name) => name.endsWith(".html") && !isWhole(site, name))).toEqual([]);
  expect(fangzhi(args(), { cwd }).code).toBe(0);
});

describe("two builds of one site", () => {
  test("the second says so and stops, the first is not disturbed", async () => {
    const { args, site } = folders();
    const { cwd } = lightSite();
    const child = started(args(), cwd);
    const exit = ended(child);
    await appeared(child, path.join(site, lockName));
    // So that it cannot be over before the second one has looked.
    child.kill("SIGSTOP");
    const second = fangzhi(args(), { cwd });
    child.kill("SIGCONT");
    expect(second).toMatchObject({ code: 1, err: expect.stringContaining(`process ${child.pid}`) as string });
    expect(await exit).toEqual({ code: 0 });
    expect(readdirSync(site)).not.toContain(lockName);
  });

  test("a lock that a killed build has left is no hindrance", () => {
    const { args, site } = folders(3);
    mkdirSync(site);
    writeFileSync(path.join(site, lockName), "999999 nowhere\n");
    expect(fangzhi(args()).code).toBe(0);
    expect(readdirSync(site)).not.toContain(lockName);
  });
});

test.each([["volumes"], ["readings"]])("damaged %s in the cache are told of once, and are as good as none", (part) => {
  const { args, folder, site } = folders(20);
  expect(fangzhi(args()).code).toBe(0);
  const before = siteIn(site);
  const damaged = path.join(folder, "cache", part);
  const files = statSync(damaged).isDirectory()
    ? readdirSync(damaged).map((name) => path.join(damaged, name))
    : [damaged];
  for (const file of files) writeFileSync(file, "{");
  rmSync(path.join(site, "index.html"));
  const run = fangzhi(args());
  expect(run).toMatchObject({ code: 0, err: "The cache was damaged; what it had lost was read anew.\n" });
  expect(siteIn(site)).toEqual(before);
  expect(fangzhi(args())).toMatchObject({ code: 0, err: "" });
});

test("how labels are read aloud is recalled, not found out again", () => {
  const { args, folder, posts } = folders(20);
  expect(fangzhi(args()).code).toBe(0);
  const readings = path.join(folder, "cache", "readings");
  const before = statSync(readings).mtimeMs;
  const [name] = readdirSync(posts);
  writeFileSync(path.join(posts, name!.replace(".md", "-copy.md")), readFileSync(path.join(posts, name!)));
  expect(jsonOf(fangzhi([...args(), "--json"]))).toMatchObject({ articles: 21, fromCache: 20 });
  expect(statSync(readings).mtimeMs).toBe(before);
});

test("a disk that refuses is told of in a line, and the site that was there stays whole", () => {
  const { args, folder, site } = folders(3);
  expect(fangzhi(args()).code).toBe(0);
  const before = siteIn(site);
  writeFiles(folder, { file: "in the way" });
  const run = fangzhi(args("site", "file/cache"));
  expect(run).toMatchObject({ code: 1, out: "" });
  expect(run.err).toMatch(/^The disk refused: E[A-Z]+: .*\n$/);
  expect(siteIn(site)).toEqual(before);
  expect(readdirSync(site)).not.toContain(lockName);
});

test("what is unchanged comes from the cache, and nothing is written", () => {
  const { args } = folders(20);
  expect(jsonOf(fangzhi([...args(), "--json"]))).toMatchObject({ articles: 20, fromCache: 0 });
  expect(jsonOf(fangzhi([...args(), "--json"]))).toMatchObject({ articles: 20, fromCache: 20, written: 0 });
});

describe("the report is the same from the cache", () => {
  test("also for what is held back", () => {
    const { args, posts } = folders(3);
    writeFiles(posts, { "2022-01-01-bad.md": "---\ntitle: [坏\n---\n", "notes.md": "无" });
    const reports = [1, 2, 3].map(() => jsonOf(fangzhi([...args(), "--json"])));
    for (const { heldBack, passedOver, warnings } of reports.slice(1)) {
      expect({ heldBack, passedOver, warnings }).toEqual({
        heldBack: reports[0]!["heldBack"],
        passedOver: reports[0]!["passedOver"],
        warnings: reports[0]!["warnings"],
      });
    }
    expect(reports[0]!["heldBack"]).toHaveLength(1);
  });
});
