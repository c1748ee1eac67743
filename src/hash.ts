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
