import type { Archive, TermEntry } from "../../catalogue/archive.ts";
import type { Site } from "../../config.ts";
import type { Permalink } from "../../model.ts";
import { textHash, type SetPage } from "../setPage.ts";

/** What a social card says. It has no count and no date, so that an added article does not draw it anew. */
export interface Card {
  readonly name: string;
  /** The archive's name, on a card that is not of the archive itself. */
  readonly archive?: string;
  /** Where the archive stands: `finews.example.org`. */
  readonly host: string;
}

/** The card of the whole site. */
export const siteCard = "/assets/cards/site.png" as Permalink;

/**
 * Where the card of a category stands.
 * @param category - the category, or a link to it
 * @returns `/assets/cards/category/nantongribao.png` of `/category/nantongribao.html`
 */
export function cardAddress({ permalink }: Pick<TermEntry, "permalink">): Permalink {
  return `/assets/cards${permalink.replace(/\.html$/, ".png")}` as Permalink;
}

/**
 * The social cards: one of the site and one of each category.
 * @param archive - the archive
 * @param site - the site's configuration
 * @returns a page for each, none when the site wants no cards
 */
export function* cardPages({ categories }: Pick<Archive, "categories">, site: Site): Iterable<SetPage> {
  if (!site.cards) return;
  const host = new URL(site.origin).host;
  yield cardPage(siteCard, { name: site.title, host });
  for (const category of categories) {
    yield cardPage(cardAddress(category), { name: category.label, archive: site.title, host });
  }
}

function cardPage(permalink: Permalink, card: Card): SetPage {
  return { layout: "card", permalink, context: () => ({ ...card }), fingerprint: () => textHash(card) };
}
