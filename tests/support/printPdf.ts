import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

// Prints the pages of tests/fixtures/import/pdf anew: CHROMIUM_PATH=/usr/bin/chromium npx tsx tests/support/printPdf.ts
const folder = path.join(import.meta.dirname, "../fixtures/import/pdf");
const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
for (const name of readdirSync(folder).filter((file) => file.endsWith(".html"))) {
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  const file = path.join(folder, name.replace(/html$/, "pdf"));
  await page.pdf({ path: file, preferCSSPageSize: true, tagged: false, printBackground: true });
}
await browser.close();
