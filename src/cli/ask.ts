import { confirm, isCancel, text } from "@clack/prompts";

/**
 * Whether there is someone to ask.
 * @returns true when both ends of the command are a terminal
 */
export function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/**
 * Asks for a line of text.
 * @param question - the words, and what is wrong with an answer, if anything
 * @returns the answer, or nothing when it was cancelled
 */
export async function askText(question: {
  readonly message: string;
  readonly validate?: (answer: string) => string | undefined;
}): Promise<string | undefined> {
  const { message, validate } = question;
  const answer = await text({ message, ...(validate ? { validate: (value) => validate(value ?? "") } : {}) });
  return isCancel(answer) ? undefined : (answer ?? "");
}

/**
 * Asks a question of yes or no.
 * @param question - the words
 * @returns the answer, or nothing when it was cancelled
 */
export async function askYes({ message }: { readonly message: string }): Promise<boolean | undefined> {
  const answer = await confirm({ message });
  return isCancel(answer) ? undefined : answer;
}
