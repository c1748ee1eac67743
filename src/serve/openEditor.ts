import { spawn } from "node:child_process";
import { editorWords } from "../editorWords.ts";
import { editorForms, type EditorForm, type EditorPlace } from "./editors.ts";

/** A command that opens a file in the editor of the environment. */
export interface EditorCommand {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Whether it is known to have a window of its own. */
  readonly isGraphical: boolean;
}

/**
 * The command that opens a file.
 * @param environment - names the editor in `VISUAL` or, without one, `EDITOR`
 * @param place - the file and the place in it
 * @returns the command, or `undefined` when no editor is named
 */
export function editorCommand(
  environment: Readonly<Record<string, string | undefined>>,
  place: EditorPlace,
): EditorCommand | undefined {
  const [command, ...own] = editorWords(environment);
  if (command === undefined) return undefined;
  const { argumentsAt, isGraphical } = formOf(command);
  return { command, arguments: [...own, ...argumentsAt(place)], isGraphical };
}

/**
 * Starts an editor, and leaves it to itself; whether it waits for its file (`code --wait`) is of no matter.
 * @param command - the command; nothing in it is read by a shell
 * @returns whether it could be started
 */
export function startEditor({ command, arguments: words }: EditorCommand): Promise<boolean> {
  return new Promise((resolve) => {
    const editor = spawn(command, words, { detached: true, stdio: "ignore" });
    editor.once("spawn", () => resolve(true));
    editor.once("error", () => resolve(false));
    editor.unref();
  });
}

/**
 * A command as it is typed into a terminal.
 * @param command - the command
 * @returns one line for a POSIX shell, words quoted where they must be
 */
export function commandLine({ command, arguments: words }: EditorCommand): string {
  return [command, ...words]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(" ");
}

/** One that is not in the table may need a terminal, and is told nothing but the file. */
const unknownForm: EditorForm = { names: [], isGraphical: false, argumentsAt: ({ file }) => [file] };

function formOf(command: string): EditorForm {
  const name = command.replace(/^.*[\\/]/, "").replace(/\.(?:exe|cmd|bat|sh)$/i, "");
  return editorForms.find(({ names }) => names.includes(name.toLowerCase())) ?? unknownForm;
}
