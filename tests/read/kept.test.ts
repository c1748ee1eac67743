import { renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listKept } from "../../src/read/kept.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

/** A posts folder with kept sources of these names. */
function folderOf(...names: readonly string[]): string {
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(names.map((name) => [`_sources/${name}`, name])));
  return folder;
}

const addressesIn = (folder: string) =>
  Object.fromEntries([...listKept(folder).kept].map(([name, { permalink }]) => [name, permalink]));

test.each([
  ["004.txt", "/sources/004.txt"],
  ["A6.PDF", "/sources/A6.PDF"],
  ["2022/报道 稿.docx", "/sources/2022/报道 稿.docx"],
  ["page.html", "/sources/page.html.txt"],
  ["page.HTM", "/sources/page.HTM.txt"],
  ["drawing.svg", "/sources/drawing.svg.txt"],
  ["feed.xml", "/sources/feed.xml.txt"],
  ["notes.md", "/sources/notes.md.txt"],
  ["none", "/sources/none.txt"],
])("the kept source %s is published at %s, where no browser runs what is in it", (name, address) => {
  expect(addressesIn(folderOf(name))).toEqual({ [name]: address });
});

test("no two kept sources have one address, and what keeps its name has it first", () => {
  const names = ["a.html", "a.html.txt", "A.html", "b.txt"];
  const addresses = addressesIn(folderOf(...names));
  expect(addresses).toMatchObject({ "a.html.txt": "/sources/a.html.txt", "b.txt": "/sources/b.txt" });
  expect(addresses["a.html"]).toMatch(/^\/sources\/a\.html-[0-9a-f]{8}\.txt$/);
  const folded = Object.values(addresses).map((address) => address.toLowerCase());
  expect(new Set(folded).size).toBe(names.length);
});

test("a name is the same in either form of Unicode", () => {
  const { kept } = listKept(folderOf("cafe\u0301.txt"));
  expect([...kept.keys()]).toEqual(["café.txt"]);
});

test("links, hidden files and a folder that is none keep nothing", () => {
  const folder = folderOf("a.txt", ".hidden.txt", ".git/config");
  symlinkSync("/etc/hostname", path.join(folder, "_sources", "link.txt"));
  expect(Object.keys(addressesIn(folder))).toEqual(["a.txt"]);
  expect(listKept(temporaryFolder())).toEqual({ kept: new Map(), folders: [] });
  const file = temporaryFolder();
  writeFileSync(path.join(file, "_sources"), "");
  expect(listKept(file)).toEqual({ kept: new Map(), folders: [] });
  const linked = temporaryFolder();
  symlinkSync(path.join(folder, "_sources"), path.join(linked, "_sources"));
  expect(listKept(linked)).toEqual({ kept: new Map(), folders: [] });
});

test("a file that has changed has another state, be its time fresh or old", () => {
  const folder = folderOf("a.txt");
  const file = path.join(folder, "_sources/a.txt");
  const state = () => listKept(folder).kept.get("a.txt")!.state;
  const fresh = state();
  expect(state()).toBe(fresh);
  // The same length, and perhaps the same time.
  writeFileSync(file, "b.txt");
  expect(state()).not.toBe(fresh);
  utimesSync(file, 1_600_000_000, 1_600_000_000);
  const old = state();
  expect(state()).toBe(old);
  renameSync(file, `${file}.aside`);
  writeFileSync(file, "c.txt");
  utimesSync(file, 1_600_000_001, 1_600_000_001);
  expect(state()).not.toBe(old);
});
