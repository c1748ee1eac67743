import { chmodSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { edit } from "../../src/cli/editor.ts";
import { wordsOf } from "../../src/editorWords.ts";
import { temporaryFolder, textIn, writeFiles } from "../support/command.ts";

test.each([
  ["vim", ["vim"]],
  ["code --wait", ["code", "--wait"]],
  [`"/Program Files/editor" -w 'a b'`, ["/Program Files/editor", "-w", "a b"]],
  ["emacs --eval='(a b)'", ["emacs", "--eval=(a b)"]],
  ["  ", []],
])("the words of %j are %j", (command, words) => {
  expect(wordsOf(command)).toEqual(words);
});

test("the editor gets the file as its last word, and is waited for", () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "my editor": '#!/bin/sh\nprintf "%s|" "$@" > "$2"\n' });
  chmodSync(path.join(folder, "my editor"), 0o755);
  const file = path.join(folder, "文章 一.md");
  expect(edit(file, { VISUAL: `"${folder}/my editor" --wait`, EDITOR: "false" })).toBe(true);
  expect(textIn(folder, "文章 一.md")).toBe(`--wait|${file}|`);
});

test("an editor that is not named, not there or ends badly is told apart", () => {
  expect(edit("/tmp/x", {})).toBeUndefined();
  expect(edit("/tmp/x", { EDITOR: "no-such-editor-anywhere" })).toBe(false);
  expect(edit("/tmp/x", { VISUAL: " ", EDITOR: "false" })).toBe(false);
});
