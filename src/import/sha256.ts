import { hash } from "node:crypto";

/**
 * The SHA-256 of some bytes.
 * @param bytes - the bytes
 * @returns 64 hexadecimal digits
 */
export function sha256Of(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}
