import type { IncomingMessage } from "node:http";
import { pathToFileURL } from "node:url";
import type { EditorPlace } from "./editors.ts";
import { commandLine, editorCommand, startEditor } from "./openEditor.ts";
import { fileIn } from "./postsFile.ts";
import { formOf, isLocal, isSameOrigin, isSecret } from "./visitor.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Line, column and path as buttons and addresses say them: `4:7:sub/a.md`. */
const placeForm = /^(\d{1,7}):(\d{1,7}):(.+)$/s;

/** What became of a form that asks for a file to be opened. */
export type Opening = "opened" | "refused" | { readonly at: string };

/**
 * Opens a file in the editor of whoever runs the server, if a page of this server asks for it on this machine.
 * @param request - the form
 * @param posts - path of the posts folder; no other file is opened
 * @param token - what the form must bring along
 * @param environment - names the editor
 * @returns what became of it; the place, when no editor could be started
 */
export async function openFile(
  request: IncomingMessage,
  posts: string,
  token: string,
  environment: Environment,
): Promise<Opening> {
  if (!isLocal(request) || !isSameOrigin(request)) return "refused";
  const form = await formOf(request);
  const at = form?.get("at") ?? "";
  const place = placeIn(posts, at);
  if (!place || !isSecret(form?.get("token") ?? "", token)) return "refused";
  const command = editorCommand(environment, place);
  return command?.isGraphical && (await startEditor(command)) ? "opened" : { at };
}

/**
 * Reads a place in a file of the posts folder.
 * @param posts - path of the posts folder
 * @param at - line, column and path below the folder, from a browser: `4:7:sub/a.md`
 * @returns the place, or `undefined` when there is no such file in the folder
 */
export function placeIn(posts: string, at: string): EditorPlace | undefined {
  const [, line, column, path] = placeForm.exec(at) ?? [];
  const file = path === undefined ? undefined : fileIn(posts, path);
  return file === undefined ? undefined : { file, line: Number(line) || 1, column: Number(column) || 1 };
}

/**
 * What to do when the server cannot open a file itself.
 * @param place - the file and the place in it
 * @param environment - names the editor
 * @returns why, and the ways that are left
 */
export function otherWays(place: EditorPlace, environment: Environment) {
  const command = editorCommand(environment, place);
  const reason = !command
    ? "没有设置编辑器。"
    : command.isGraphical
      ? `无法启动 ${command.command}。`
      : `${command.command} 需要在终端里运行，服务器不能替你打开。`;
  const { file, line, column } = place;
  // https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls
  const vscode = `vscode://file${pathToFileURL(file).pathname}:${line}:${column}`;
  return { place, reason, vscode, ...(command ? { command: commandLine(command) } : {}) };
}
