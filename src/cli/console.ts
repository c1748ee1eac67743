import { printable, undirected } from "../characters.ts";

/** Where a command speaks: the report on standard output, trouble on standard error. */
export interface Console {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * A console on the process's streams. Control characters, which a file's name can hold, never reach the terminal, and
 * a line is one line: what a program that reads the log takes for a command cannot be smuggled in.
 * @param quiet - whether only trouble is printed
 * @returns the console
 */
export function consoleOf(quiet: boolean): Console {
  const print = write(process.stdout);
  return { print: quiet ? () => undefined : print, complain: write(process.stderr) };
}

function write(stream: NodeJS.WritableStream): (line: string) => void {
  return (line) => stream.write(`${visible(line)}\n`);
}

/**
 * Makes a text fit for a line of a terminal or a log.
 * @param line - any text
 * @returns the text without control characters, on one line
 */
export function visible(line: string): string {
  return undirected(printable(line)).replace(/[\t\n\r\u2028\u2029]+/g, " ");
}
