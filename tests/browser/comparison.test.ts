import axe, { type AxeResults } from "axe-core";
import { expect, test } from "vitest";
import { reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/reading`]));
const address = "/jianghairibao/2024/03/04/202403040000000301.html";
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** Opens the comparison with the other paper's printing, as a reader does. */
async function compared(options: Parameters<typeof open>[1]) {
  const page = await open(address, options);
  await page.getByRole("region", { name: "另见" }).getByRole("link", { name: "对照异同" }).first().click();
  await page.waitForURL("**/compare/**");
  return page;
}

test("two printings stand side by side on a desk, with what differs marked", async () => {
  const page = await compared({ viewport: desk, javaScriptEnabled: false });
  expect(await page.getByRole("columnheader").allInnerTexts()).toEqual([
    expect.stringContaining("江海日报"),
    expect.stringContaining("江海时报"),
  ]);
  expect(await page.locator(".lead").textContent()).toBe(
    "《江海日报》独有的文字加删除线，《江海时报》独有的加底线；相同的段落只排一次。",
  );
  expect(await page.getByRole("deletion").first().textContent()).toBe("四");
  expect(await page.getByRole("insertion").allTextContents()).toEqual(["三"]);
  const [one, other] = await page.locator(".differs").first().locator("td").all();
  const [left, right] = [(await one!.boundingBox())!, (await other!.boundingBox())!];
  expect(right.y).toBe(left.y);
  expect(right.x).toBeGreaterThanOrEqual(left.x + left.width);
  await page.getByRole("link", { name: "返回文章" }).click();
  expect(new URL(page.url()).pathname).toBe(address);
});

test("on a phone they stand one above the other, each under its paper's name", async () => {
  const page = await compared({ viewport: phone });
  const [one, other] = await page.locator(".differs").first().locator("td").all();
  const [above, below] = [(await one!.boundingBox())!, (await other!.boundingBox())!];
  expect(below.x).toBe(above.x);
  expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
  expect(await one!.evaluate((cell) => getComputedStyle(cell, "::before").content)).toBe('"江海日报"');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test.each([
  { viewport: desk, colorScheme: "light" },
  { viewport: phone, colorScheme: "dark" },
] as const)("axe finds nothing wrong with a comparison and an article's page, with %j", async (way) => {
  for (const go of [compared, async (options: Parameters<typeof open>[1]) => open(address, options)]) {
    const page = await go({ ...way, bypassCSP: true });
    await page.getByText("字号 · 主题").click();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  }
});
