import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { layoutsIn } from "../../src/render/layouts.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

/** What is known of `page.njk`, with these layouts beside it. */
function about(page: string, others: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder();
  writeFiles(path.join(root, "layouts"), { "page.njk": page, ...others });
  return { root, ...layoutsIn(root).about("page") };
}

/** The fingerprint of `page.njk` when another layout says something else. */
function fingerprintWith(root: string, name: string, text: string): string {
  writeFileSync(path.join(root, "layouts", name), text);
  return layoutsIn(root).about("page").fingerprint;
}

test.each([
  [`{% extends "base.njk" %}`],
  [`{%- extends 'base.njk' -%}`],
  [`{% import "base.njk" as base %}`],
  [`{% from "base.njk" import row %}`],
  [`{% include "base.njk" ignore missing %}`],
  [`{% include "base.njk" %}`],
])("a layout with %s is another when that one changes, and sees no more than it", (page) => {
  const { root, fingerprint, seesArchive } = about(page, { "base.njk": "one", "other.njk": "archive" });
  expect(seesArchive).toBe(false);
  expect(fingerprintWith(root, "other.njk", "more")).toBe(fingerprint);
  expect(fingerprintWith(root, "base.njk", "two")).not.toBe(fingerprint);
});

test.each([
  ["{% include name %}"],
  [`{% include "partials/" + name %}`],
  [`{% extends "base.njk" if wide else "partials/narrow.njk" %}`],
  [`{% include ["none.njk", "partials/narrow.njk"] %}`],
  [`{% include "./partials/narrow.njk" %}`],
])("a layout with %s may use any other, and see everything", (page) => {
  const { root, fingerprint, seesArchive } = about(page, { "base.njk": "one", "partials/narrow.njk": "one" });
  expect(seesArchive).toBe(true);
  expect(fingerprintWith(root, "partials/narrow.njk", "two")).not.toBe(fingerprint);
});

test.each([
  ["{{ archive.entries.length }}", true],
  ["{% for rule in quality.rules %}{% endfor %}", true],
  [`{{ "archive" }}`, false],
  ["The archive.", false],
  ["{{ title }}", false],
])("whether a layout with %s looks at the archive is %s", (page, seesArchive) => {
  expect(about(page).seesArchive).toBe(seesArchive);
  expect(about(`{% extends "base.njk" %}`, { "base.njk": page }).seesArchive).toBe(seesArchive);
});

test("layouts are known as they stood when they were read", () => {
  const root = temporaryFolder();
  writeFiles(root, { "layouts/page.njk": '{% include "frame.html" %}', "layouts/frame.html": "before" });
  const [before, again] = [layoutsIn(root), layoutsIn(root)];
  writeFiles(root, { "layouts/frame.html": "after" });
  expect(before.about("page").fingerprint).toBe(again.about("page").fingerprint);
  expect(before.about("page").fingerprint).not.toBe(layoutsIn(root).about("page").fingerprint);
});
