import { bibtex } from "./bibtex.ts";
import type { Citation } from "./citation.ts";
import { cslJson } from "./cslJson.ts";
import { ris } from "./ris.ts";

/** A format in which a reference manager takes a citation. */
export interface Format {
  readonly name: string;
  /** Of its files, with the dot. */
  readonly ending: string;
  readonly mediaType: string;
  /** Writes a file of one citation, seen by the reader on a day. */
  readonly write: (citation: Citation, accessed: string) => string;
}

/** All of them, as they are offered. */
export const formats: readonly Format[] = [
  { name: "BibTeX", ending: ".bib", mediaType: "application/x-bibtex", write: bibtex },
  { name: "RIS", ending: ".ris", mediaType: "application/x-research-info-systems", write: ris },
  { name: "CSL-JSON", ending: ".json", mediaType: "application/vnd.citationstyles.csl+json", write: cslJson },
];
