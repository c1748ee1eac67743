import { hash } from "node:crypto";

/**
 * A short name for a text or for bytes, the same on every machine.
 * @param text - any text, or bytes
 * @param length - how many hexadecimal digits
 * @returns the beginning of its SHA-256
 */
export function shortHash(text: string | Uint8Array, length: number): string {
  return hash("sha256", text, "hex").slice(0, length);
}

/**
 * The SHA-256 of some bytes.
 * @param bytes - the bytes
 * @returns 64 hexadecimal digits
 */
export function sha256(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/**
 * A number for a text that only chance could give to another: 48 bits of its SHA-256.
 * @param text - any text, or bytes
 * @returns the number, never 0
 */
export function hash48(text: string | Uint8Array): number {
  return number48(shortHash(text, 12));
}

/**
 * The same for a text of which the SHA-256 is known.
 * @param digest - the SHA-256, or its beginning, at least 12 hexadecimal digits
 * @returns the number, never 0
 */
export function number48(digest: string): number {
  return Number.parseInt(digest.slice(0, 12), 16) || 1;
}
