import { linkSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openLedger } from "../../src/bind/ledger.ts";
import type { Month, SourcePath } from "../../src/model.ts";
import { listSources } from "../../src/read/list.ts";
import { Lookout, type Look } from "../../src/serve/lookout.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

/** A lookout over some articles that have been read once. */
function watched(files: Readonly<Record<string, string>> = {}, sources = false) {
  const posts = temporaryFolder();
  const at = (name: string) => path.join(posts, name);
  writeFiles(posts, { "a.md": "甲", "b.md": "乙", "sub/c.md": "丙", "note.pdf": "", ...files });
  const ledger = openLedger(temporaryFolder(), "test");
  let listed = 0;
  let isGone = false;
  const lookout = new Lookout(posts, () => {
    listed++;
    if (isGone) throw new Error("gone");
    return listSources(posts, { sources });
  });
  /** Keeps an account of what was seen, as a reading does. */
  const read = (look: Look) => {
    const { articles } = look.listing;
    for (const job of look.plan.jobs) {
      for (const file of job.read) {
        const state = look.plan.states.get(articles.indexOf(file));
        if (state) ledger.set(file, { ...state, sha256: "0".repeat(64), month: "2024-01" as Month });
      }
    }
    for (const file of ledger.keys()) if (!articles.includes(file as SourcePath)) ledger.delete(file);
    lookout.keep(look);
  };
  /** What is read after something was told, and whether the folder was listed for it. */
  const after = (...told: readonly string[]) => {
    lookout.tell(told);
    const before = listed;
    const look = lookout.look(ledger);
    read(look);
    return { read: look.plan.jobs.flatMap((job) => job.read), isListed: listed > before };
  };
  expect(after()).toEqual({ read: ["a.md", "b.md", "sub/c.md"], isListed: true });
  const setGone = (now: boolean) => void (isGone = now);
  return { at, lookout, ledger, read, after, setGone };
}

/** Longer than names may be. */
const longName = `${"名".repeat(80)}.md`;

/** Longer than before, for two saves within a moment may leave the same time. */
const save = (file: string) => writeFileSync(file, `${Math.random()}`.padEnd(40));

test("of what was told to be saved nothing else is looked at, until it is quiet", () => {
  const { at, after, lookout } = watched();
  save(at("a.md"));
  save(at("b.md"));
  expect(after("a.md")).toEqual({ read: ["a.md"], isListed: false });
  expect(lookout.isOutdated()).toBe(true);
  expect(after()).toEqual({ read: ["b.md"], isListed: true });
  expect(lookout.isOutdated()).toBe(false);
});

test("saves in turn are each read once, and nothing is taken for missed", () => {
  const { at, after, lookout } = watched();
  for (const name of ["a.md", "b.md", "a.md", "sub/c.md", "b.md"]) {
    writeFileSync(at(name), `${name} ${Math.random()}`);
    expect(after(name)).toEqual({ read: [name], isListed: false });
    expect(lookout.isOutdated()).toBe(false);
  }
});

test("what was told of once is not believed for ever", () => {
  const { at, after, lookout } = watched();
  const other = path.join(temporaryFolder(), "a.md");
  linkSync(at("a.md"), other);
  save(at("a.md"));
  after("a.md");
  utimesSync(other, 1, 1);
  save(at("b.md"));
  expect(after("b.md")).toEqual({ read: ["b.md"], isListed: false });
  expect(lookout.isOutdated()).toBe(true);
  expect(after()).toEqual({ read: ["a.md"], isListed: true });
});

test.each<[string, (at: (name: string) => string) => void, readonly string[]]>([
  ["a new article", (at) => save(at("d.md")), ["d.md"]],
  ["an article that is gone", (at) => rmSync(at("b.md")), ["b.md"]],
  ["a folder that is gone", (at) => rmSync(at("sub"), { recursive: true }), ["sub"]],
  ["another file that is gone", (at) => rmSync(at("note.pdf")), ["note.pdf"]],
  ["an article in the place of another", (at) => renameSync(at("a.md"), at("b.md")), ["a.md", "b.md"]],
  ["what may be any file", () => undefined, [""]],
  ["an article that is a link", (at) => symlinkSync("a.md", at("d.md")), ["d.md"]],
  [
    "a link in the place of an article",
    (at) => {
      rmSync(at("b.md"));
      symlinkSync("a.md", at("b.md"));
    },
    ["b.md"],
  ],
  [
    "a file in the place of a folder",
    (at) => {
      rmSync(at("sub"), { recursive: true });
      save(at("sub"));
    },
    ["sub/c.md"],
  ],
  ["a file that is gone and was held back", (at) => rmSync(at(longName)), [longName]],
  ["many articles", () => undefined, Array.from({ length: 21 }, (_, at) => `${at}.md`)],
  ["nothing", () => undefined, []],
])("all files are looked at after %s", (_, change, told) => {
  const { at, after } = watched({ [longName]: "" });
  if (told.length > 20) {
    for (const name of told) save(at(name));
    after(...told);
  }
  change(at);
  expect(after(...told, ...(told.length > 0 ? ["a.md"] : [])).isListed).toBe(true);
});

test("a file that came and went between two looks is nothing", () => {
  const { at, after } = watched();
  save(at("a.md"));
  expect(after("a.md.tmp", "a.md")).toEqual({ read: ["a.md"], isListed: false });
});

test.each<[string, (at: (name: string) => string) => void]>([
  ["a new article", (at) => save(at("d.md"))],
  ["an article that is gone", (at) => rmSync(at("b.md"))],
  ["a new file that is no article", (at) => save(at("other.pdf"))],
])("%s of which nobody tells is noticed when it is quiet", (_, change) => {
  const { at, after, lookout } = watched();
  save(at("a.md"));
  after("a.md");
  expect(lookout.isOutdated()).toBe(false);
  change(at);
  expect(lookout.isOutdated()).toBe(true);
});

test("what an article that is a link leads to is noticed when it is quiet", () => {
  const { at, after, lookout } = watched({ "sub/.keep": "" });
  symlinkSync("a.md", at("d.md"));
  after("d.md");
  save(at("a.md"));
  expect(after("a.md")).toEqual({ read: ["a.md"], isListed: false });
  expect(lookout.isOutdated()).toBe(true);
  expect(after().read).toEqual(["d.md"]);
});

test("a kept source of which nobody tells is noticed when it is quiet", () => {
  const { at, after, lookout } = watched({}, true);
  writeFiles(at(""), { "_sources/.keep": "" });
  after("_sources");
  save(at("a.md"));
  expect(after("a.md").isListed).toBe(false);
  expect(lookout.isOutdated()).toBe(false);
  save(at("_sources/a.txt"));
  expect(lookout.isOutdated()).toBe(true);
});

test("nothing is missed while something is told that is still to be read", () => {
  const { at, after, lookout } = watched();
  save(at("a.md"));
  after("a.md");
  save(at("a.md"));
  expect(lookout.isOutdated()).toBe(true);
  lookout.tell(["a.md"]);
  expect(lookout.isOutdated()).toBe(false);
});

test("what is too fresh to be relied on is looked at, though nobody tells of it", () => {
  const { at, after, ledger } = watched();
  ledger.set("b.md", { ...ledger.get("b.md")!, modified: -1 });
  save(at("a.md"));
  writeFileSync(at("b.md"), "更正");
  expect(after("a.md")).toEqual({ read: ["a.md", "b.md"], isListed: false });
  expect(ledger.get("b.md")!.size).toBe(Buffer.byteLength("更正"));
});

test("with published sources all files are looked at: their states are in the list", () => {
  const { at, after } = watched({ "_sources/a.txt": "来源" }, true);
  save(at("a.md"));
  expect(after("a.md").isListed).toBe(true);
});

test("after a reading that failed, or is not over, all files are looked at", () => {
  const { at, after, lookout, ledger, read } = watched();
  save(at("a.md"));
  lookout.tell(["a.md"]);
  lookout.look(ledger);
  expect(lookout.isOutdated()).toBe(false);
  save(at("b.md"));
  lookout.tell(["b.md"]);
  const second = lookout.look(ledger);
  expect(second.plan.jobs.flatMap((job) => job.read)).toEqual(["a.md", "b.md"]);
  read(second);
  expect(lookout.isOutdated()).toBe(false);
  save(at("b.md"));
  expect(after("b.md").isListed).toBe(false);
});

test("after a folder that could not be listed, all files are looked at", () => {
  const { at, after, setGone } = watched();
  save(at("a.md"));
  setGone(true);
  expect(() => after("a.md", "new.md")).not.toThrow();
  expect(() => after("")).toThrow("gone");
  setGone(false);
  save(at("b.md"));
  expect(after("b.md")).toEqual({ read: ["b.md"], isListed: true });
});
