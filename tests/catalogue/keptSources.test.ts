import { expect, test } from "vitest";
import { keptSourcesOf, missingSources } from "../../src/catalogue/keptSources.ts";
import type { Permalink } from "../../src/model.ts";
import type { KeptSources } from "../../src/read/kept.ts";
import { archiveOf, entryOf } from "../support/archives.ts";

const kept: KeptSources = new Map(
  ["a.txt", "b.txt"].map((name) => [name, { file: name, permalink: `/sources/${name}` as Permalink, state: "" }]),
);

test("an article has the sources that it and its copies were made from, each once", () => {
  const copy = { title: "标题", body: "<p>正文。</p>" };
  const archive = archiveOf({
    "a.md": { ...copy, source_file: "b.txt" },
    "b.md": { ...copy, source_file: "a.txt" },
    "c.md": { ...copy, source_file: "b.txt" },
    "d.md": { source_file: "gone.txt" },
    "e.md": {},
  });
  const of = (path: string, some = kept) => keptSourcesOf(entryOf(archive, path), some);
  expect(of("a.md")).toEqual(["/sources/b.txt", "/sources/a.txt"]);
  expect([of("d.md"), of("e.md"), of("a.md", new Map())]).toEqual([[], [], []]);
});

test("a source that is named and is not there is told of, where it is named", () => {
  const { entries } = archiveOf({
    "a.md": { source_file: "a.txt" },
    "b.md": { source_file: "gone.txt" },
    "c.md": {},
  });
  expect(missingSources(entries, kept)).toEqual([
    { rule: "source-missing", path: "b.md", line: 4, column: 14, values: { name: "gone.txt" } },
  ]);
});
