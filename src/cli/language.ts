import type { Language } from "../rule.ts";

/**
 * The language of the person at the terminal.
 * @param environment - the process's environment
 * @returns Chinese for a Chinese locale, else English
 */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}
