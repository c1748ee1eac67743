import { readFileSync } from "node:fs";
import path from "node:path";
import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { formats } from "../../src/cite/formats.ts";
import type { Citation } from "../../src/cite/citation.ts";
import { online } from "../../src/cite/gbt7714.ts";
import { reader } from "../support/browser.ts";
import { project, textIn } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const site = builtSite(["--posts", `${project}/tests/fixtures/site`]);
const open = reader(site);

const address = "/jianghairibao/2024/01/05/NW202401050000000101.html";
/** The same as the build has made it from, but for its id, which is a hash. */
const citationOn = (page: string): Citation => ({
  id: load(textIn(site().folder, page.slice(1)))(".cite").attr("data-id")!,
  title: "江海区“一港双园”再提速 新码头试运行",
  authors: ["顾一帆"],
  paper: "江海日报",
  issued: "2024-01-05",
  url: `https://finews.withounder.com${page}`,
  language: "zh-CN",
});
/** Noon in Greenwich is the next day already in the reader's zone. */
const clock = { now: new Date("2026-11-21T12:00:00Z"), zone: "Pacific/Kiritimati", day: "2026-11-22" };
const withClipboard = { permissions: ["clipboard-read", "clipboard-write"], timezoneId: clock.zone };

async function openAtNoon() {
  const page = await open("/404.html", withClipboard);
  await page.clock.setFixedTime(clock.now);
  await page.goto(address);
  return page;
}

test("without JavaScript the references are text, and nothing is offered that does not work", async () => {
  const page = await open(address, { javaScriptEnabled: false });
  const cite = page.getByRole("region", { name: "引用" });
  await cite.getByText("顾一帆. 江海区“一港双园”再提速 新码头试运行[N]. 江海日报, 2024-01-05.").waitFor();
  expect(await cite.textContent()).toContain("2024-01-05[____-__-__]. https://");
  expect(await cite.getByRole("button").count()).toBe(0);
});

test.each(["报纸 [N]", "网络 [N/OL]"])("a reader copies the reference %s, and is told so", async (name) => {
  const page = await openAtNoon();
  await page.getByRole("button", { name: `复制 ${name}` }).click();
  await page.getByRole("status").getByText(`已复制 ${name}`).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const reference = online(citationOn(address), clock.day);
  expect(copied).toBe(
    name.includes("OL") ? reference : "顾一帆. 江海区“一港双园”再提速 新码头试运行[N]. 江海日报, 2024-01-05.",
  );
});

test.each(formats.map((format) => [format.name, format] as const))(
  "a reader copies and downloads %s, the same as the build would write",
  async (name, { write, ending }) => {
    const page = await openAtNoon();
    const expected = write(citationOn(address), clock.day);
    await page.getByRole("button", { name: `复制 ${name}` }).click();
    await page.getByRole("status").getByText(`已复制 ${name}`).waitFor();
    // A clipboard may have the line ends of its system.
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll("\r\n", "\n")).toBe(expected.replaceAll("\r\n", "\n"));

    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: `下载 ${name}` }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`2024-01-05 江海区“一港双园”再提速 新码头试运行${ending}`);
    expect(readFileSync(path.resolve(await download.path()), "utf8")).toBe(expected);
  },
);

test.each([
  ["报纸 [N]", "未能复制，请选取文字后自行复制"],
  ["RIS", "未能复制，请改用下载"],
])("a reader whose browser refuses the clipboard is told what else to do with %s", async (name, said) => {
  const page = await open(address);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await page.getByRole("button", { name: `复制 ${name}` }).click();
  const status = page.locator(".cite").getByRole("status");
  // A machine that has much else to do takes its time.
  await expect.poll(() => status.textContent()).toBe(said);
});

test.each([
  ["an article of no known author", "/jianghairibao/2024/02/03/bom-crlf.html"],
  ["merged copies", "/gundong/2024/01/10/202401100000000201.html"],
  ["a hostile title", "/jianghairibao/2024/02/07/feed-trap.html"],
  ["a broadcaster's article", "/gundong/2024/01/11/202401110000000202.html"],
  ["straight quotes in the title", "/jianghairibao/2024/02/11/quotes-in-title.html"],
])("the script reads of %s what the build has written", async (_, at) => {
  const page = await open(at, {
    timezoneId: "UTC",
    before: async (opened) => opened.clock.setFixedTime("2026-05-01T12:00:00Z"),
  });
  const written = load(textIn(site().folder, at.slice(1)))(".cite .online dd").text();
  expect(await page.locator(".cite .online dd").textContent()).toBe(written.replace("____-__-__", "2026-05-01"));
});

test("the keyboard reaches every button", async () => {
  const page = await open(address);
  const buttons = page.locator(".cite").getByRole("button");
  await buttons.first().focus();
  for (let at = 1; at < (await buttons.count()); at++) {
    await page.keyboard.press("Tab");
    expect(await buttons.nth(at).evaluate((element) => element === document.activeElement)).toBe(true);
  }
});

test("on paper one reference is left, and no button", async () => {
  const page = await open(address);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText(/^顾一帆\. .*\[N\/OL\]/).isVisible()).toBe(true);
  expect(await page.getByText(/^顾一帆\. .*\[N\]/).isVisible()).toBe(false);
  expect(await page.locator(".cite button").evaluateAll((all) => all.some((one) => one.checkVisibility()))).toBe(false);
  expect(await page.locator(".provenance").isVisible()).toBe(false);
});

test("nothing moves when the script adds its buttons", async () => {
  const heights = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const page = await open(address, { javaScriptEnabled, viewport: { width: 390, height: 844 } });
      const box = await page.locator(".cite dl").boundingBox();
      return box!.height;
    }),
  );
  expect(heights[0]).toBe(heights[1]);
});

test("the whole SHA-256 of the source can be opened and selected at once", async () => {
  const page = await open(address, { viewport: { width: 390, height: 844 } });
  await page.locator(".provenance summary").click();
  const whole = page.locator(".provenance .whole");
  await whole.click();
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).toMatch(/^[0-9a-f]{64}$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
