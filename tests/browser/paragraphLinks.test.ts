import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/reading`]));
const address = "/jianghairibao/2024/03/04/202403040000000301.html";

const opacityOf = (page: Page, name: string) =>
  page.getByRole("link", { name }).evaluate((link) => getComputedStyle(link).opacity);

/** Where each block of the text stands. */
const places = (page: Page) =>
  page
    .locator(".body > *")
    .evaluateAll((blocks) => blocks.map((block) => JSON.stringify(block.getBoundingClientRect())));

test("a paragraph's link is shown on hover, and nothing moves", async () => {
  const page = await open(address);
  const before = await places(page);
  expect(await opacityOf(page, "第 2 段的链接")).toBe("0");
  await page.locator(".body > p").nth(1).hover();
  expect(await opacityOf(page, "第 2 段的链接")).toBe("1");
  expect(await opacityOf(page, "第 3 段的链接")).toBe("0");
  expect(await places(page)).toEqual(before);
});

test("the links are one stop of the Tab key, and the arrow keys go from one to the next in the order of the text", async () => {
  const page = await open(address);
  const stops = page.locator(".anchor:not([tabindex='-1'])");
  const focused = page.locator(":focus");
  expect(await stops.evaluateAll((all) => all.map((link) => link.ariaLabel))).toEqual(["第 1 段的链接"]);
  await stops.focus();
  await page.keyboard.press("ArrowUp");
  expect(await focused.getAttribute("aria-label")).toBe("第 1 段的链接");
  for (const name of ["第 2 段的链接", "本节链接", "第 3 段的链接"]) {
    await page.keyboard.press("ArrowDown");
    expect(await focused.getAttribute("aria-label")).toBe(name);
    expect(await focused.evaluate((link) => getComputedStyle(link).opacity)).toBe("1");
  }
  await page.keyboard.press("Tab");
  expect(await focused.evaluate((one) => one.closest(".body") === null)).toBe(true);
  await page.keyboard.press("Shift+Tab");
  expect(await focused.getAttribute("aria-label")).toBe("第 3 段的链接");
});

test("a heading is called by its text alone", async () => {
  const page = await open(address);
  const headings = page.locator(".body").getByRole("heading");
  expect(await headings.evaluateAll((all) => all.map((heading) => heading.ariaLabel))).toEqual(
    await headings.allTextContents(),
  );
  expect(await headings.first().ariaSnapshot()).toMatch(/^- heading "项目清单：一月一调度" \[level=2\]/);
});

test("on a touch screen, the links are seen and large enough for a finger, and cover no text", async () => {
  const page = await open(address, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  for (const link of await page.locator(".anchor").all()) {
    expect(await link.evaluate((one) => getComputedStyle(one).opacity)).toBe("1");
    const { x, width, height } = (await link.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(x).toBeGreaterThanOrEqual(0);
  }
  const gaps = await page.locator(".body > p").evaluateAll((all) =>
    all.map((paragraph) => {
      const line = document.createRange();
      line.setStart(paragraph.firstChild!, 0);
      line.setEnd(paragraph.firstChild!, 1);
      return line.getBoundingClientRect().left - paragraph.querySelector(".anchor")!.getBoundingClientRect().right;
    }),
  );
  expect(gaps.every((gap) => gap >= 0)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a link that is followed is in the address and on the clipboard, and the page stays where it is", async () => {
  const page = await open(address, {
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width: 390, height: 600 },
  });
  const paragraph = page.locator(".body > p").nth(3);
  await paragraph.scrollIntoViewIfNeeded();
  const id = await paragraph.getAttribute("id");
  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  await page.getByRole("link", { name: "第 4 段的链接" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`);
  await page.getByRole("status").getByText("已复制第 4 段的链接").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(await scrolled()).toBe(before);
});

test("who comes by such a link finds the paragraph marked, without JavaScript too", async () => {
  const first = await open(address, { javaScriptEnabled: false });
  const id = await first.locator(".body > p").last().getAttribute("id");
  const page = await open(`${address}#${id}`, { javaScriptEnabled: false, viewport: { width: 390, height: 500 } });
  const target = page.locator(".body > :target");
  expect(await target.getAttribute("id")).toBe(id);
  expect((await target.boundingBox())!.y).toBeLessThan(500);
  expect(await target.evaluate((block) => getComputedStyle(block).backgroundColor)).toBe("rgb(238, 229, 211)");
});

test("the text that is read, searched and copied is the article's alone", async () => {
  const [page, plain] = [await open(address), await open(address, { javaScriptEnabled: false })];
  expect(await page.locator(".body").textContent()).toBe(await plain.locator(".body").textContent());
});

test("three headings make a list of contents that leads to them", async () => {
  const page = await open(address, { viewport: { width: 390, height: 500 } });
  const contents = page.getByRole("navigation", { name: "本文目录" });
  expect(await contents.getByRole("link").allTextContents()).toEqual([
    "项目清单：一月一调度",
    "服务清单：一次办完",
    "问题清单：谁家的孩子谁抱走",
  ]);
  await contents.getByRole("link", { name: /^服务清单/ }).click();
  const top = (await page.getByRole("heading", { name: /^服务清单/ }).boundingBox())!.y;
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(100);
});

test("an article without headings has no contents", async () => {
  const page = await open("/jianghairibao/2024/03/05/harbour.html");
  expect(await page.getByRole("navigation", { name: "本文目录" }).count()).toBe(0);
});
