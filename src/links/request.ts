import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { reasonOf } from "../errors.ts";
import { isPublicAddress } from "./publicAddress.ts";

/** What a host answers, without the page itself. */
export interface Reply {
  readonly status: number;
  /** Where the page is instead, as the host says it. */
  readonly location?: string;
  /** When to ask again, as the host says it. */
  readonly retryAfter?: string;
}

/** How hosts are asked. */
export interface Manner {
  /** How long a host may think, milliseconds. */
  readonly timeout: number;
  /** Whether this machine and its network may be asked too. */
  readonly isPrivateAllowed: boolean;
}

/** Why a host gave no answer: the system's code, such as `ENOTFOUND`; `timeout`; or `private`. */
export class NoReply extends Error {
  readonly code: string;

  /** @param code - why */
  constructor(code: string) {
    super(code);
    this.name = "NoReply";
    this.code = code;
  }
}

/** Says what is asking, so that a host can turn it away. */
const userAgent = "Fangzhi-links/1.0 (checks whether the sources of a news archive are still there)";

/**
 * Asks for a page, follows nothing and reads no more than the head of the answer. Names are looked up once and the
 * address found is the one that is asked, so that no name leads to a private address in between.
 * @param url - the page, `http:` or `https:`
 * @param method - the request's method
 * @param manner - how
 * @returns the answer
 * @throws NoReply when there is none
 */
export async function request(url: URL, method: "HEAD" | "GET", manner: Manner): Promise<Reply> {
  const { timeout, isPrivateAllowed } = manner;
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (!isPrivateAllowed && isIP(host) !== 0 && !isPublicAddress(host)) throw new NoReply("private");
  const options: https.RequestOptions = {
    method,
    // Not what stands before an @: nobody's password is sent.
    protocol: url.protocol,
    hostname: host,
    port: url.port,
    path: url.pathname + url.search,
    headers: { "user-agent": userAgent, accept: "text/html,*/*;q=0.8", "accept-encoding": "identity" },
    agent: false,
    signal: AbortSignal.timeout(timeout),
    ...(isPrivateAllowed ? {} : { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === "https:" ? https : http).request(options, (answer) => {
      const { statusCode = 0, headers } = answer;
      const { location, "retry-after": retryAfter } = headers;
      resolve({
        status: statusCode,
        ...(location === undefined ? {} : { location }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      });
      answer.destroy();
    });
    sent.on("error", (error) => reject(error instanceof NoReply ? error : new NoReply(codeOf(error))));
    sent.end();
  });
}

function codeOf(error: Error): string {
  return error.name === "AbortError" ? "timeout" : reasonOf(error);
}

const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [], 0);
    const isPublic = found.every(({ address }) => isPublicAddress(address));
    if (!isPublic) return done(new NoReply("private"), [], 0);
    return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
  });
};
