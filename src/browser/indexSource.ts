import type { IndexSource, Manifest } from "../search/reader.ts";

/** The index as a static host serves it. */
export interface HostedIndex extends IndexSource {
  readonly manifest: () => Promise<Manifest>;
  /** The table of how characters are read. */
  readonly readings: () => Promise<string>;
  /** How many bytes have come so far. */
  readonly fetched: () => number;
}

/**
 * Fetches the index in pieces. A host that knows no ranges gives whole files, which are kept then.
 * @param folder - where the index stands, with a slash at its end
 * @returns the index
 */
export function hostedIndex(folder: string): HostedIndex {
  const whole = new Map<string, Promise<Uint8Array>>();
  let count = 0;
  const get = async (file: string, range?: string): Promise<Response> => {
    const response = await fetch(folder + file, range === undefined ? {} : { headers: { Range: range } });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response;
  };
  const bytesOf = async (response: Response): Promise<Uint8Array> => {
    const bytes = new Uint8Array(await response.arrayBuffer());
    count += bytes.length;
    return bytes;
  };
  return {
    fetched: () => count,
    manifest: async () => (await get("index.json")).json() as Promise<Manifest>,
    readings: async () => (await get("pinyin.txt")).text(),
    async read(file, start, end) {
      const known = whole.get(file);
      if (known) return (await known).subarray(start, end);
      const response = await get(file, `bytes=${start}-${end - 1}`);
      if (response.status === 206) return bytesOf(response);
      const bytes = bytesOf(response);
      whole.set(file, bytes);
      bytes.catch(() => whole.delete(file));
      return (await bytes).subarray(start, end);
    },
    async inflate(bytes) {
      const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
      return new Uint8Array(
        await new Response(stream.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer(),
      );
    },
  };
}
