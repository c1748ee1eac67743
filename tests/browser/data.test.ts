import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const site = builtSite(["--posts", `${project}/tests/fixtures/site`]);
const open = reader(site);
const phone = { viewport: { width: 390, height: 844 } };

test("a reader finds the data in the navigation and downloads a month", async () => {
  const page = await open("/", { acceptDownloads: true });
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "数据" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("数据");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "2024年1月 jsonl", exact: true }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("articles-2024-01.jsonl");
  const name = path.join(site().folder, "data/articles-2024-01.jsonl");
  expect(readFileSync(await download.path()).equals(readFileSync(name))).toBe(true);
});

test("on a phone the page stays in its width, and long examples are scrolled in their boxes by keyboard", async () => {
  const page = await open("/data.html", phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const example = page.getByRole("region", { name: "DuckDB 示例" });
  expect(await example.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  await example.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => example.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
});

test("an article's page leads programs to its data", async () => {
  const page = await open("/jianghairibao/2024/01/05/NW202401050000000101.html");
  const address = await page.locator("link[rel=alternate][type='application/json']").getAttribute("href");
  const response = await page.request.get(address!);
  expect(await response.json()).toMatchObject({ title: "江海区“一港双园”再提速 新码头试运行", day: "2024-01-05" });
});
