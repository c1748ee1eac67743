import { Text, type ChildNode, type Element } from "domhandler";
import { beginning, oneLine } from "../characters.ts";
import type { Site } from "../config.ts";
import type { Image, Permalink } from "../model.ts";
import { linkAttributes, readLink } from "./links.ts";
import { linkOf } from "./tree.ts";

/** What an image is tidied for, and where account is kept of it. */
export interface ImageContext {
  readonly site: Site;
  readonly permalink: Permalink;
  readonly images: Image[];
  /** Addresses of images that lead nowhere. */
  readonly dropped: string[];
}

/** On the web, or from the site's root: files beside an article are not copied, so a relative address leads nowhere. */
const mayBeImage = /^\s*(?:https?:|\/)/i;

/**
 * Makes an image fit for the page: lazily loaded, without a referrer; a foreign one becomes a link when the
 * configuration says so, and then the page makes no request to another host.
 * @param image - an `img` element
 * @param inLink - whether it stands in a link already
 * @param context - the article's context, which keeps account of its images
 * @returns what stands in its place
 */
export function tidyImage(image: Element, inLink: boolean, context: ImageContext): readonly ChildNode[] {
  const alt = oneLine(image.attribs["alt"] ?? "")
    .replace(/</g, "＜")
    .replace(/>/g, "＞");
  const source = image.attribs["src"] ?? "";
  const link = mayBeImage.test(source) ? readLink(source, context.permalink, context.site) : undefined;
  if (!link) {
    context.dropped.push(beginning(oneLine(source), 60));
    return alt === "" ? [] : [new Text(alt)];
  }
  context.images.push({ address: link.address, alt });
  if (link.isForeign && context.site.images === "link") {
    const words = alt === "" ? `查看图片（${new URL(link.href).host}）` : `查看图片：${alt}`;
    return [inLink ? new Text(words) : linkOf(linkAttributes(link), words)];
  }
  image.attribs = {
    src: link.href,
    alt,
    ...sizeOf(image),
    loading: "lazy",
    decoding: "async",
    referrerpolicy: "no-referrer",
  };
  return [image];
}

function sizeOf(image: Element): Record<string, string> {
  const entries = ["width", "height"].map((name) => [name, image.attribs[name] ?? ""] as const);
  return entries.every(([, value]) => /^[1-9]\d{0,4}$/.test(value)) ? Object.fromEntries(entries) : {};
}
