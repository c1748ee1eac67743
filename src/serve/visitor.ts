import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Addresses of this machine itself. */
const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
/** Names of this machine that no other site can take for its own by DNS rebinding. */
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request comes from a browser on this machine, to a page of this server.
 * @param request - the request
 * @returns true when both its sender and the host it asks are this machine
 */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  return loopback.test(socket.remoteAddress ?? "") && localHost.test(headers.host ?? "");
}

/**
 * Whether a form was sent by a page of this server.
 * @param request - the request; browsers say in `Origin` where every form comes from: https://fetch.spec.whatwg.org/#origin-header
 * @returns true when it comes from the host that it asks
 */
export function isSameOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host}`;
}

/**
 * Compares a secret without telling by the time it takes how much of it is right.
 * @param given - what the sender says
 * @param secret - what it should be
 * @returns true when both are the same
 */
export function isSecret(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A form with a path is never longer than this, bytes. */
const longestForm = 8192;

/**
 * Reads a form.
 * @param request - the request
 * @returns its fields, or `undefined` when it is too long
 */
export async function formOf(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestForm) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}
