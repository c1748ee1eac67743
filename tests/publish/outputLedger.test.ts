import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { gatherFolders, noteFolders, notAsLeft, openOutputLedger } from "../../src/publish/outputLedger.ts";
import { PathSet } from "../../src/publish/pathSet.ts";
import { temporaryFolder } from "../support/command.ts";

const emptyLedger = (folder = "") => openOutputLedger({ cache: temporaryFolder(), fingerprint: "" }, folder);

test.each([
  [["c.html"], []],
  [["a/b/c.html"], ["a/b/", "a/"]],
  [["a/b/"], ["a/"]],
  [
    ["a/b/c.html", "a/d/e/f.html", "a/b/g.html"],
    ["a/b/", "a/", "a/d/e/", "a/d/"],
  ],
])("the folders above %j are %j", (paths, above) => {
  const folders = new PathSet(emptyLedger());
  for (const at of paths) gatherFolders(folders, at);
  expect([...folders]).toEqual(above);
});

test("a folder is as it was left until something is put in it or it is gone", () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "a", "b"), { recursive: true });
  // Some file systems keep times so roughly that what comes next might not show.
  for (const each of ["a/b", "a"]) utimesSync(path.join(folder, each), 1e9, 1e9);
  const ledger = emptyLedger(folder);
  noteFolders(folder, ledger, new Set(["a/b/", "a/", "gone/"]));
  expect([[...ledger.keys()], notAsLeft(folder, ledger)]).toEqual([["a/b/", "a/"], []]);
  writeFileSync(path.join(folder, "a", "b", "c.html"), "");
  expect(notAsLeft(folder, ledger)).toEqual(["a/b/"]);
  rmSync(path.join(folder, "a", "b"), { recursive: true });
  expect(notAsLeft(folder, ledger)).toEqual(["a/b/", "a/"]);
});
