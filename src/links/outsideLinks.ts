import type { Entry } from "../catalogue/archive.ts";
import type { SourcePath } from "../model.ts";
import { byPath } from "../order.ts";
import type { Drawing } from "../render/draw.ts";
import { linesOfAddresses } from "./linesOfAddresses.ts";

/** An address outside the site that articles name. */
export interface OutsideLink {
  /** Without a fragment, which no host is told. */
  readonly address: string;
  readonly places: readonly Place[];
  /** When the first article that names it was published, in UTC: `2022-03-10T18:00:40Z`. */
  readonly instant: string;
}

/** Where an article's file names an address. */
export interface Place {
  readonly path: SourcePath;
  /** Counted from 1; 1 too where the file does not say the address as it is. */
  readonly line: number;
}

/**
 * Gathers the addresses outside the site to which articles lead: links, pictures and originals.
 * @param drawing - the archive, and what opens its articles
 * @param textOf - the text of a source file
 * @returns each address once, in order of the articles' paths; places in the same order
 */
export function outsideLinks(
  { archive, openArticle }: Pick<Drawing, "archive" | "openArticle">,
  textOf: (path: SourcePath) => string,
): readonly OutsideLink[] {
  const links = new Map<string, { readonly address: string; readonly places: Place[]; instant: string }>();
  for (const entry of archive.entries.flatMap(withCopies)) {
    const {
      path,
      published,
      links: named,
      images,
      originalAddress,
    } = openArticle({ month: entry.month, at: entry.at });
    const all = [...named, ...images.map(({ address }) => address), ...(originalAddress ? [originalAddress] : [])];
    const outside = new Set(all.flatMap(asked));
    if (outside.size === 0) continue;
    const lines = linesOfAddresses(textOf(path));
    for (const address of outside) {
      const place = { path, line: lines.get(address) ?? 1 };
      const link = links.get(address);
      if (!link) links.set(address, { address, places: [place], instant: published.instant });
      else {
        link.places.push(place);
        if (published.instant < link.instant) link.instant = published.instant;
      }
    }
  }
  for (const { places } of links.values()) places.sort(byPlace);
  return [...links.values()].sort((a, b) => byPlace(a.places[0]!, b.places[0]!));
}

function withCopies(entry: Entry): readonly Entry[] {
  return [entry, ...entry.copies];
}

/** The address as a host is asked for it; none for what is in the site, or is no page. */
function asked(address: string): readonly string[] {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return [];
  const url = new URL(address);
  url.hash = "";
  return [url.href];
}

function byPlace(a: Place, b: Place): number {
  return byPath(a, b) || a.line - b.line;
}
