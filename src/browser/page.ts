/* What pages do beyond being read; each part finds what it needs on the page, or does nothing. */
import { linkParagraphs } from "./paragraphLinks.ts";
import { listenForSearchKey } from "./searchKey.ts";
import { offerSettings } from "./settingsControl.ts";

listenForSearchKey();
offerSettings();
linkParagraphs();
