/** Markdown's and HTML's ways to show a picture. */
const shown = [/!\[[^\]\n]*\]\(\s*<?([^\s)>]+)/g, /<img\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi];

/**
 * Finds the pictures of a text that stand on no other host, and so among the old site's own files.
 * @param text - Markdown or HTML
 * @returns their addresses as written, each once
 */
export function oldImages(text: string): readonly string[] {
  const addresses = shown.flatMap((pattern) => Array.from(text.matchAll(pattern), ([, address]) => address!));
  return [...new Set(addresses)].filter((address) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address));
}

/**
 * Makes the relative addresses of a text's pictures whole: a page of the archive may stand elsewhere than the old one.
 * @param text - Markdown or HTML
 * @param address - the page's old address, from the root
 * @returns the text, its pictures' addresses from the root
 */
export function withRootImages(text: string, address: string): string {
  return shown.reduce(
    (all, pattern) =>
      all.replace(pattern, (whole, image: string) => {
        if (/^(?:[a-z][a-z0-9+.-]*:|\/|#|\{)/i.test(image)) return whole;
        return (
          whole.slice(0, whole.lastIndexOf(image)) +
          rootAddress(image, address) +
          whole.slice(whole.lastIndexOf(image) + image.length)
        );
      }),
    text,
  );
}

/**
 * What a relative address on a page leads to.
 * @param relative - an address as written
 * @param page - the page's address, from the root
 * @returns the address from the root
 */
export function rootAddress(relative: string, page: string): string {
  try {
    return decodeURI(new URL(relative, `https://site.invalid${encodeURI(page)}`).pathname);
  } catch {
    return relative;
  }
}
