import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { FolderWatch } from "../../src/read/watch.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

/** A watched folder with an article, and what the watch has told. */
function watched() {
  const folder = temporaryFolder();
  writeFiles(folder, { "a.md": "一" });
  const told: string[] = [];
  const watch = new FolderWatch(folder, (files) => told.push(...files.map((file) => path.relative(folder, file))));
  onTestFinished(() => watch.close());
  expect(watch.follow([folder])).toBe(true);
  const isTold = (file: string) => vi.waitFor(() => expect(told).toContain(file), 10_000);
  return { folder, watch, told, isTold };
}

test("a file that is saved, added, renamed or taken away is told of", async () => {
  const { folder, told } = watched();
  const at = (name: string) => path.join(folder, name);
  for (const change of [
    () => writeFileSync(at("a.md"), "二"),
    () => writeFileSync(at("b.md"), "三"),
    () => renameSync(at("b.md"), at("a.md")),
    () => rmSync(at("a.md")),
  ]) {
    told.length = 0;
    change();
    await vi.waitFor(() => expect(told).not.toEqual([]), 10_000);
  }
});

test("many changes at once are not told of one by one", async () => {
  const { folder, told, isTold } = watched();
  for (let index = 0; index < 100; index++) writeFileSync(path.join(folder, "a.md"), String(index));
  await isTold("a.md");
  expect(told.length).toBeLessThan(10);
});

test("each file that was saved at once is told of", async () => {
  const { folder, told } = watched();
  const names = ["b.md", "c.md", "d.md"];
  for (const name of names) writeFileSync(path.join(folder, name), "");
  await vi.waitFor(() => expect(told).toEqual(expect.arrayContaining(names)), 10_000);
});

test("what editors keep beside an article is not told of", async () => {
  const { folder, told, isTold } = watched();
  writeFileSync(path.join(folder, ".a.md.swp"), "");
  writeFileSync(path.join(folder, "b.md"), "");
  await isTold("b.md");
  expect(told).not.toContain(".a.md.swp");
});

test("a folder is followed from when it is named until it is named no more", async () => {
  const { folder, watch, told, isTold } = watched();
  const inner = path.join(folder, "inner");
  mkdirSync(inner);
  await isTold("inner");
  expect(watch.follow([folder, inner])).toBe(true);
  expect(watch.follow([folder, inner])).toBe(false);
  writeFileSync(path.join(inner, "c.md"), "");
  await isTold("inner/c.md");
  watch.follow([folder]);
  told.length = 0;
  writeFileSync(path.join(inner, "d.md"), "");
  writeFileSync(path.join(folder, "e.md"), "");
  await isTold("e.md");
  expect(told).not.toContain("inner/d.md");
});

test.each(["gone", "a.md/inner"])("%s, which is no folder, is not followed, and no reason to stop", (name) => {
  const { folder, watch } = watched();
  expect(watch.follow([folder, path.join(folder, name)])).toBe(false);
});

test("a folder that was put in the place of another is followed anew", async () => {
  const { folder, watch, told, isTold } = watched();
  const inner = path.join(folder, "inner");
  mkdirSync(path.join(inner, "most"), { recursive: true });
  watch.follow([folder, inner, path.join(inner, "most")]);
  rmSync(inner, { recursive: true });
  mkdirSync(path.join(inner, "most"), { recursive: true });
  await isTold("inner");
  expect(watch.follow([folder, inner, path.join(inner, "most")])).toBe(true);
  told.length = 0;
  writeFileSync(path.join(inner, "most", "c.md"), "");
  await isTold("inner/most/c.md");
});

test("the folder that all others are in may go away and come back", async () => {
  const { folder, watch, told, isTold } = watched();
  renameSync(folder, `${folder}-aside`);
  onTestFinished(() => rmSync(`${folder}-aside`, { recursive: true, force: true }));
  await isTold("");
  told.length = 0;
  mkdirSync(folder);
  await isTold("");
  expect(watch.follow([folder])).toBe(true);
  writeFileSync(path.join(folder, "a.md"), "");
  await isTold("a.md");
});
