import { Temporal } from "temporal-polyfill";
import type { MastheadWord } from "./masthead.ts";
import type { Note } from "./notes.ts";

/** A date of publication, as exactly as it is known. */
export interface FoundDate {
  /** `2022-10-13`, or with a time and zone as the file states it. */
  readonly date: string;
  readonly precision: "day" | "month" | "year";
}

const weekdays = "一二三四五六日";
const digits: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("○〇零一二三四五六七八九", (digit, index) => [digit, String(Math.max(index - 2, 0))]),
);

/**
 * The date a page bears.
 * @param lines - the parts of each line of its mastheads
 * @param stated - what the file's metadata says
 * @returns the date, when its weekday fits, and what is doubtful about it
 */
export function readPageDate(
  lines: readonly (readonly MastheadWord[])[],
  stated: string | undefined,
): { readonly date?: FoundDate; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  const days: string[] = [];
  const months: string[] = [];
  for (const words of lines) {
    const weekday = words.find(({ part }) => part === "weekday")?.value;
    for (const { value } of words.filter(({ part }) => part === "date")) {
      const month = /^(\d{4})\s*年\s*(\d{1,2})\s*月$/.exec(value);
      if (month) months.push(plainDay(Number(month[1]), Number(month[2]), 1) ?? "");
      const day = month ? undefined : dayOf(value);
      if (day === undefined) continue;
      if (fitsWeekday(day, weekday)) days.push(day);
      else notes.push({ kind: "weekday", date: value });
    }
  }
  const different = [...new Set(days)];
  if (different.length > 1) notes.push({ kind: "dates", dates: different });
  const written = stated === undefined ? undefined : statedDate(stated);
  const day = different[0];
  const month = months.find((each) => each !== "");
  if (day === undefined && written === undefined && month !== undefined) {
    return { date: { date: month, precision: "month" }, notes };
  }
  if (day !== undefined && !written?.startsWith(day)) return { date: { date: day, precision: "day" }, notes };
  return { ...(written === undefined ? {} : { date: { date: written, precision: "day" } }), notes };
}

/**
 * A date given by an editor, as exact as it is.
 * @param text - `2022`, `2022-02`, `2022-02-08`, also with a time
 * @returns the date, or nothing for what is none
 */
export function readGivenDate(text: string): FoundDate | undefined {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?|年)?$/.exec(text.trim());
  if (!found) {
    const whole = statedDate(text);
    return whole === undefined ? undefined : { date: whole, precision: "day" };
  }
  const [, year, month, day] = found;
  const date = plainDay(Number(year), Number(month ?? 1), Number(day ?? 1));
  return date === undefined
    ? undefined
    : { date, precision: day !== undefined ? "day" : month !== undefined ? "month" : "year" };
}

/**
 * The earliest day that an article of a month or year can be of: no earlier than what it speaks of.
 * @param given - the month or year
 * @param text - the article's text
 * @returns the last day of that month that the text names, or the first of the last month that it names with the year
 */
export function earliestDay({ date, precision }: FoundDate, text: string): string {
  const [year = "", month = ""] = date.split("-");
  const found = Array.from(text.matchAll(/(?<![\d])(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/g), ([, y, m, d]) => ({
    isYear: precision === "year" ? y === year : y === undefined || y === year,
    day: plainDay(Number(year), Number(m), Number(d ?? 1)),
  }));
  const within = found
    .filter(({ isYear, day }) => isYear && day !== undefined && (precision === "year" || day.slice(5, 7) === month))
    .map(({ day }) => day!);
  return within.reduce((latest, day) => (day > latest ? day : latest), date);
}

function dayOf(value: string): string | undefined {
  const numeral = /^([○〇零一二三四五六七八九]{4})年(.+)月(.+)日$/.exec(value);
  if (numeral) {
    const year = Array.from(numeral[1]!, (digit) => digits[digit]).join("");
    return plainDay(Number(year), numberOf(numeral[2]!), numberOf(numeral[3]!));
  }
  const [year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value)?.slice(1) ?? value.match(/\d+/g) ?? [];
  return plainDay(Number(year), Number(month), Number(day));
}

/**
 * The number a Chinese numeral below one hundred writes.
 * @param text - 二, 十三, 二十
 * @returns 2, 13, 20
 */
export function numberOf(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  return Number(text.includes("十") ? digitOf(tens, "1") + digitOf(ones, "0") : digitOf(ones, "0"));
}

function digitOf(numeral: string | undefined, none: string): string {
  return digits[numeral ?? ""] ?? none;
}

function plainDay(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

function fitsWeekday(day: string, weekday: string | undefined): boolean {
  const said = weekdays.indexOf(/[一二三四五六日天]/.exec(weekday ?? "")?.[0]?.replace("天", "日") ?? " ");
  return said < 0 || Temporal.PlainDate.from(day).dayOfWeek === said + 1;
}

/** `2022-10-13T08:30:00+08:00` as front matter has it; a time without a zone stays without. */
function statedDate(text: string): string | undefined {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      text.trim(),
    );
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  const date = plainDay(Number(year), Number(month), Number(day));
  if (date === undefined || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  const time = `${hour.padStart(2, "0")}:${minute}:${second ?? "00"}`;
  return `${date} ${time}${zone === undefined ? "" : ` ${zone === "Z" ? "+0000" : zone.replace(":", "")}`}`;
}
