import type { Day, KnownDay, Month, Published } from "../model.ts";
import { knownDay } from "../normalise/date.ts";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];

/**
 * A day in words, as far as it is known.
 * @param day - `2022-03-11`, `2022-02`, `2022`
 * @returns `2022年3月11日`, `2022年2月`, `2022年`
 */
export function longDay(day: Day | KnownDay): string {
  const units = ["年", "月", "日"];
  return day
    .split("-")
    .map((part, index) => Number(part) + units[index]!)
    .join("");
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
 * @returns `2022年3月11日 02:00`, or the day, the month or the year alone
 */
export function dateline(published: Published): string {
  const { local, precision } = published;
  const day = longDay(knownDay(published));
  return precision === "minute" || precision === "second" ? `${day} ${local.slice(11, 16)}` : day;
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
