import { load } from "cheerio/slim";
import { isTag, type Document, type Element } from "domhandler";
import type { SourceText } from "../source.ts";
import { parsePage } from "./page.ts";
import { markRows } from "./pageRoles.ts";
import { statementsOf } from "./pageStatements.ts";
import { reprintStatements } from "./reprint.ts";
import { layOut } from "./rows.ts";

/**
 * Reads a saved news page: every character that its readers see is in a line. Not seen are comments, scripts, styles,
 * templates, `<noscript>`, what fields show while they are empty, and elements with `hidden` or `display: none` in their
 * own style; what style sheets hide is not known, and is a line.
 * @param bytes - the file, in an encoding that `build` reads or that its `<meta charset>` declares
 * @returns its lines; those that belong to the page and not to its article are `outside`
 * @throws FangzhiError for an encoding that cannot be read or a tree too deep
 */
export function readHtml(bytes: Uint8Array): SourceText {
  const page = parsePage(bytes);
  const rows = layOut(page, bodyOf(page));
  const statements = [...reprintStatements(rows.map(({ text }) => text)), ...statementsOf(page)];
  const titles = [
    load(page)("title").first().text(),
    ...statements.flatMap(({ field, value }) => (field === "title" ? [value] : [])),
  ];
  return { format: "html", lines: markRows(page, rows, titles), statements };
}

/** The parser makes one for each page but those of frames. */
function bodyOf(page: Document): Element {
  const root = page.children.find(isTag)!;
  return root.children.filter(isTag).find(({ name }) => name === "body" || name === "frameset") ?? root;
}
