import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecord, writeParts, writeRecord } from "../src/record.ts";
import { temporaryFolder } from "./support/command.ts";

const fileIn = (folder: string) => path.join(folder, "inner", "record.json");
const read = (file: string, key: string) => {
  const found = readRecord(file, key);
  return typeof found === "string" ? found : [...found];
};

test("values come back as they were kept, in their order", () => {
  const file = fileIn(temporaryFolder());
  fc.assert(
    fc.property(fc.string(), fc.array(fc.jsonValue()), (key, values) => {
      writeRecord(file, key, values);
      expect(read(file, key)).toEqual(JSON.parse(JSON.stringify(values)));
    }),
  );
});

test("what was kept under another key, or nowhere, is not found", () => {
  const file = fileIn(temporaryFolder());
  expect(read(file, "key")).toBe("missing");
  writeRecord(file, "key", [1]);
  expect(read(file, "other")).toBe("of-another");
});

test("whichever byte is another, the record is damaged", () => {
  const file = fileIn(temporaryFolder());
  writeRecord(file, "key", [{ name: "名" }, [1, 2]]);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1;
    writeFileSync(file, bytes);
    // The line end behind the checksum tells nothing.
    expect([at, read(file, "key")]).toEqual([at, at === 32 ? [{ name: "名" }, [1, 2]] : "damaged"]);
    writeFileSync(file, whole.subarray(0, at));
    expect([at, read(file, "key")]).toEqual([at, "damaged"]);
  }
});

test("a record that cannot be written whole is not written at all", () => {
  const file = fileIn(temporaryFolder());
  writeRecord(file, "key", ["before"]);
  const failing = {
    *[Symbol.iterator]() {
      yield "half";
      throw new Error("no more");
    },
  };
  expect(() => writeRecord(file, "key", failing)).toThrow("no more");
  expect(read(file, "key")).toEqual(["before"]);
  expect(existsSync(`${file}.new`)).toBe(false);
});

test("more parts are written than the system takes at once", () => {
  const file = fileIn(temporaryFolder());
  const parts = Array.from({ length: 3000 }, (_, index) => Buffer.from(`${index}\n`));
  writeParts(file, parts);
  expect(readFileSync(file)).toEqual(Buffer.concat(parts));
});
