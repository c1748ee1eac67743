import { readFileSync } from "node:fs";
import path from "node:path";
import nunjucks from "nunjucks";
import { siteHref } from "../address.ts";
import type { Press } from "../render/press.ts";
import { programRoot } from "../root.ts";
import { deskRoot, openAddress } from "./deskAddresses.ts";

/** The templates of what only editors see, and their style sheet and script. */
const folder = path.join(programRoot, "src/serve/views");
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

/** Files of the desk that pages ask for, and their types. */
const files: Readonly<Record<string, string>> = {
  "strip.css": "text/css; charset=utf-8",
  "strip.js": "text/javascript; charset=utf-8",
};

/** Before the masthead, or what a layout has instead; the link that skips it stays the first of the page. */
const topOfPage = /<(?:header|main|\/body)\b/i;

/** What views are drawn for. */
export interface ViewContext {
  readonly press: Press;
  /** The posts folder as the user named it. */
  readonly posts: string;
  /** What a form must bring along; who may not open files gets none. */
  readonly token: string | undefined;
}

/**
 * A file that the editor's pages ask for.
 * @param address - an address from the site's root
 * @returns its content and type, or `undefined` when there is none
 */
export function deskFile(address: string): { readonly text: string; readonly type: string } | undefined {
  const name = address.slice(deskRoot.length);
  const type = Object.hasOwn(files, name) ? files[name] : undefined;
  return type === undefined ? undefined : { type, text: readFileSync(path.join(folder, name), "utf8") };
}

/**
 * Puts a strip above a page.
 * @param page - the page as it is in the output folder
 * @param name - the strip's template, without its ending
 * @param view - what it shows
 * @param context - for whom
 * @returns the page with the strip, its style sheet and its script
 */
export function withStrip(page: string, name: string, view: object, context: ViewContext): string {
  const strip = `${linksTo(context)}${drawn(name, view, context)}`;
  return page.replace(topOfPage, (top) => strip + top);
}

/**
 * Draws a page of the editor's own in the frame of the site.
 * @param title - its title
 * @param name - its template, without its ending
 * @param view - what it shows
 * @param context - for whom
 * @returns the page
 */
export function deskPage(title: string, name: string, view: object, context: ViewContext): string {
  const content = `${linksTo(context)}${drawn(name, { ...view, title }, context)}`;
  const frame = context.press.sets.getTemplate("base.njk", true);
  return frame.render({ title, content, indexed: false, page: { url: deskRoot } });
}

function drawn(name: string, view: object, { press: { site }, posts, token }: ViewContext): string {
  const href = (address: string) => siteHref(address, site);
  return environment.render(`${name}.njk`, { ...view, posts, href, open: { address: href(openAddress), token } });
}

function linksTo({ press: { site } }: ViewContext): string {
  const [sheet, script] = ["strip.css", "strip.js"].map((name) => siteHref(deskRoot + name, site));
  return `<link rel="stylesheet" href="${sheet}">\n<script src="${script}" defer></script>\n`;
}
