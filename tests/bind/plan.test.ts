import { expect, test } from "vitest";
import { openLedger } from "../../src/bind/ledger.ts";
import { FileStates, planVolumes, stateOf, statesOf } from "../../src/bind/plan.ts";
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

test("states are the same when those of all files are", () => {
  const ofSizes = (...sizes: readonly number[]) => {
    const states = new FileStates(sizes.length);
    for (const [index, size] of sizes.entries()) if (size >= 0) states.set(index, { size, modified: 1 });
    return states;
  };
  expect(ofSizes(1, 2).equals(ofSizes(1, 2))).toBe(true);
  for (const others of [ofSizes(1, 3), ofSizes(1), ofSizes(1, 2, 3), ofSizes(1, -1)]) {
    expect(ofSizes(1, 2).equals(others)).toBe(false);
  }
});

test("files are taken for what the caller says they are", () => {
  const posts = temporaryFolder();
  writeFiles(posts, { "2024-01-01-a.md": "甲", "2024-01-02-b.md": "乙", "2024-01-03-c.md": "丙" });
  const paths = ["2024-01-01-a.md", "2024-01-02-b.md", "2024-01-03-c.md"] as SourcePath[];
  const ledger = openLedger(temporaryFolder(), "test");
  const before = { size: 1, modified: 1 };
  for (const path of paths.slice(0, 2))
    ledger.set(path, { ...before, sha256: "0".repeat(64), month: "2024-01" as Month });
  const known = statesOf(paths, (path, index) => (index === 1 ? stateOf(posts, path) : before));
  const plan = planVolumes(posts, paths, ledger, known);
  expect(plan.jobs.flatMap(({ read }) => read)).toEqual(paths.slice(1));
  expect([plan.states.get(0), plan.states.get(1)]).toEqual([before, stateOf(posts, paths[1]!)]);
  expect(planVolumes(posts, paths, ledger).jobs.flatMap(({ read }) => read)).toEqual(paths);
});
