import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { solid } from "../../src/characters.ts";
import { readHtml } from "../../src/import/formats/html.ts";
import { launch } from "../support/browser.ts";

const folder = path.join(import.meta.dirname, "../fixtures/import/pages");
const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test.each(pages)("what Chromium shows of %s is in its lines, character for character", async (name) => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  // WeChat hides an article until its script has run.
  await page.addStyleTag({ content: "* { visibility: visible !important }" });
  const shown = await page.locator("body").innerText();
  const { lines } = readHtml(readFileSync(path.join(folder, name)));
  expect(solid(lines.map(({ text }) => text).join(""))).toBe(solid(shown));
  await page.close();
});
