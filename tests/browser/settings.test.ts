import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/reading`]));
const address = "/jianghairibao/2024/03/04/202403040000000301.html";
const paper = { light: "rgb(250, 248, 243)", dark: "rgb(22, 21, 15)" };

const look = (page: Page) =>
  page.evaluate(() => {
    const { backgroundColor, fontSize } = getComputedStyle(document.documentElement);
    return [backgroundColor, fontSize];
  });

const chosen = (page: Page) =>
  page.locator(".settings input:checked").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

async function set(page: Page, ...names: readonly string[]): Promise<void> {
  await page.getByText("字号 · 主题").click();
  for (const name of names) await page.getByRole("radio", { name, exact: true }).check();
  await page.keyboard.press("Escape");
}

test("text size and theme are remembered on other pages and after a reload", async () => {
  const page = await open(address);
  expect(await look(page)).toEqual([paper.light, "16px"]);
  await set(page, "特大", "深色");
  expect(await look(page)).toEqual([paper.dark, "20.8px"]);
  await page.getByRole("link", { name: "返回首页" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await look(page)).toEqual([paper.dark, "20.8px"]);
  await page.reload();
  expect(await look(page)).toEqual([paper.dark, "20.8px"]);
  await page.getByText("字号 · 主题").click();
  expect(await chosen(page)).toEqual(["huge", "dark"]);
  await page.getByRole("radio", { name: "标准" }).check();
  await page.getByRole("radio", { name: "自动" }).check();
  expect(await look(page)).toEqual([paper.light, "16px"]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("what is set in one tab is chosen in the other's panel, and can be set back there", async () => {
  const page = await open(address);
  const other = await page.context().newPage();
  await other.goto(new URL("/", page.url()).href);
  await other.getByText("字号 · 主题").click();
  await set(page, "深色", "大");
  await expect.poll(() => look(other)).toEqual([paper.dark, "18.4px"]);
  expect(await chosen(other)).toEqual(["large", "dark"]);
  await other.getByRole("radio", { name: "自动" }).check();
  expect((await look(other))[0]).toBe(paper.light);
  await expect.poll(() => chosen(page)).toEqual(["large", "auto"]);
  expect((await look(page))[0]).toBe(paper.light);
});

test("who goes back finds chosen in the panel what was set since", async () => {
  const page = await open(address);
  await page.getByRole("link", { name: "返回首页" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await set(page, "深色");
  await page.goBack();
  expect((await look(page))[0]).toBe(paper.dark);
  await page.getByText("字号 · 主题").click();
  expect(await chosen(page)).toEqual(["standard", "dark"]);
});

test("a reader of the light theme has it also in the dark", async () => {
  const page = await open(address, { colorScheme: "dark" });
  expect((await look(page))[0]).toBe(paper.dark);
  await set(page, "浅色");
  expect((await look(page))[0]).toBe(paper.light);
});

test("no page flashes in another theme: what is set is there before the body is", async () => {
  const page = await open(address);
  await set(page, "深色", "大");
  await page.addInitScript(() => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      const { dataset } = document.documentElement;
      seen.push(dataset["theme"], dataset["size"]);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto("/");
  expect(await page.evaluate("seen")).toEqual(["dark", "large"]);
});

test("the keyboard opens the control, sets and leaves it", async () => {
  const page = await open(address);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  expect((await look(page))[1]).toBe("18.4px");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("radio").first().isVisible()).toBe(false);
  expect(await page.locator(":focus").textContent()).toBe("字号 · 主题");
});

test("the control, opened, moves nothing, and a click beside it closes it", async () => {
  const page = await open(address, { viewport: { width: 390, height: 844 } });
  const places = () =>
    page
      .locator("main, .masthead-name, .masthead nav")
      .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  await page.getByText("字号 · 主题").click();
  expect(await places()).toEqual(before);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole("heading", { level: 1 }).click();
  expect(await page.getByRole("radio").first().isVisible()).toBe(false);
});

test("in the largest size nothing scrolls sideways on a phone", async () => {
  const page = await open(address, { viewport: { width: 390, height: 844 } });
  await set(page, "特大");
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("without JavaScript there is no control, and the system's theme rules", async () => {
  const page = await open(address, { javaScriptEnabled: false, colorScheme: "dark" });
  expect(await page.getByText("字号 · 主题").count()).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(paper.dark);
});

test("where nothing can be kept, a setting holds for the page", async () => {
  const page = await open("/404.html");
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  );
  await page.goto(address);
  await set(page, "深色");
  expect((await look(page))[0]).toBe(paper.dark);
  await page.getByText("字号 · 主题").click();
  expect(await chosen(page)).toEqual(["standard", "dark"]);
});
