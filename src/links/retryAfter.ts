/**
 * How long a host that is busy wants to be left alone: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @param value - its header `Retry-After`: seconds, or a date
 * @param now - milliseconds since 1970
 * @param least - the pause where the header says less, or nothing that can be read, milliseconds
 * @returns milliseconds
 */
export function pauseOf(value: string | undefined, now: number, least: number): number {
  const text = value?.trim() ?? "";
  const pause = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(pause) ? least : Math.max(least, pause);
}
