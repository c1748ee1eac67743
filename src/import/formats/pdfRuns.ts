// The compiled program has a createRequire of its own.
import { createRequire as requireFrom } from "node:module";
import path from "node:path";
// The worker's code, which then runs in this thread: nothing is fetched, and no thread outlives the command.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, Util, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { programRoot } from "../../root.ts";
import { faultOf } from "./faults.ts";
import { plainText } from "./plainForms.ts";

/** Letters set one after the other on a page, in points from its upper left corner. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the type. */
  readonly size: number;
  readonly isBold: boolean;
}

/** A page's runs in the order of the file. */
export interface PageRuns {
  readonly runs: readonly Run[];
  /** Of the page, points. */
  readonly width: number;
  /** Whether its text runs from top to bottom, its lines from right to left. */
  readonly isVertical: boolean;
}

/** What a PDF says of itself: https://www.iso.org/standard/75839.html, 14.3.3. */
export interface PdfText {
  readonly pages: readonly PageRuns[];
  readonly title: string;
  readonly author: string;
}

/** Faces that newspapers set headings in, beside those named bold: 黑体, 大标宋, 小标宋. */
const boldFaces = /bold|heavy|black|simhei|heiti|黑|biaosong|标宋|dbs|xbs|(?:fz|fang)\w*hei/i;
/** How far above and below its base line a letter of size 1 reaches; white space above Chinese type is left out. */
const ascent = 0.82;
const descent = 0.12;

const pdfjsFolder = path.dirname(
  requireFrom(path.join(programRoot, "package.json")).resolve("pdfjs-dist/package.json"),
);

/**
 * Reads the text layer of a PDF. Poppler's `pdftotext` was compared with it on pages of several columns: it reads across
 * columns whose lines do not stand at one height, as they do beside a picture, and is no package of npm.
 * @param bytes - the file
 * @returns where each run of letters stands
 * @throws FangzhiError for an encrypted or damaged file
 */
export async function readRuns(bytes: Uint8Array): Promise<PdfText> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: path.join(pdfjsFolder, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: path.join(pdfjsFolder, "standard_fonts/"),
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const pages: PageRuns[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number)));
    return { pages, ...(await propertiesOf(pdf)) };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw faultOf(isLocked ? "encrypted" : "damagedPdf", error);
  } finally {
    await task.destroy();
  }
}

async function propertiesOf(pdf: PDFDocumentProxy): Promise<{ title: string; author: string }> {
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
  const say = (name: string) => (typeof info[name] === "string" ? info[name] : "");
  return { title: say("Title"), author: say("Author") };
}

async function readPage(page: PDFPageProxy): Promise<PageRuns> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  // It makes the fonts known, and with them their names.
  await page.getOperatorList();
  const runs: Run[] = [];
  let down = 0;
  let across = 0;
  let last: Run | undefined;
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [, , c, d, x, y] = Util.transform(viewport.transform, item.transform) as readonly number[];
    const size = Math.hypot(c!, d!);
    const isColumn = styles[item.fontName]?.vertical === true;
    const edges = isColumn
      ? { left: x! - size / 2, right: x! + size / 2, top: y!, bottom: y! + item.height }
      : { left: x!, right: x! + item.width, top: y! - ascent * size, bottom: y! + descent * size };
    const run = { text: plainText(item.str), ...edges, size, isBold: boldFaces.test(faceOf(page, item.fontName)) };
    if (isColumn || (last && isBelow(run, last))) down++;
    else across += Array.from(run.text).length;
    runs.push(run);
    last = run;
  }
  page.cleanup();
  return { runs, width: viewport.width, isVertical: down > across };
}

/** Text set letter by letter from top to bottom. */
function isBelow(run: Run, above: Run): boolean {
  const step = (run.top - above.top) / run.size;
  return (
    Math.abs(run.left - above.left) < run.size / 4 && step > 0.7 && step < 1.7 && Array.from(run.text).length === 1
  );
}

function faceOf(page: PDFPageProxy, font: string): string {
  if (!page.commonObjs.has(font)) return "";
  const { name } = page.commonObjs.get(font) as { readonly name?: unknown };
  return typeof name === "string" ? name : "";
}
