import { gzipSync } from "node:zlib";

/** Chinese text gets hardly smaller beyond this level, and takes longer. */
const level = 4;
/** Where the header says on which system it was made, and the number for "unknown". */
const system = { at: 9, unknown: 255 } as const;

/**
 * Compresses some bytes into one member of a gzip file, without the time and the system: the same bytes give the same
 * member. Members put one after the other are a gzip file again: https://www.rfc-editor.org/rfc/rfc1952#page-5
 * @param bytes - any bytes
 * @returns the member
 */
export function gzipMember(bytes: Uint8Array): Uint8Array {
  const member = gzipSync(bytes, { level });
  member[system.at] = system.unknown;
  return member;
}
