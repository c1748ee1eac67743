import type { IndexSource, Manifest } from "../search/reader.ts";

/** The index as a static host serves it. */
export interface HostedIndex extends IndexSource {
  readonly manifest: () => Promise<Manifest>;
  /** The table of how characters are read. */
  readonly readings: () => Promise<string>;
  /** How many bytes have come so far. */
  readonly fetched: () => number;
  /** Whether a file was not there any more: the manifest is out of date then, until it is fetched again. */
  readonly isReplaced: () => boolean;
}

/**
 * Fetches the index in pieces. A host that knows no ranges gives whole files, which are kept then.
 * @param folder - where the index stands, with a slash at its end
 * @returns the index
 */
export function hostedIndex(folder: string): HostedIndex {
  const whole = new Map<string, Promise<Uint8Array>>();
  let count = 0;
  let isReplaced = false;
  const get = async (file: string, options: RequestInit = {}): Promise<Response> => {
    const response = await fetch(folder + file, options);
    if (response.status === 404 || response.status === 410) isReplaced = true;
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
    isReplaced: () => isReplaced,
    async manifest() {
      isReplaced = false;
      // Other files have another name when they have another content; this one alone says which they are now.
      return (await get("index.json", { cache: "no-cache" })).json() as Promise<Manifest>;
    },
    readings: async () => (await get("pinyin.txt")).text(),
    async read(file, start, end) {
      const checked = (piece: Uint8Array): Uint8Array => {
        if (piece.length === end - start) return piece;
        whole.delete(file);
        throw new Error(`${file}: ${piece.length} bytes instead of ${end - start}`);
      };
      const known = whole.get(file);
      if (known) return checked((await known).subarray(start, end));
      const response = await get(file, { headers: { Range: `bytes=${start}-${end - 1}` } });
      if (response.status === 206) return checked(await bytesOf(response));
      const bytes = bytesOf(response);
      whole.set(file, bytes);
      bytes.catch(() => whole.delete(file));
      return checked((await bytes).subarray(start, end));
    },
    async inflate(bytes) {
      const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
      return new Uint8Array(
        await new Response(stream.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer(),
      );
    },
  };
}
