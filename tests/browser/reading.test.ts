import { expect, test } from "vitest";
import { kinds, reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const site = builtSite(["--posts", `${project}/tests/fixtures/site`]);
const open = reader(site);
const phone = { viewport: { width: 390, height: 844 } };

test.each([[{}], [{ javaScriptEnabled: false }], [phone]])(
  "home → category → article → back by the footer, with %j",
  async (options) => {
    const page = await open("/", options);
    await page.getByRole("link", { name: "江海日报新闻", exact: true }).first().click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("江海日报新闻");
    await page
      .getByRole("region", { name: "最新文章" })
      .getByRole("link", { name: "江海区“一港双园”再提速 新码头试运行" })
      .click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("江海区“一港双园”再提速 新码头试运行");
    await page.getByRole("navigation", { name: "返回索引" }).getByRole("link", { name: "返回江海日报新闻" }).click();
    expect(new URL(page.url()).pathname).toBe("/category/jianghairibao.html");
    await page.goBack();
    await page.getByRole("link", { name: "返回首页" }).click();
    expect(new URL(page.url()).pathname).toBe("/");
  },
);

test("a reader goes from the bound volumes to a month, a day and an article, and on to the next month", async () => {
  const page = await open("/volume/");
  await page.getByRole("link", { name: /^2024年1月：/ }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("2024年1月合订本");
  await page
    .getByRole("table")
    .getByRole("link", { name: /^5\s*1 篇$/ })
    .click();
  expect(new URL(page.url()).hash).toBe("#d-5");
  const day = page.getByRole("region", { name: "1月5日 星期五" });
  await day.getByRole("link").first().click();
  expect(page.url()).toContain("/jianghairibao/2024/01/05/");
  await page.goBack();
  await page.getByRole("navigation", { name: "前后月份" }).getByRole("link", { name: "2024年2月" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("2024年2月合订本");
});

test("months of a category lead to its articles of that month only", async () => {
  const page = await open("/category/jianghairibao.html");
  await page
    .getByRole("region", { name: "按月浏览" })
    .getByRole("link", { name: /^2024年1月：/ })
    .click();
  await page.waitForURL("**/category/jianghairibao/2024-01.html");
  expect(await page.locator(".rows time").allTextContents()).toEqual(["2024-01-06", "2024-01-05"]);
});

test("the chart of months is a table to a screen reader, with a link in each cell that has articles", async () => {
  const page = await open("/");
  const table = page.getByRole("table", { name: "合订本" });
  expect(await table.getByRole("columnheader").allTextContents()).toEqual([
    "年",
    ...Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  ]);
  const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^2024年：/ }) });
  expect(await row.getByRole("cell").count()).toBe(12);
  const january = row.getByRole("cell").first().getByRole("link");
  expect(await january.getAttribute("href")).toBe("/volume/2024-01.html");
  await page.keyboard.press("Tab");
  await january.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/volume/2024-01.html");
});

test("an address of the old site leads to the article", async () => {
  const page = await open("/jianghaishibao/2024/01/10/NW202401100000000201.html");
  await page.waitForURL("**/gundong/2024/01/10/202401100000000201.html");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("江海装备");
});

test("articles lie on dark paper in the dark", async () => {
  const background = async (colorScheme: "light" | "dark") => {
    const page = await open("/", { colorScheme });
    return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  };
  expect(await background("light")).toBe("rgb(250, 248, 243)");
  expect(await background("dark")).toBe("rgb(22, 21, 15)");
});

test.each(kinds)("%s does not scroll sideways on a phone", async (address) => {
  const page = await open(address, phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("the keyboard finds the skip link first, visibly, and it leads to the text", async () => {
  const page = await open("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到正文" });
  expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toBe("#main");
});

test("a printed article has its address and no navigation", async () => {
  const page = await open("/jianghairibao/2024/01/05/NW202401050000000101.html");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").evaluateAll((all) => all.every((one) => !one.checkVisibility()))).toBe(
    true,
  );
  const address = page.getByText(/^网址：https:.*NW202401050000000101\.html/);
  expect(await address.isVisible()).toBe(true);
});

test("a printed article is one clean page with its source, date and address, in whatever theme it was read", async () => {
  const page = await open("/jianghairibao/2024/01/05/NW202401050000000101.html");
  await page.evaluate(() => localStorage.setItem("fangzhi-theme", "dark"));
  await page.reload();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(22, 21, 15)");
  const pdf = (await page.pdf({ format: "A4", tagged: false })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("body").innerText();
  expect(text).toContain("来源：江海日报");
  expect(text).toContain("2024年1月5日");
  expect(text).toMatch(/网址：https:.*\/jianghairibao\/2024\/01\/05\/NW202401050000000101\.html/);
  expect(text).not.toMatch(/相关文章|字号|上一篇|返回首页|另见|本文目录/);
  expect(
    await page.locator(".anchor, .settings, nav").evaluateAll((all) => all.some((one) => one.checkVisibility())),
  ).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("nothing moves while a page loads", async () => {
  const page = await open("/jianghairibao/2024/01/05/NW202401050000000101.html", phone);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBe(0);
});
