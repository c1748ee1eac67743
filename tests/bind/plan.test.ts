import { expect, test } from "vitest";
import { FileStates } from "../../src/bind/plan.ts";

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
