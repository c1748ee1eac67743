import type { ArticleHeader } from "../model.ts";
import type { Source } from "./archive.ts";

/**
 * The papers an article stood in, each once, with the addresses of its copies there.
 * @param copies - the article, and the copies merged with it
 * @returns the papers, in the order of the copies
 */
export function sourcesOf(copies: readonly Pick<ArticleHeader, "source" | "originalAddress">[]): readonly Source[] {
  const addresses = new Map<string | undefined, Set<string>>();
  for (const { source: name, originalAddress: address } of copies) {
    if (name === undefined && address === undefined) continue;
    const known = addresses.get(name) ?? new Set();
    addresses.set(name, address === undefined ? known : known.add(address));
  }
  return [...addresses].map(([name, known]) => ({ ...(name === undefined ? {} : { name }), addresses: [...known] }));
}
