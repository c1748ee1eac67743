import { peopleIn } from "../normalise/byline.ts";
import { numberOf, readPageDate, type FoundDate } from "./dates.ts";
import type { Furniture } from "./furniture.ts";
import type { MastheadWord } from "./masthead.ts";
import type { Note } from "./notes.ts";
import type { Statement } from "./source.ts";

/** What the page says for all its articles. */
export interface PageSays {
  readonly date?: FoundDate;
  readonly page?: string;
  readonly source?: string;
  readonly editors: readonly string[];
  readonly authors: readonly string[];
  readonly notes: readonly Note[];
}

/**
 * Reads what a page says for all its articles, in its mastheads and in the file's metadata.
 * @param furniture - the lines that are no article's
 * @param statements - the file's metadata
 * @returns date, page, source and people, as far as they are there, and what is doubtful about them
 */
export function readPage(furniture: ReadonlyMap<number, Furniture>, statements: readonly Statement[]): PageSays {
  const lines = [...furniture.values()].map(({ words }) => words).filter((words) => words.length > 0);
  const words = lines.flat();
  const first = (...wanted: readonly MastheadWord["part"][]) => words.find(({ part }) => wanted.includes(part))?.value;
  const people = (wanted: MastheadWord["part"]) =>
    words.filter(({ part }) => part === wanted).flatMap(({ value }) => peopleIn(value));
  const stated = (field: Statement["field"]) => statements.find((each) => each.field === field)?.value;
  const { date, notes } = readPageDate(lines, stated("date"));
  const page = pageNumber(first("page"));
  const source =
    first("source") ??
    stated("source") ??
    words.find(({ part, value }) => part === "paper" && /\p{Script=Han}/u.test(value))?.value ??
    first("periodical");
  const editors = people("editor");
  const stater = stated("editor");
  return {
    ...(date ? { date } : {}),
    ...(page === undefined ? {} : { page }),
    ...(source === undefined ? {} : { source }),
    editors: editors.length > 0 || stater === undefined ? unique(editors) : peopleIn(stater),
    authors: unique(people("author")),
    notes,
  };
}

/** 第二版 is page 2. */
function pageNumber(page: string | undefined): string | undefined {
  return page === undefined || !/^[一二三四五六七八九十]+$/.test(page) ? page : String(numberOf(page));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
