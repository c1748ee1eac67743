import type { SourcePath } from "../model.ts";

/** What Jekyll reads from where a file stands and what it is called. */
export interface FileName {
  /** `2022-03-11`, with the century added to a year of two digits. */
  readonly date?: string;
  /** The name without date and ending, without full stops at its end. */
  readonly slug: string;
  /** The folders above `_posts` or `_drafts`. */
  readonly categories: readonly string[];
  /** Whether it stands in a `_drafts` folder. */
  readonly draft: boolean;
}

/** Jekyll's `DATE_FILENAME_MATCHER`, and a name that is a date alone. */
const dated = /^(\d{4}|\d{2})-(\d{1,2})-(\d{1,2})(?:-(.*))?$/s;

/**
 * Reads a source path by Jekyll's rules.
 * @param path - the file's place in the posts folder
 * @returns date, slug, categories, and whether it is a draft
 */
export function readFileName(path: SourcePath): FileName {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const stem = name.replace(/\.[^.]+$/, "");
  const special = folders.findIndex((folder) => folder === "_posts" || folder === "_drafts");
  const categories = special < 0 ? [] : folders.slice(0, special);
  const draft = folders.includes("_drafts");
  const match = dated.exec(stem);
  if (!match) return { slug: withoutStops(stem), categories, draft };
  const [, year = "", month = "", day = "", rest] = match;
  const date = `${fullYear(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return { date, slug: withoutStops(rest || stem), categories, draft };
}

/** Ruby's rule for years of two digits: 69 to 99 are 19.., the others 20... */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) >= 69 ? `19${year}` : `20${year}`;
}

function withoutStops(text: string): string {
  return text.replace(/\.+$/, "");
}
