/* What pages do beyond being read; each part finds what it needs on the page, or does nothing. */
import { listenForSearchKey } from "./searchKey.ts";

listenForSearchKey();
