import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { volumesFolder } from "../src/bind/bind.ts";
import { glance } from "../src/glance.ts";
import { noProgress } from "../src/cli/progress.ts";
import { readArchive } from "../src/reading.ts";
import { pressOf } from "../src/render/press.ts";
import { filesIn, project, temporaryFolder, textIn, writeFiles } from "./support/command.ts";

const press = pressOf({ url: "https://archive.example" }, project);

function article(title: string, day = "2024-01-25"): string {
  return `---\ntitle: "${title}"\ndate: ${day}\ncategories: nantongribao\n---\n<p>${title}的正文，各不相同，说的是别的事情。</p>\n`;
}

/** A posts folder with two months, bound into volumes. */
async function bound() {
  const folder = temporaryFolder();
  const [posts, cache] = [path.join(folder, "posts"), path.join(folder, "cache")];
  writeFiles(posts, { "a.md": article("第一篇"), "b.md": article("第二篇"), "c.md": article("第三篇", "2024-02-25") });
  await readArchive(press, { posts, cache, drafts: true, future: true, now: 0 }, noProgress);
  const look = (...wanted: readonly string[]) => glance(press, { posts, cache, wanted: (at) => wanted.includes(at) });
  return { posts, cache, look };
}

test("the archive is that of the files as they are: those that were asked about, were added, grew or went", async () => {
  const { posts, look } = await bound();
  writeFiles(posts, { "a.md": article("改过"), "b.md": article("长了许多"), "d.md": article("新的", "2024-03-01") });
  const { archive, articles, files } = look("a.md");
  expect(archive?.entries.map(({ title }) => title)).toEqual(["新的", "第三篇", "改过", "长了许多"]);
  expect(articles.map(({ path: at }) => at)).toEqual(["a.md"]);
  expect(files).toBe(1);
});

test("it is the archive that reading everything makes", async () => {
  const { posts, look } = await bound();
  writeFiles(posts, { "e.md": article("第一篇") });
  const whole = await readArchive(press, { posts, drafts: true, future: true, now: 0 }, noProgress);
  const { archive, findings } = look("e.md");
  const shown = ({ title, permalink, day, copies }: (typeof whole.archive.entries)[number]) =>
    [title, permalink, day, copies.length] as const;
  expect(archive!.entries.map(shown)).toEqual(whole.archive.entries.map(shown));
  expect(findings.merged).toEqual(whole.findings.merged);
});

test("the cache is read and never written", async () => {
  const { posts, cache, look } = await bound();
  const state = () => filesIn(cache).map((file) => [file, textIn(cache, file)]);
  const before = state();
  writeFiles(posts, { "a.md": article("改过了") });
  utimesSync(path.join(posts, "b.md"), 0, 0);
  look("a.md");
  expect(state()).toEqual(before);
});

test("without a cache, or with one that is damaged, few files are all read", async () => {
  const { posts, cache, look } = await bound();
  expect(glance(press, { posts, cache: `${cache}-none`, wanted: () => false }).archive?.entries).toHaveLength(3);
  const [volume] = readdirSync(volumesFolder(cache));
  writeFileSync(path.join(volumesFolder(cache), volume!), "damaged");
  expect(look("a.md").archive?.entries).toHaveLength(3);
});

test("a file that is held back is told of, one that is not asked about is not", async () => {
  const { posts, look } = await bound();
  writeFiles(posts, { "bad.md": article("坏", "2024-02-30"), "worse.md": article("更坏", "2024-13-30") });
  expect(look("bad.md").findings.heldBack.map(({ path: at, rule }) => `${at} ${rule}`)).toEqual(["bad.md date-no-day"]);
});
