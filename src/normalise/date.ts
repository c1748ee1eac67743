import { Temporal } from "temporal-polyfill";
import type { Day, KnownDay, Month, Precision, Published, RoughPrecision } from "../model.ts";
import { dateForms, emptyDate, monthNames, properDate, weekdays, zonelessTimestamp } from "./dateForms.ts";
import { zoneMinutes } from "./zones.ts";

/** A date that was understood. */
export interface DateReading {
  readonly published: Published;
  /** How the date reads when written properly, where the source had a slip. */
  readonly mended?: string;
  /** The day Jekyll put the article on, where that is another one: it takes a date without a zone for UTC. */
  readonly jekyllDay?: Day;
}

/** A date that was not. */
export interface DateFault {
  readonly rule: "date-unreadable" | "date-no-month" | "date-no-day" | "date-no-time" | "date-zone";
  readonly values: Readonly<Record<string, string | number>>;
}

/** Newspapers are younger than the one; the other leaves room for time zones before the year 10000. */
const firstYear = 1000;
const lastYear = 9998;

type Parts = Readonly<Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>>;

/**
 * Whether a front matter date says nothing: it is empty, or a zone alone.
 * @param text - the value of `date`
 * @returns true when the file name has to give the date
 */
export function isEmptyDate(text: string): boolean {
  return emptyDate.test(text.trim());
}

/**
 * Reads a date in any of the forms that have one meaning.
 * @param text - the value of `date`, or the date of a file name
 * @param timeZone - IANA name of the site's zone, for a date without one; a date alone is its local midnight
 * @returns when it is, or why it cannot be told; a day that is not in the calendar is a fault, never the next month
 */
export function readDate(text: string, timeZone: string): DateReading | DateFault {
  const groups = groupsOf(text.trim());
  if (!groups) return { rule: "date-unreadable", values: { text } };

  const parts = partsOf(groups);
  if (parts.year < firstYear || parts.year > lastYear) return { rule: "date-unreadable", values: { text } };
  const fault = calendarFault(parts);
  if (fault) return fault;
  if (isOnAnotherWeekday(parts, groups["weekday"])) return { rule: "date-unreadable", values: { text } };
  const offset = groups["zone"] === undefined ? undefined : offsetOf(groups["zone"]);
  if (Number.isNaN(offset)) return { rule: "date-zone", values: { zone: groups["zone"] ?? "" } };

  const utc = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  const milliseconds =
    offset === undefined
      ? Temporal.PlainDateTime.from(parts, { overflow: "reject" }).toZonedDateTime(timeZone).epochMilliseconds
      : utc - offset * 60_000;
  const local = clocksAt(milliseconds, timeZone);

  const precision = groups["hour"] === undefined ? "day" : groups["second"] === undefined ? "minute" : "second";
  const published: Published = {
    instant: new Date(milliseconds).toISOString().replace(".000", ""),
    local,
    zone: timeZone,
    day: local.slice(0, 10) as Day,
    precision,
  };
  const jekyllDay = zonelessTimestamp.test(text) ? dayOf(localTime(utc, timeZone)) : published.day;
  return {
    published,
    ...(properDate.test(text.trim()) ? {} : { mended: mendedDate(parts, precision, offset) }),
    ...(jekyllDay === published.day ? {} : { jekyllDay }),
  };
}

/**
 * The month a day belongs to.
 * @param day - a calendar day
 * @returns its month, the name of its volume
 */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/**
 * As much of a day as is known; the reduced precision of ISO 8601-1:2019, 5.2.2.
 * @param published - a day, and how exactly it is known
 * @returns `2022-03-11`, `2022-02` or `2022`
 */
export function knownDay({ day, precision }: Pick<Published, "day"> & Partial<Published>): KnownDay {
  return day.slice(0, precision === "year" ? 4 : precision === "month" ? 7 : 10) as KnownDay;
}

/**
 * As much of a time as is known.
 * @param published - the time, and how exactly it is known
 * @returns `2022-03-11T02:00:40+08:00`, at midnight for a day alone, or `2022-02` or `2022`
 */
export function knownTime(published: Published): string {
  return isRough(published.precision) ? knownDay(published) : published.local;
}

/**
 * Whether a date is known less exactly than to the day.
 * @param precision - how exactly
 * @returns true for months and years
 */
export function isRough(precision: Precision): precision is RoughPrecision {
  return precision === "month" || precision === "year";
}

/** A time between two changes of a zone's clocks, and their offset in it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly milliseconds: number;
  readonly offset: string;
}

/** The stretch of each zone that was last asked for: articles are mostly of one. */
const stretches = new Map<string, Stretch>();
/** What zones do from here on may still be changed. */
const knownUntil = Date.UTC(2025, 0, 1);

/** What the zone's clocks show: `2022-03-11T02:00:40+08:00`. */
function clocksAt(milliseconds: number, timeZone: string): string {
  let stretch = stretches.get(timeZone);
  if (!stretch || milliseconds < stretch.from || milliseconds >= stretch.to) {
    const moment = localTime(milliseconds, timeZone);
    const clocks = moment.toString({ smallestUnit: "second", timeZoneName: "never" });
    if (moment.offsetNanoseconds % 60e9 !== 0 || milliseconds >= knownUntil) return clocks;
    stretch = stretchAround(moment, clocks.slice(19));
    stretches.set(timeZone, stretch);
  }
  return new Date(milliseconds + stretch.milliseconds).toISOString().slice(0, 19) + stretch.offset;
}

function stretchAround(moment: Temporal.ZonedDateTime, offset: string): Stretch {
  const from = moment.add({ milliseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds;
  const to = moment.getTimeZoneTransition("next")?.epochMilliseconds ?? knownUntil;
  return {
    from: from ?? moment.epochMilliseconds,
    to: Math.min(to, knownUntil),
    milliseconds: moment.offsetNanoseconds / 1e6,
    offset,
  };
}

function groupsOf(text: string): Readonly<Record<string, string>> | undefined {
  for (const form of dateForms) {
    const groups = form.exec(text)?.groups;
    if (groups) return groups;
  }
  return undefined;
}

function partsOf(groups: Readonly<Record<string, string>>): Parts {
  const number = (name: string) => Number(groups[name] ?? 0);
  const month =
    groups["monthName"] === undefined ? number("month") : monthNames.indexOf(groups["monthName"].toLowerCase()) + 1;
  const hour = hourOf(number("hour"), groups["half"]?.toLowerCase());
  return { year: number("year"), month, day: number("day"), hour, minute: number("minute"), second: number("second") };
}

/** 12:30 AM is half past midnight; 13:30 PM is no time at all, and stays above 23. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return hour > 12 ? hour + 12 : (hour % 12) + (half === "p" ? 12 : 0);
}

function calendarFault({ year, month, day, hour, minute, second }: Parts): DateFault | undefined {
  if (month < 1 || month > 12) return { rule: "date-no-month", values: { month } };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return { rule: "date-no-day", values: { year, month, day } };
  if (hour > 23 || minute > 59 || second > 59) {
    return { rule: "date-no-time", values: { time: [hour, minute, second].map(twoDigits).join(":") } };
  }
  return undefined;
}

function isOnAnotherWeekday({ year, month, day }: Parts, weekday: string | undefined): boolean {
  if (weekday === undefined) return false;
  return weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] !== weekday.toLowerCase();
}

/** Minutes east of UTC, or NaN for a zone that has no one meaning. */
function offsetOf(zone: string): number {
  const name = zone.toUpperCase();
  if (name in zoneMinutes) return zoneMinutes[name]!;
  const numeric = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (!numeric) return Number.NaN;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return minutes > 14 * 60 || Number(numeric[3] ?? 0) > 59 ? Number.NaN : minutes * (numeric[1] === "-" ? -1 : 1);
}

function localTime(milliseconds: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone);
}

function dayOf(moment: Temporal.ZonedDateTime): Day {
  return moment.toPlainDate().toString() as Day;
}

function mendedDate(parts: Parts, precision: Published["precision"], offset: number | undefined): string {
  const day = [parts.year, parts.month, parts.day].map(twoDigits).join("-");
  if (precision === "day") return day;
  const time = [parts.hour, parts.minute, ...(precision === "second" ? [parts.second] : [])].map(twoDigits).join(":");
  if (offset === undefined) return `${day} ${time}`;
  const minutes = Math.abs(offset);
  return `${day} ${time} ${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
