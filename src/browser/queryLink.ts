import type { Order } from "../search/session.ts";
import { element } from "./element.ts";

/**
 * A link that asks something else; the search page follows it without being loaded again.
 * @param text - the query
 * @param order - in which order hits are wanted
 * @param words - what the link says
 * @returns the link
 */
export function queryLink(text: string, order: Order, words: string): HTMLAnchorElement {
  const address = new URL(location.href);
  address.hash = "";
  address.searchParams.set("q", text);
  if (order === "newest") address.searchParams.delete("order");
  else address.searchParams.set("order", order);
  const link = element("a", { href: address.href }, words);
  link.dataset["query"] = "";
  return link;
}
