import { decodeHTMLStrict } from "entities";
import { beginning, oneLine } from "../characters.ts";
import type { Site } from "../config.ts";
import type { Post } from "../model.ts";
import type { BodyReading } from "./body.ts";
import { foldSpaces } from "../spaces.ts";

/** An excerpt that the author chose may be this much longer than one that is cut. */
const chosenFactor = 4;

/**
 * The beginning of an article, for lists: the front matter's `excerpt`, else the text above `excerpt_separator`, else
 * as many characters of the text as the site wants.
 * @param post - the post
 * @param body - its body, read
 * @param site - the site's configuration
 * @param read - reads a part of the body in the same way
 * @returns one line of plain text, cut between code points
 */
export function excerptOf(post: Post, body: BodyReading, site: Site, read: (part: string) => BodyReading): string {
  const { excerpt, excerpt_separator: separator } = post.frontMatter;
  if (excerpt !== undefined && excerpt.trim() !== "") {
    return beginning(oneLine(decodeHTMLStrict(excerpt.replace(/<[^<>]*>/g, ""))), site.excerptLength * chosenFactor);
  }
  const end = separator ? post.body.indexOf(separator) : -1;
  if (end > 0) return run(read(post.body.slice(0, end)), site.excerptLength * chosenFactor);
  return run(body, site.excerptLength);
}

function run(body: BodyReading, length: number): string {
  let text = "";
  for (const line of body.prose) {
    text += `\n${line}`;
    // Twice as many UTF-16 units as characters are enough whatever the characters are.
    if (text.length > 2 * length + 2) break;
  }
  return beginning(foldSpaces(text.trim()), length);
}
