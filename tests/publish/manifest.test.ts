import { mkdirSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { manifestName, readManifest, writeManifest } from "../../src/publish/manifest.ts";
import { filesIn, temporaryFolder, textIn, writeFiles } from "../support/command.ts";

test("a folder without a list has none", () => {
  expect(readManifest(temporaryFolder())).toBeUndefined();
  expect(readManifest(path.join(temporaryFolder(), "missing"))).toBeUndefined();
});

test.each([[""], ["fangzhi 2\nindex.html\n"], ["index.html\n"], ["\ufefffangzhi 1\nindex.html\n"], ["{}"]])(
  "%j is not a list",
  (text) => {
    const folder = temporaryFolder();
    writeFiles(folder, { [manifestName]: text });
    expect(readManifest(folder)).toBeUndefined();
  },
);

test("any list that is written is read again", () => {
  const folder = temporaryFolder();
  const names = fc.string({ unit: "grapheme", minLength: 1 }).filter((name) => !/[\n/]|^\.{1,2}$/.test(name));
  const paths = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  fc.assert(
    fc.property(fc.array(paths), (some) => {
      writeManifest(folder, some);
      expect(readManifest(folder)).toEqual(new Set(some));
    }),
  );
});

test("one set of files makes one list, whatever the order", () => {
  const folder = temporaryFolder();
  writeManifest(folder, ["b.html", "a/c.html", "南通.html", "A.html"]);
  const text = textIn(folder, manifestName);
  expect(text).toBe("fangzhi 1\nA.html\na/c.html\nb.html\n南通.html\n");
  writeManifest(folder, new Set(["南通.html", "A.html", "b.html", "a/c.html"]));
  expect(textIn(folder, manifestName)).toBe(text);
});

test("a list leaves nothing beside it, also when it cannot be written", () => {
  const folder = temporaryFolder();
  writeManifest(folder, ["a.html"]);
  expect(filesIn(folder)).toEqual([manifestName]);

  const blocked = temporaryFolder();
  mkdirSync(path.join(blocked, manifestName));
  expect(() => writeManifest(blocked, ["a.html"])).toThrow("EISDIR");
  expect(filesIn(blocked)).toEqual([]);
});
