import type { IncomingMessage, ServerResponse } from "node:http";
import { addressOf, deskRoot, pageAt, pathOf } from "./deskAddresses.ts";
import type { ServedSite } from "./servedSite.ts";

/** What stands below is the same after each save, or no page at all; a page is not to wait for its style sheet. */
const unaffected = ["/assets/", "/.11ty/", deskRoot];

/**
 * Makes middleware that has a page sent only when it is as the last save has it.
 * @param site - the served site
 * @param prefix - the folder of its host that the site stands in, without a slash at its end
 * @returns the middleware
 */
export function upToDate(site: Pick<ServedSite, "ready">, prefix: string) {
  return async (request: IncomingMessage, _response: ServerResponse, next: () => void): Promise<void> => {
    const address = addressOf(pathOf(request.url ?? "") ?? "", prefix);
    const isPage = address !== undefined && !unaffected.some((folder) => address.startsWith(folder));
    if (isPage) await site.ready((pageAt(address) ?? address).slice(1));
    next();
  };
}
