import { spawnSync } from "node:child_process";
import { editorWords } from "../editorWords.ts";

/**
 * Opens a file in the user's editor and waits until it is closed.
 * @param file - path of the file
 * @param environment - the process's environment, in which `VISUAL` or `EDITOR` names the editor
 * @returns whether it was opened: nothing when no editor is named, false when it did not start or end well
 */
export function edit(
  file: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean | undefined {
  const [program, ...options] = editorWords(environment);
  if (program === undefined) return undefined;
  return spawnSync(program, [...options, file], { stdio: "inherit" }).status === 0;
}
