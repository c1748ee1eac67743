import type { Day, Published } from "../../model.ts";
import { readDate } from "../../normalise/date.ts";

/** A date of another system, as an article file has it. */
export interface ArticleDate {
  /** `2022-03-11 02:00:40 +0800`, or a day alone. */
  readonly date: string;
  /** The same as its author's clock showed it, which is what addresses are made of. */
  readonly published: Published;
}

/**
 * Reads a date for an article file.
 * @param text - the date as written
 * @param zone - IANA name of the old site's zone, for a date without one
 * @returns the date with its zone, or `undefined` when it has no one meaning
 */
export function articleDate(text: string, zone: string): ArticleDate | undefined {
  const reading = readDate(text, zone);
  if ("rule" in reading) return undefined;
  const { published } = reading;
  const local = localOf(text.trim(), published);
  const day = local.slice(0, 10) as Day;
  const date =
    published.precision === "day" ? day : `${day} ${local.slice(11, 19)} ${local.slice(19).replace(":", "")}`;
  return { date, published: { ...published, local, day } };
}

function localOf(text: string, { instant, local }: Published): string {
  const stated = /\d(?:\s*(Z)|\s*([+-])(\d\d):?(\d\d))$/i.exec(text);
  if (!stated || !/[:T]/.test(text)) return local;
  const [, utc, sign, hours = "00", minutes = "00"] = stated;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  const clock = new Date(Date.parse(instant) + offset * 60_000).toISOString().slice(0, 19);
  return `${clock}${utc === undefined ? sign : "+"}${hours}:${minutes}`;
}
