import type { ArticleOpener } from "../bind/articleOpener.ts";
import type { Site } from "../config.ts";
import type { Content, DrawTask } from "../model.ts";
import { drawCard } from "./cards/drawCard.ts";
import { dataMakers } from "./data/dataSets.ts";
import { searchMakers } from "./searchPages.ts";
import { sourceMakers } from "./sourcePages.ts";

/** What a maker has at hand. */
export interface Making extends ArticleOpener {
  readonly site: Site;
  readonly task: DrawTask;
  /** The output folder, for a file that is composed of others there. */
  readonly folder: string;
}

/** Makes a file that no layout draws, from the context of its page. */
export type Make = (context: unknown, making: Making) => Content;

/** The files of sets that no layout draws, by what their pages give as their layout. */
export const makers: Readonly<Partial<Record<string, Make>>> = {
  ...searchMakers,
  ...dataMakers,
  ...sourceMakers,
  card: drawCard,
};
