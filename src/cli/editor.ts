import { spawnSync } from "node:child_process";

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
  const [program, ...options] = wordsOf(environment["VISUAL"]?.trim() || environment["EDITOR"]?.trim() || "");
  if (program === undefined) return undefined;
  return spawnSync(program, [...options, file], { stdio: "inherit" }).status === 0;
}

/**
 * Splits a command as a shell would: at white space, but for what stands in quotation marks.
 * @param command - `code --wait`
 * @returns its words
 */
export function wordsOf(command: string): readonly string[] {
  const words = command.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ""),
  );
}
