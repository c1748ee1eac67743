/** What a half of a surrogate pair looks like in JSON; so may a backslash and letters that somebody wrote. */
const half = "\\ud";

/**
 * Writes one line of JSON that every reader takes: RFC 8259 leaves open what is to become of halves of surrogate pairs,
 * https://www.rfc-editor.org/rfc/rfc8259#section-8.2
 * @param value - anything JSON can hold
 * @returns JSON without a line end, U+FFFD in it for halves of surrogate pairs
 */
export function jsonLine(value: unknown): string {
  const line = JSON.stringify(value);
  return line.includes(half) ? JSON.stringify(wellFormed(value)) : line;
}

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]));
}
