import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { build } from "../../src/build.ts";
import type { Progress } from "../../src/progress.ts";
import { noProgress } from "../../src/cli/progress.ts";
import { prepare } from "../../src/occasion.ts";
import { loadProject, type Project } from "../../src/project.ts";
import { manifestName } from "../../src/publish/manifest.ts";
import { forgetLayouts } from "../../src/render/press.ts";
import { unchangedSince } from "../../src/unchanged.ts";
import { copyOfSite, filesIn, temporaryFolder, writeFiles } from "../support/command.ts";

const home = process.cwd();
let root: string;
let project: Project;

const at = (...names: readonly string[]) => path.join(root, ...names);
const posts = () => filesIn(at("posts"));

/** What is asked of the builds. */
let wanted = { drafts: false, future: false, now: Date.UTC(2026, 0) };

/** What may happen between two builds; numbers choose among what there is. */
const changes: Readonly<Record<string, (one: number, other: number) => unknown>> = {
  add: (one, other) => writeFiles(at("posts"), { [nameOf(one, other)]: article(one, other) }),
  edit: (one, other) => withPost(one, (file) => writeFileSync(file, article(other, one))),
  retitle: (one, other) =>
    withPost(one, (file) =>
      writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*$/m, `title: 新题 ${other}`)),
    ),
  spoil: (one) => withPost(one, (file) => writeFileSync(file, "---\ntitle: [坏\n---\n")),
  remove: (one) => withPost(one, (file) => rmSync(file)),
  rename: (one, other) =>
    withPost(one, (file) => renameSync(file, at("posts", `2023-05-0${(other % 9) + 1}-r${other}.md`))),
  "source kept": (one, other) => writeFiles(at("posts/_sources"), { [sourceOf(one)]: `来源 ${other % 5}` }),
  "source gone": (one) => rmSync(at("posts/_sources", sourceOf(one)), { force: true }),
  nothing: () => undefined,
  drafts: () => (wanted = { ...wanted, drafts: !wanted.drafts }),
  future: () => (wanted = { ...wanted, future: !wanted.future }),
  clock: (one, other) => (wanted = { ...wanted, now: Date.UTC(2022, one % 14, other % 28) }),
  touch: (one, other) => withPost(one, (file) => utimesSync(file, 1_600_000_000, 1_600_000_000 + other)),
  layout: (one, other) =>
    appendFileSync(
      at("layouts", ["article.njk", "term.njk", "base.njk", "partials/list.njk"][one % 4]!),
      `{# ${other} #}`,
    ),
  "layout that shows more": (_, other) => appendFileSync(at("layouts", "base.njk"), `<!-- ${other} -->`),
  "output by hand": (one) => withOutput(one, (file) => appendFileSync(file, "by hand")),
  "output gone": (one) => withOutput(one, (file) => rmSync(file)),
  "cache file cut": (one) => withCache(one, (file) => writeFileSync(file, readFileSync(file).subarray(0, -7))),
  "cache file flipped": (one, other) =>
    withCache(one, (file) => writeFileSync(file, flipped(readFileSync(file), other))),
  "cache file gone": (one) => withCache(one, (file) => rmSync(file)),
};

function nameOf(one: number, other: number): string {
  return [
    `2022-03-${String((one % 28) + 1).padStart(2, "0")}-a${other % 7}.md`,
    `undated${one % 4}.md`,
    `sub/2022-04-0${(one % 9) + 1}-b.md`,
  ][other % 3]!;
}

function sourceOf(one: number): string {
  return ["004.txt", "2022/page.html", "b.pdf"][one % 3]!;
}

function article(one: number, other: number): string {
  const month = String((other % 12) + 1).padStart(2, "0");
  const keys = [
    `title: 第 ${one % 50} 篇`,
    `date: 2022-${month}-${String((one % 28) + 1).padStart(2, "0")} 0${other % 10}:00:00 +0800`,
  ];
  if (one % 3 > 0) keys.push(`categories: paper${other % 3}`, `tags: 报纸${one % 5}`);
  if (one % 11 === 0) keys.push("published: false");
  if (other % 4 === 0) keys.push(`date_precision: ${one % 2 === 0 ? "month" : "year"}`);
  if (other % 3 === 0) keys.push(`source_file: ${sourceOf(one)}`, "review: [日期不详]");
  return `---\n${keys.join("\n")}\n---\n<p>正文 ${one % 20}，见<a href="/paper1/2022/03/11/a1.html">另一篇</a>。</p>\n`;
}

function withPost(one: number, change: (file: string) => void): void {
  const files = posts().filter((name) => name.endsWith(".md"));
  if (files.length > 0) change(at("posts", files[one % files.length]!));
}

function withOutput(one: number, change: (file: string) => void): void {
  const files = filesIn(at("_site")).filter((name) => name !== manifestName);
  if (files.length > 0) change(at("_site", files[one % files.length]!));
}

function withCache(one: number, change: (file: string) => void): void {
  const files = filesIn(at("cache"));
  if (files.length > 0) change(at("cache", files[one % files.length]!));
}

function flipped(bytes: Buffer, where: number): Buffer {
  if (bytes.length > 0) bytes[where % bytes.length]! ^= 1;
  return bytes;
}

/** Gives new files an old time, for a build does not trust a time that is as fresh as itself. */
function age(): void {
  for (const name of filesIn(at("posts"))) {
    const { mtimeMs } = statSync(at("posts", name));
    if (mtimeMs > Date.now() - 10_000) utimesSync(at("posts", name), mtimeMs / 1000, mtimeMs / 1000 - 3600);
  }
}

async function built(output: string, cache?: string): Promise<unknown> {
  forgetLayouts(project.press);
  const options = { posts: at("posts"), output: at(output), ...wanted };
  const occasion = await prepare(project.press, { ...options, ...(cache ? { cache: at(cache) } : {}) });
  const { findings } = (await unchangedSince(occasion)) ?? (await build(project, occasion, noProgress));
  return findings;
}

/** A site of its own, without articles. */
async function ownSite(): Promise<void> {
  wanted = { drafts: false, future: false, now: Date.UTC(2026, 0) };
  root = temporaryFolder();
  copyOfSite(root, "sources: true");
  project = await loadProject(root);
  onTestFinished(() => process.chdir(home));
  process.chdir(root);
}

function siteIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesIn(at(folder)).map((name) => [name, readFileSync(at(folder, name), "latin1")]));
}

test("whatever has changed, a build on top of the last one is the same as a clean one", async () => {
  await ownSite();
  for (let index = 0; index < 20; index++) changes["add"]!(index * 37, index * 11);
  await built("_site", "cache");
  const change = fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat(1000), fc.nat(1000));
  const step = fc.array(change, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(step, async (steps) => {
      for (const [name, one, other] of steps) changes[name]!(one, other);
      if (steps.length % 2 === 0) age();
      const findings = await built("_site", "cache");
      rmSync(at("clean"), { recursive: true, force: true });
      expect(await built("clean")).toEqual(findings);
      expect(siteIn("_site")).toEqual(siteIn("clean"));
    }),
    // One folder lives through all of it; a failure cannot be shrunk.
    { numRuns: 60, endOnFailure: true },
  );
}, 300_000);

test("a layout that is saved while a build runs is drawn by the next one", async () => {
  await ownSite();
  writeFiles(at("posts"), { "2022-03-11-a.md": article(1, 1) });
  age();
  await built("_site", "cache");
  forgetLayouts(project.press);
  const options = { posts: at("posts"), drafts: false, future: true, now: Date.UTC(2026, 0) };
  const occasion = await prepare(project.press, { ...options, output: at("_site"), cache: at("cache") });
  const saving: Progress = {
    ...noProgress,
    step: (name) => name === "render" && appendFileSync(at("layouts", "article.njk"), "<!-- saved meanwhile -->"),
  };
  await build(project, occasion, saving);
  expect(
    await unchangedSince(await prepare(project.press, { ...options, output: at("_site"), cache: at("cache") })),
  ).toBeUndefined();
});

/** A site of its own with two articles, built with a cache, its files old enough to be relied on. */
async function begun(): Promise<void> {
  await ownSite();
  writeFiles(at("posts"), { "2022-03-11-a.md": article(1, 1), "2022-03-12-b.md": article(2, 2) });
  age();
  await built("_site", "cache");
}

/** Whether a build on top of the last one makes what a clean one does. */
async function cleanly(): Promise<boolean> {
  await built("_site", "cache");
  await built("clean");
  return isDeepStrictEqual(siteIn("_site"), siteIn("clean"));
}

test("a build that is stopped before it draws is not taken for one that has drawn", async () => {
  await begun();
  rmSync(at("posts", "2022-03-11-a.md"));
  const stopping: Progress = {
    ...noProgress,
    step: (name) => {
      if (name === "render") throw new Error("stopped");
    },
  };
  const options = { posts: at("posts"), output: at("_site"), cache: at("cache"), ...wanted };
  await expect(build(project, await prepare(project.press, options), stopping)).rejects.toThrow("stopped");
  expect(await cleanly()).toBe(true);
});

test("when the clock goes back, what was published is still to come", async () => {
  await begun();
  wanted = { ...wanted, now: Date.UTC(2021, 0) };
  expect(await cleanly()).toBe(true);
  wanted = { ...wanted, now: Date.UTC(2026, 0) };
  expect(await cleanly()).toBe(true);
});

test("a list of files that is lost or cut short loses no file", async () => {
  await begun();
  rmSync(at("_site", manifestName));
  rmSync(at("posts", "2022-03-11-a.md"));
  expect(await cleanly()).toBe(true);
  writeFileSync(at("_site", manifestName), readFileSync(at("_site", manifestName), "utf8").slice(0, 60));
  rmSync(at("posts", "2022-03-12-b.md"));
  expect(await cleanly()).toBe(true);
});

test("files that others keep in the cache folder are left alone", async () => {
  await begun();
  writeFiles(at("cache/volumes"), { "notes.txt": "mine" });
  appendFileSync(at("posts", "2022-03-11-a.md"), "\n");
  await built("_site", "cache");
  expect(readFileSync(at("cache/volumes/notes.txt"), "utf8")).toBe("mine");
});

test.each([
  ["a body", (bytes: Buffer) => bytes.length - 5],
  // The index, whose length ends the file's name, and into the line after it.
  ["a header", (_: Buffer, name: string) => Number(/-(\d+)\.volume$/.exec(name)![1]) + 20],
])("many volumes with %s damaged are healed at once", async (_, damagedAt) => {
  await begun();
  for (let index = 0; index < 12; index++) changes["add"]!(index * 7, index * 31 + 3);
  await built("_site", "cache");
  age();
  await built("_site", "cache");
  for (const name of readdirSync(at("cache/volumes"))) {
    const bytes = readFileSync(at("cache/volumes", name));
    bytes[damagedAt(bytes, name)]! ^= 1;
    writeFileSync(at("cache/volumes", name), bytes);
  }
  for (const name of ["article.njk", "term.njk"]) appendFileSync(at("layouts", name), "<!-- drawn anew -->");
  expect(await cleanly()).toBe(true);
});
