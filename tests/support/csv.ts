/** Reads a table as RFC 4180 has it, strictly, and takes the apostrophe from cells that begin with one. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  for (const content = text.replace(/^\uFEFF/, ""); cell.lastIndex < content.length;) {
    const at = cell.lastIndex;
    const [, quoted, plain, end] = cell.exec(content) ?? [];
    if (end === undefined)
      throw new Error(`Expected a cell at ${at}, got ${JSON.stringify(content.slice(at, at + 20))}`);
    row.push((quoted?.replaceAll('""', '"') ?? plain!).replace(/^'/, ""));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error("Expected a line end behind the last cell");
  return rows;
}
