import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { siteHref } from "../address.ts";
import { reasonOf } from "../errors.ts";
import type { Reading } from "../reading.ts";
import type { Press } from "../render/press.ts";
import { addressOf, deskRoot, fileOfPage, openAddress, pageAt, pathOf } from "./deskAddresses.ts";
import { pageAbove, pageOfFile, type DeskInput } from "./deskPages.ts";
import { heldBackFiles, rememberAddresses, type FormerAddresses, type HeldBackFile } from "./heldBackFiles.ts";
import { openFile, otherWays, placeIn } from "./openFile.ts";
import { deskFile, deskPage, type ViewContext } from "./views.ts";
import { isLocal } from "./visitor.ts";

/** What the desk works on. */
export interface DeskOptions {
  readonly press: Press;
  /** The posts folder, and how the user named it. */
  readonly posts: { readonly path: string; readonly shown: string };
  /** The folder with the pages that are served. */
  readonly folder: string;
}

/** The editor's desk: what `serve` shows beside the site, and no build ever writes. */
export interface Desk {
  /** Tells the desk what was read last. */
  readonly follow: (reading: Reading) => void;
  /** Answers requests for the editor's pages, and puts strips above pages of the site. */
  readonly middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => Promise<void>;
}

/** What is sent back; nothing of what the desk leaves to the development server. */
interface Answer {
  readonly status?: number;
  readonly location?: string;
  readonly text?: string;
  readonly type?: string;
}

/**
 * Opens the editor's desk.
 * @param options - the site, its posts and its pages
 * @returns the desk; until it follows a reading, it has nothing to say
 */
export function openDesk({ press, posts, folder }: DeskOptions): Desk {
  const { site } = press;
  const token = randomBytes(16).toString("hex");
  let current: DeskInput | undefined;
  let former: FormerAddresses = new Map();

  const open = async (request: IncomingMessage, context: ViewContext): Promise<Answer | undefined> => {
    if (request.method === "POST") {
      const opening = await openFile(request, posts.path, token, process.env);
      if (opening === "opened") return { status: 204 };
      if (opening === "refused") return { status: 403 };
      // The page that says what else to do may be reloaded, a form may not.
      return { status: 303, location: `${siteHref(openAddress, site)}?at=${encodeURIComponent(opening.at)}` };
    }
    const at = new URL(request.url ?? "/", "http://localhost").searchParams.get("at") ?? "";
    const place = isLocal(request) ? placeIn(posts.path, at) : undefined;
    return place && page(deskPage("请自行打开文件", "open", otherWays(place, process.env), context));
  };
  const answer = async (request: IncomingMessage): Promise<Answer | undefined> => {
    const path = pathOf(request.url ?? "");
    if (path === undefined) return { status: 400 };
    const address = addressOf(path, site.prefix);
    if (address === undefined || !current) return undefined;
    const context = { press, posts: posts.shown, token: isLocal(request) ? token : undefined };
    if (address === openAddress) return open(request, context);
    if (request.method !== "GET") return undefined;
    if (!address.startsWith(deskRoot)) {
      const whole = pageAt(address);
      return whole === undefined ? undefined : page(pageAbove(whole, current, context));
    }
    const file = fileOfPage(address);
    if (file === undefined) return deskFile(address);
    const entry = current.reading.archive.entries.find((each) => each.path === file);
    // What was wrong is mended.
    if (entry) return { status: 302, location: siteHref(entry.permalink, site) };
    return page(pageOfFile(file, current, context));
  };

  return {
    follow(reading) {
      former = rememberAddresses(former, current?.reading, reading);
      let found: readonly HeldBackFile[] | undefined;
      const heldBack = () => (found ??= heldBackFiles(reading, former, posts.path, site));
      current = { reading, heldBack, posts: posts.path, folder };
    },
    async middleware(request, response, next) {
      const found = await answer(request).catch((error: unknown) => {
        // A volume that has just been replaced, a layout that is being written: the site itself goes on.
        process.stderr.write(`${reasonOf(error)}\n`);
      });
      if (found) send(response, found);
      else next();
    },
  };
}

function page(text: string | undefined): Answer | undefined {
  return text === undefined ? undefined : { text, type: "text/html; charset=utf-8" };
}

function send(response: ServerResponse, { status = 200, location, text, type }: Answer): void {
  response.statusCode = status;
  if (location !== undefined) response.setHeader("location", location);
  if (type !== undefined) response.setHeader("content-type", type);
  response.end(text);
}
