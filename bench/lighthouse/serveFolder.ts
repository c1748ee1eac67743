import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** Media types by the end of a file's name; what is text is sent compressed. */
const types: Readonly<Record<string, { readonly type: string; readonly isText: boolean }>> = {
  ".html": { type: "text/html; charset=utf-8", isText: true },
  ".css": { type: "text/css; charset=utf-8", isText: true },
  ".js": { type: "text/javascript; charset=utf-8", isText: true },
  ".json": { type: "application/json", isText: true },
  ".xml": { type: "application/xml", isText: true },
  ".txt": { type: "text/plain; charset=utf-8", isText: true },
  ".svg": { type: "image/svg+xml", isText: true },
  ".png": { type: "image/png", isText: false },
  ".wasm": { type: "application/wasm", isText: false },
};
const unknown = { type: "application/octet-stream", isText: false };

/**
 * Serves a folder as a web host does: compressed, with types, and for keeping a while.
 * @param folder - the site
 * @returns where it is, and how to end it
 */
export async function serveFolder(folder: string): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.join(folder, wanted.endsWith("/") ? `${wanted}index.html` : wanted);
    const isThere = existsSync(file) && statSync(file).isFile();
    const { type, isText } = types[path.extname(file)] ?? unknown;
    const headers = {
      "content-type": type,
      "cache-control": type.startsWith("text/html") ? "no-cache" : "max-age=31536000",
      ...(isText ? { "content-encoding": "gzip" } : {}),
    };
    if (!isThere) response.writeHead(404).end();
    else response.writeHead(200, headers).end(isText ? gzipSync(readFileSync(file)) : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
