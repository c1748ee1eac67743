/** A column of a table. */
export interface Column<Row> {
  readonly name: string;
  /** As Table Schema names it: https://specs.frictionlessdata.io/table-schema/#types-and-formats */
  readonly type: "string" | "integer" | "date" | "datetime";
  readonly format?: "uri" | "any";
  readonly description: string;
  readonly of: (row: Row) => string | number;
}

/** Without this mark at the beginning, Excel on a Chinese Windows reads UTF-8 as GBK. */
const byteOrderMark = "\uFEFF";

/**
 * What a cell must not begin with: spreadsheets would run it (https://owasp.org/www-community/attacks/CSV_Injection), in
 * Chinese ones the full-width signs too. An apostrophe is put before it; and before one that was there already, so that
 * whoever takes one apostrophe from the beginning of a cell always has what was meant.
 */
const risky = /^[=+\-@＝＋－＠\t\r\n']/;
/** What can stand in a cell only in quotes; white space at an end, for readers that would trim it. */
const special = /[",\r\n]|^\s|\s$/;

/**
 * The first line of a table.
 * @param columns - its columns
 * @returns the line, a byte order mark before it
 */
export function csvHead<Row>(columns: readonly Column<Row>[]): string {
  return byteOrderMark + lineOf(columns.map(({ name }) => name));
}

/**
 * A row of a table as RFC 4180 has it: https://www.rfc-editor.org/rfc/rfc4180#section-2
 * @param row - the row
 * @param columns - the columns
 * @returns the line with its end
 */
export function csvRow<Row>(row: Row, columns: readonly Column<Row>[]): string {
  return lineOf(columns.map((column) => column.of(row)));
}

function lineOf(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === "number" ? String(cell) : cellOf(cell))).join(",")}\r\n`;
}

function cellOf(text: string): string {
  const guarded = risky.test(text) ? `'${text}` : text;
  return special.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
