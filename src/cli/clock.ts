/**
 * The time by which articles are published or still to come.
 * @returns milliseconds since 1970: `SOURCE_DATE_EPOCH` if it is set, for builds that can be repeated
 *   (https://reproducible-builds.org/specs/source-date-epoch/), else the clock's
 */
export function now(): number {
  const epoch = process.env["SOURCE_DATE_EPOCH"] ?? "";
  return /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
}
