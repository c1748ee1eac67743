/* What pages do beyond being read; each part finds what it needs on the page, or does nothing. */
import { offerCitations } from "./citations.ts";
import { markHits } from "./hits.ts";
import { linkParagraphs } from "./paragraphLinks.ts";
import { listenForSearchKey } from "./searchKey.ts";
import { offerSettings } from "./settingsControl.ts";

markHits();
listenForSearchKey();
offerCitations();
offerSettings();
linkParagraphs();
