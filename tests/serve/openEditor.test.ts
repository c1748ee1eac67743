import { expect, test } from "vitest";
import { commandLine, editorCommand, startEditor } from "../../src/serve/openEditor.ts";

const place = { file: "/archive/posts/a b.md", line: 4, column: 7 };

test.each([
  ["code --wait", "code --wait --goto '/archive/posts/a b.md:4:7'", true],
  ["/usr/local/bin/code-insiders", "/usr/local/bin/code-insiders --goto '/archive/posts/a b.md:4:7'", true],
  ["subl -w", "subl -w '/archive/posts/a b.md:4:7'", true],
  ["zed", "zed '/archive/posts/a b.md:4:7'", true],
  ["idea", "idea --line 4 --column 7 '/archive/posts/a b.md'", true],
  ["'/opt/Sublime Text/sublime_text' -n", "'/opt/Sublime Text/sublime_text' -n '/archive/posts/a b.md:4:7'", true],
  ["gedit", "gedit +4:7 '/archive/posts/a b.md'", true],
  ["gvim", "gvim +4 '/archive/posts/a b.md'", true],
  ["vim", "vim +4 '/archive/posts/a b.md'", false],
  ["nano", "nano +4,7 '/archive/posts/a b.md'", false],
  ["hx", "hx '/archive/posts/a b.md:4:7'", false],
  ["emacs -nw", "emacs -nw +4:7 '/archive/posts/a b.md'", false],
  // It may need a terminal, and may know no lines.
  ["my-editor --flag", "my-editor --flag '/archive/posts/a b.md'", false],
])("$EDITOR %s", (editor, line, isGraphical) => {
  const command = editorCommand({ EDITOR: editor }, place)!;
  expect([commandLine(command), command.isGraphical]).toEqual([line, isGraphical]);
});

test("$VISUAL goes before $EDITOR, and an empty one is none", () => {
  expect(editorCommand({ VISUAL: "code", EDITOR: "vim" }, place)?.command).toBe("code");
  expect(editorCommand({ VISUAL: " ", EDITOR: "vim" }, place)?.command).toBe("vim");
  expect(editorCommand({}, place)).toBeUndefined();
});

test("a quotation mark in a name is no end of a word", () => {
  const command = editorCommand({ EDITOR: "nano" }, { ...place, file: "/a'; rm -r b.md" })!;
  expect(commandLine(command)).toBe(String.raw`nano +4,7 '/a'\''; rm -r b.md'`);
});

test("what is not there cannot be started", async () => {
  expect(await startEditor({ command: "no-such-editor-here", arguments: [], isGraphical: true })).toBe(false);
  expect(await startEditor({ command: process.execPath, arguments: ["--version"], isGraphical: true })).toBe(true);
});
