import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Middleware that has files sent whole: Eleventy's server sends parts by a package that finds no file below a folder
 * such as `.cache`, where the served pages are, and the search asks for parts of its index.
 * @param request - the request; it asks for no part any more
 * @param _response - the answer
 * @param next - hands both on
 */
export function wholeFiles(request: IncomingMessage, _response: ServerResponse, next: () => void): void {
  delete request.headers.range;
  next();
}
