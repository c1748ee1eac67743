import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Table } from "../src/table.ts";
import { temporaryFolder } from "./support/command.ts";

interface Row {
  readonly size: number;
  readonly name?: string;
}

const open = (folder: string, key = "key") =>
  new Table<Row, string>(path.join(folder, "table.json"), key, { size: "number", name: "word" }, "none");

const rowsOf = (table: Table<Row, string>) => [...table.keys()].map((key) => [key, table.get(key)!] as const);

/** A table with a hundred rows on disk. */
function filled(): string {
  const folder = temporaryFolder();
  const table = open(folder);
  for (let index = 0; index < 100; index++) table.set(`row ${index}`, { size: index });
  table.head = "first";
  table.save();
  return folder;
}

test("where nothing was kept, a table is empty and says so", () => {
  const { size, head, fault } = open(temporaryFolder());
  expect([size, head, fault]).toEqual([0, "none", "missing"]);
});

test("few changes are written beside the table, many in its place", () => {
  const folder = filled();
  const whole = readFileSync(path.join(folder, "table.json"), "utf8");
  const table = open(folder);
  table.set("row 7", { size: 70, name: "seven" });
  table.delete("row 8");
  table.head = "second";
  table.save();
  expect(readFileSync(path.join(folder, "table.json"), "utf8")).toBe(whole);
  const reopened = open(folder);
  expect([reopened.get("row 7"), reopened.get("row 8"), reopened.head, reopened.fault]).toEqual([
    { size: 70, name: "seven" },
    undefined,
    "second",
    undefined,
  ]);
  for (let index = 20; index < 40; index++) reopened.delete(`row ${index}`);
  reopened.save();
  expect(existsSync(path.join(folder, "table.changes.json"))).toBe(false);
  expect(open(folder).size).toBe(79);
});

test("a large table is written in several lines", () => {
  const folder = temporaryFolder();
  const table = open(folder);
  for (let index = 0; index < 25_000; index++) table.set(`row ${index}`, { size: index });
  for (let index = 0; index < 25_000; index += 2) table.delete(`row ${index}`);
  table.save();
  const reopened = open(folder);
  expect(reopened.size).toBe(12_500);
  expect([reopened.get("row 24998"), reopened.get("row 24999")]).toEqual([undefined, { size: 24_999 }]);
  expect([...reopened.keys()].slice(0, 2)).toEqual(["row 1", "row 3"]);
});

test("another program's table is not used", () => {
  expect(open(filled(), "other").fault).toBe("of-another");
});

test.each(["table.json", "table.changes.json"])("a table is not used when its %s is damaged", (name) => {
  const folder = filled();
  const table = open(folder);
  table.set("row 7", { size: 70 });
  table.save();
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  bytes[bytes.length - 12]! ^= 1;
  writeFileSync(file, bytes);
  const { size, fault } = open(folder);
  expect([size, fault]).toEqual([0, "damaged"]);
});

test("without the file of changes, a table is as it was when it was written whole", () => {
  const folder = filled();
  const table = open(folder);
  table.set("row 7", { size: 70 });
  table.save();
  rmSync(path.join(folder, "table.changes.json"));
  expect(open(folder).get("row 7")).toEqual({ size: 7 });
});

test("changes of a table that was written anew since are not taken for its own", () => {
  const folder = filled();
  const table = open(folder);
  table.set("row 7", { size: 70 });
  table.save();
  const changes = readFileSync(path.join(folder, "table.changes.json"));
  for (let index = 0; index < 100; index++) table.set(`row ${index}`, { size: -1 });
  table.save();
  writeFileSync(path.join(folder, "table.changes.json"), changes);
  expect(open(folder).get("row 7")).toEqual({ size: -1 });
});

test("a table is what was put in it, however often it is saved and opened", () => {
  const change = fc.record({
    key: fc.constantFrom("a", "b", "__proto__", "c/d", "\n", "名"),
    size: fc.option(fc.nat(9), { nil: undefined }),
    name: fc.option(fc.string(), { nil: undefined }),
    save: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const folder = filled();
      const expected = new Map(rowsOf(open(folder)));
      let table = open(folder);
      for (const { key, size, name, save } of changes) {
        if (size === undefined) {
          table.delete(key);
          expected.delete(key);
        } else {
          const row = { size, ...(name === undefined ? {} : { name }) };
          table.set(key, row);
          expected.set(key, row);
        }
        if (!save) continue;
        table.save();
        table = open(folder);
        expect(new Map(rowsOf(table))).toEqual(expected);
      }
    }),
    { numRuns: 50 },
  );
});
