import { blockTags } from "../normalise/allowList.ts";
import { foldSpaces } from "../spaces.ts";

/**
 * Fetches the text of an article from its page: the lines that the index was made of.
 * @param address - the page's address
 * @returns a line for each block of the body
 * @throws Error when the page does not come
 */
export async function fetchLines(address: string): Promise<readonly string[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return Array.from(page.querySelectorAll("article .body > *"), lineOf);
}

/**
 * What a reader reads in a block, as the build has read it.
 * @param block - a top-level element of a body
 * @returns its text on one line
 */
export function lineOf(block: Element): string {
  return foldSpaces(gatherText(block).trim());
}

function gatherText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  if (!(node instanceof Element)) return "";
  const name = node.localName;
  if (name === "br") return "\n";
  const inside = Array.from(node.childNodes, gatherText).join("");
  return blockTags.has(name) ? ` ${inside} ` : inside;
}
