import { expect, test } from "vitest";
import { openLedger } from "../../src/bind/ledger.ts";
import { FileStates, planVolumes } from "../../src/bind/plan.ts";
import type { Month, SourcePath } from "../../src/model.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

test("states are kept by place, and a file that has gone has none", () => {
  const states = new FileStates(3);
  states.set(0, { size: 0, modified: 1_700_000_000_000.25 });
  states.set(2, { size: 7, modified: -1 });
  expect([0, 1, 2].map((index) => states.get(index))).toEqual([
    { size: 0, modified: 1_700_000_000_000.25 },
    undefined,
    { size: 7, modified: -1 },
  ]);
});

test("only files that may differ are looked at, and those that the ledger does not know", () => {
  const posts = temporaryFolder();
  writeFiles(posts, { "2024-01-01-a.md": "甲", "2024-01-02-b.md": "乙", "2024-01-03-c.md": "丙" });
  const [a, b, c] = ["2024-01-01-a.md", "2024-01-02-b.md", "2024-01-03-c.md"] as SourcePath[];
  const ledger = openLedger(temporaryFolder(), "test");
  // Neither file is as it was.
  for (const path of [a!, b!])
    ledger.set(path, { size: 1, modified: 1, sha256: "0".repeat(64), month: "2024-01" as Month });
  const readOf = (mayDiffer?: (path: SourcePath) => boolean) =>
    planVolumes(posts, [a!, b!, c!], ledger, mayDiffer).jobs.flatMap(({ read }) => read);
  expect(readOf()).toEqual([a, b, c]);
  expect(readOf((path) => path === b)).toEqual([b, c]);
  expect(readOf(() => false)).toEqual([c]);
});
