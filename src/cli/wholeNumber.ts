import { FangzhiError } from "../errors.ts";

/**
 * Reads an option that is a number.
 * @param option - its name
 * @param text - as given
 * @param least - the least that is allowed
 * @param most - the most
 * @returns the number
 * @throws FangzhiError when it is none, or not allowed
 */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new FangzhiError(
    {
      en: `--${option} is a number from ${least} to ${most}, not ${text}.`,
      zh: `--${option} 应为 ${least} 至 ${most} 的整数，不能是 ${text}。`,
    },
    2,
  );
}
