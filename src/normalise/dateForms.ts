const date = String.raw`(?<year>\d{4})(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})`;
const time = String.raw`(?<hour>\d{1,2})[:：.](?<minute>\d{1,2})(?:[:：]{1,2}(?<second>\d{1,2})(?:[.,]\d+)?)?(?:\s*(?<half>[ap])\.?m\.?)?`;
const zone = String.raw`(?<zone>[a-z]{1,4}|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)`;
const monthName = String.raw`(?<monthName>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const weekday = String.raw`(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?`;
const timeAndZone = String.raw`(?:(?:t|\s+)${time}\s*${zone}?)?`;

const form = (pattern: string) => new RegExp(`^${pattern}$`, "i");

/** The ways in which a date is written that have one meaning each; all but the first are noted. */
export const dateForms: readonly RegExp[] = [
  form(date + timeAndZone),
  form(String.raw`${date}\s+${zone}`),
  form(String.raw`(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日${timeAndZone}`),
  form(String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})${timeAndZone}`),
  // ctime: Fri Sep  3 11:21:31 CEST 2021
  form(String.raw`${weekday}\s+${monthName}\s+(?<day>\d{1,2})\s+${time}\s*${zone}?\s+(?<year>\d{4})`),
  // RFC 2822: Fri, 03 Sep 2021 11:21:31 +0200
  form(String.raw`(?:${weekday}\s*)?(?<day>\d{1,2})\s+${monthName},?\s+(?<year>\d{4})${timeAndZone}`),
  form(String.raw`(?:${weekday}\s*)?${monthName}\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})${timeAndZone}`),
];

/** Nothing to mend here: how Jekyll's documentation and this one write a date. */
export const properDate = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?$/;

/** What YAML 1.1 takes for a timestamp without a zone, and Jekyll therefore for UTC: https://yaml.org/type/timestamp.html */
export const zonelessTimestamp = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?$/;

/** A zone and no date: the scraper found none. */
export const emptyDate = /^(?:[+-]\d{1,2}:?\d{2})?$/;

/** Names of weekdays and months by their first three letters, in order. */
export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
export const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
