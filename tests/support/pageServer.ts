import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A host on this machine. */
export interface PageServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** What it was asked for: `HEAD /x`. */
  readonly asked: readonly string[];
  /** The most requests that were under way at a time. */
  readonly most: () => number;
}

/** Starts a host that answers by path; it is gone when the test is. */
export async function pageServer(
  answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse, times: number) => void>>,
): Promise<PageServer> {
  const asked: string[] = [];
  let [underWay, most] = [0, 0];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    most = Math.max(most, ++underWay);
    response.on("close", () => underWay--);
    const times = asked.filter((each) => each.endsWith(` ${request.url}`)).length;
    const answer = answers[request.url ?? ""];
    if (answer) answer(request, response, times);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, most: () => most };
}

/** Answers with a status, and headers. */
export function answering(status: number, headers: Readonly<Record<string, string>> = {}) {
  return (_: IncomingMessage, response: ServerResponse) => void response.writeHead(status, headers).end();
}
