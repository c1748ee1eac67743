import { appendFileSync, mkdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { lookAside } from "../../src/publish/lookAside.ts";
import { notAsLeft, openOutputLedger } from "../../src/publish/outputLedger.ts";
import { temporaryFolder } from "../support/command.ts";

/** A folder with three pages as its account has them. */
function ground() {
  const folder = temporaryFolder();
  const place = { cache: path.join(folder, "cache"), fingerprint: "program" };
  const output = path.join(folder, "site");
  mkdirSync(path.join(output, "a"), { recursive: true });
  const ledger = openOutputLedger(place, output);
  for (const file of ["a/x.html", "a/y.html", "z.html"]) {
    writeFileSync(path.join(output, file), file);
    const { size, mtimeMs } = statSync(path.join(output, file));
    ledger.set(file, { fingerprint: 1, size, modified: mtimeMs });
  }
  // Some file systems keep times so roughly that what comes next might not show.
  utimesSync(path.join(output, "a"), 1e9, 1e9);
  ledger.set("a/", { fingerprint: 0, size: 0, modified: statSync(path.join(output, "a")).mtimeMs });
  ledger.save();
  return { place, output, ledger };
}

test("another thread sees what this one sees", async () => {
  const { place, output, ledger } = ground();
  expect(await lookAside(place, output, 0)).toEqual([]);
  appendFileSync(path.join(output, "a/y.html"), "by hand");
  expect(await lookAside(place, output, 0)).toEqual(["a/y.html"]);
  expect(notAsLeft(output, ledger)).toEqual(["a/y.html"]);
});

test("a small account, or none, is left to the caller", async () => {
  const { place, output } = ground();
  expect(await lookAside(place, output)).toBeUndefined();
  expect(await lookAside({ ...place, cache: path.join(output, "none") }, output)).toBeUndefined();
});

test("a file that is not where it was, and a folder in which one was put, are not as they were left", () => {
  const { output, ledger } = ground();
  writeFileSync(path.join(output, "a/new.html"), "new");
  expect(notAsLeft(output, ledger)).toEqual(["a/"]);
});
