import { setTimeout } from "node:timers/promises";
import type { HostGates } from "./hostGates.ts";
import { NoReply, request, type Manner, type Reply } from "./request.ts";
import { pauseOf } from "./retryAfter.ts";

/** What became of a page. */
export type Fate = "alive" | "dead" | "moved" | "unsure";

/** What its host says of a page. */
export interface Answer {
  readonly fate: Fate;
  /** An HTTP status, the code of a fault of the network, or a word of `reasons`. */
  readonly because: string;
  /** Where it has moved for good. */
  readonly to?: string;
}

/** How pages are asked for. */
export interface Asking extends Manner {
  readonly gates: HostGates;
  /** Before a host is asked once more, milliseconds; a host that names a longer time is given it. */
  readonly backoff: number;
}

/** Hosts that do not know or like `HEAD` say so by these; and no page is called dead before it was really asked for. */
const askedAgain = new Set([403, 404, 405, 410, 501]);
const gone = new Set([404, 410]);
const permanent = new Set([301, 308]);
const redirects = new Set([...permanent, 302, 303, 307]);
const busy = new Set([429, 503]);
/** A name that is not there does not come back in a moment; nor does what may not be asked. */
const final = new Set(["ENOTFOUND", "private"]);
const mostRedirects = 10;
/** A host that wants more time than this is not waited for, milliseconds. */
const mostPatience = 60_000;

/**
 * Finds out what has become of a page, following where it leads.
 * @param address - the page's address, `http:` or `https:`
 * @param asking - how
 * @returns whether it is there, has moved for good, is gone, or cannot be judged from here
 */
export async function ask(address: string, asking: Asking): Promise<Answer> {
  let at = new URL(address);
  let moved: URL | undefined;
  let isForGood = true;
  try {
    for (let count = 0; count <= mostRedirects; count++) {
      const { status, location } = await askPatiently(at, asking);
      if (!redirects.has(status) || location === undefined) return judge(address, at, status, moved);
      const next = URL.canParse(location, at.href) ? new URL(location, at) : undefined;
      if (next?.protocol !== "http:" && next?.protocol !== "https:") return unsure("redirect");
      isForGood &&= permanent.has(status);
      if (isForGood) moved = next;
      at = next;
    }
    return unsure("redirects");
  } catch (error) {
    if (!(error instanceof NoReply)) throw error;
    return { fate: error.code === "ENOTFOUND" ? "dead" : "unsure", because: error.code };
  }
}

function judge(address: string, at: URL, status: number, moved: URL | undefined): Answer {
  const because = String(status);
  if (gone.has(status)) return { fate: "dead", because };
  if (status < 200 || status > 299) return unsure(because);
  // What once was an article and now is the front page is most often gone.
  if (at.pathname === "/" && new URL(address).pathname !== "/") return unsure("front-page");
  return moved ? { fate: "moved", because, to: moved.href } : { fate: "alive", because };
}

function unsure(because: string): Answer {
  return { fate: "unsure", because };
}

/** Asks once more after a fault of the network, or when the host asks for time. */
async function askPatiently(url: URL, asking: Asking): Promise<Reply> {
  return asking.gates.pass(url.host, async () => {
    try {
      const reply = await askOnce(url, asking);
      const pause = busy.has(reply.status) ? pauseOf(reply.retryAfter, Date.now(), asking.backoff) : Infinity;
      if (pause > mostPatience) return reply;
      await setTimeout(pause);
    } catch (error) {
      if (!(error instanceof NoReply) || final.has(error.code)) throw error;
      await setTimeout(asking.backoff);
    }
    return askOnce(url, asking);
  });
}

async function askOnce(url: URL, manner: Manner): Promise<Reply> {
  const reply = await request(url, "HEAD", manner);
  return askedAgain.has(reply.status) ? request(url, "GET", manner) : reply;
}
