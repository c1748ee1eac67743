import { printable } from "../characters.ts";

/** Keys through which data could reach JavaScript's own objects. */
const refusedKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Copies what YAML read into objects that inherit nothing, without control characters and halves of surrogate pairs.
 * @param value - any value a YAML parser returns
 * @param refuse - called with each key that is left out
 * @returns the copy
 */
export function plainData(value: unknown, refuse: (key: string) => void): unknown {
  if (typeof value === "string") return printable(value);
  if (Array.isArray(value)) return value.map((entry) => plainData(entry, refuse));
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [written, entry] of Object.entries(value)) {
    const key = printable(written);
    if (refusedKeys.has(key)) refuse(key);
    else copy[key] = plainData(entry, refuse);
  }
  return copy;
}
