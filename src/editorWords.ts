/**
 * The editor that the user has chosen.
 * @param environment - names it in `VISUAL` or, without one, in `EDITOR`
 * @returns the words of its command, none when no editor is named
 */
export function editorWords(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return wordsOf(environment["VISUAL"]?.trim() || environment["EDITOR"]?.trim() || "");
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
