import type { Day, Month, Published } from "../model.ts";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];

/**
 * A day in words.
 * @param day - `2022-03-11`
 * @returns `2022年3月11日`
 */
export function longDay(day: Day): string {
  return `${longMonth(day)}${Number(day.slice(8))}日`;
}

/**
 * A month in words.
 * @param month - `2022-03`, or a day in it
 * @returns `2022年3月`
 */
export function longMonth(month: Day | Month): string {
  return `${Number(month.slice(0, 4))}年${monthOfYear(month)}`;
}

/**
 * The running head of a day.
 * @param day - `2022-03-11`
 * @returns `3月11日　星期五`
 */
export function dayHead(day: Day): string {
  return `${monthOfYear(day)}${Number(day.slice(8))}日　星期${weekdays[weekday(day)]!}`;
}

/**
 * When an article was published, as exactly as its source says it.
 * @param published - the time
 * @returns `2022年3月11日 02:00`, or the day alone
 */
export function dateline({ day, local, precision }: Published): string {
  return precision === "day" ? longDay(day) : `${longDay(day)} ${local.slice(11, 16)}`;
}

/**
 * The weekday of a day.
 * @param day - a calendar day
 * @returns 0 for Monday to 6 for Sunday
 */
export function weekday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/**
 * A month of a year that is named elsewhere.
 * @param month - `2022-03`, or a day in it
 * @returns `3月`
 */
export function monthOfYear(month: Day | Month): string {
  return `${Number(month.slice(5, 7))}月`;
}
