import type { Readable, Writable } from "node:stream";
import { autocomplete, autocompleteMultiselect, confirm, isCancel, log, text, updateSettings } from "@clack/prompts";
import type { Bilingual, Language } from "../rule.ts";
import { inChinese } from "./promptWords.ts";

/*
 * Questions on a terminal; @clack/prompts stands behind this file. Every one gives `undefined` when it is cancelled, by
 * Ctrl-C or Escape.
 */

/** The streams a question is asked on; the process's own unless a test has others. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** One of several answers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What is said of it while it is the one that would be taken. */
  readonly hint?: string;
  /** By what else it is found: its pinyin, say. */
  readonly also?: string;
}

/** What may be asked. */
export interface Question {
  readonly message: string;
  /** What is wrong with an answer, in words, if anything. */
  readonly validate?: (answer: string) => string | undefined;
}

/** What may be asked for from a list. */
export interface ListQuestion extends Question {
  readonly choices: readonly Choice[];
  /** Says that what was typed is taken as it is; without it only what is listed can be chosen. */
  readonly own?: (typed: string) => string;
}

/** So many choices are seen at once. */
const mostSeen = 8;

/**
 * Whether there is someone to ask.
 * @returns true when input and output are a terminal, and it is not that of a build server
 */
export function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY && !process.env["CI"];
}

const yesOrNo = { en: { active: "Yes", inactive: "No" }, zh: { active: "是", inactive: "否" } } as const;
let answers: (typeof yesOrNo)[Language] = yesOrNo.en;
let isChinese = false;

/**
 * Sets the language of what the prompts say themselves.
 * @param language - the reader's language
 */
export function askIn(language: Language): void {
  answers = yesOrNo[language];
  isChinese = language === "zh";
  const cancelled: Bilingual = { en: "Cancelled", zh: "已取消" };
  const failed: Bilingual = { en: "Something went wrong", zh: "出错了" };
  updateSettings({ messages: { cancel: cancelled[language], error: failed[language] } });
}

/**
 * Asks for one line.
 * @param question - the question, and what is there to begin with
 * @param terminal - where it is asked
 * @returns the answer without blanks at its ends, perhaps empty
 */
export async function askText(
  question: Question & { readonly initial?: string; readonly placeholder?: string },
  terminal: Terminal = {},
): Promise<string | undefined> {
  const { message, initial, placeholder, validate } = question;
  const answer = await text({
    message,
    ...(initial === undefined ? {} : { initialValue: initial }),
    ...(placeholder === undefined ? {} : { placeholder }),
    validate: (typed) => validate?.((typed ?? "").trim()),
    ...streamsOf(terminal),
  });
  return isCancel(answer) ? undefined : (answer ?? "").trim();
}

/**
 * Asks for one of several answers, which are found as they are typed.
 * @param question - the question and the answers
 * @param terminal - where it is asked
 * @returns the value of the answer, or what was typed
 */
export async function askChoice(question: ListQuestion, terminal: Terminal = {}): Promise<string | undefined> {
  const answer = await autocomplete<string>({ ...listOf(question), ...streamsOf(terminal) });
  return isCancel(answer) ? undefined : answer;
}

/**
 * Asks for any number of several answers.
 * @param question - the question and the answers
 * @param initial - values that are chosen to begin with
 * @param terminal - where it is asked
 * @returns the values of the answers, and what was typed and chosen besides
 */
export async function askSeveral(
  question: ListQuestion,
  initial: readonly string[] = [],
  terminal: Terminal = {},
): Promise<readonly string[] | undefined> {
  const options = { ...listOf(question), initialValues: [...initial], required: false };
  const answer = await autocompleteMultiselect<string>({ ...options, ...streamsOf(terminal) });
  return isCancel(answer) ? undefined : answer;
}

/**
 * Asks whether to do something; no, unless it is said.
 * @param question - the question
 * @param terminal - where it is asked
 * @returns the answer
 */
export async function askYes(
  { message }: Pick<Question, "message">,
  terminal: Terminal = {},
): Promise<boolean | undefined> {
  const answer = await confirm({ message, ...answers, initialValue: false, ...streamsOf(terminal) });
  return isCancel(answer) ? undefined : answer;
}

/**
 * Warns between two questions.
 * @param message - what of
 * @param terminal - where
 */
export function warn(message: string, terminal: Terminal = {}): void {
  log.warn(message, terminal);
}

function streamsOf({ output = process.stdout, ...input }: Terminal): Terminal {
  return { ...input, output: isChinese ? inChinese(output) : output };
}

function listOf({ message, choices, own }: ListQuestion) {
  return {
    message,
    maxItems: mostSeen,
    // What was typed is known to the prompt alone, which calls this as its own.
    options(this: { readonly userInput: string }): { value: string; label: string; hint?: string }[] {
      const typed = (this.userInput ?? "").trim();
      const found = choices.filter((choice) => isFoundBy(choice, typed.toLowerCase()));
      const listed = found.map(({ value, label, hint }) => ({ value, label, ...(hint === undefined ? {} : { hint }) }));
      const isNew = own && typed !== "" && choices.every(({ value, label }) => value !== typed && label !== typed);
      return isNew ? [...listed, { value: typed, label: own(typed) }] : listed;
    },
  };
}

function isFoundBy({ value, label, also = "" }: Choice, typed: string): boolean {
  return [value, label, also].some((words) => words.toLowerCase().includes(typed));
}
