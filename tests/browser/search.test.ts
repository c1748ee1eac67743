import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { reader } from "../support/browser.ts";
import { writeFiles } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

/** An article of the archive that these tests search. */
function article(title: string, lines: readonly string[], keys: Readonly<Record<string, string>> = {}): string {
  const frontMatter = Object.entries({ title: JSON.stringify(title), ...keys }).map(
    ([key, value]) => `${key}: ${value}`,
  );
  return ["---", ...frontMatter, "---", ...lines.map((line) => `<p>${line}</p>`)].join("\n");
}

const jianghai = { categories: "jianghairibao", tags: "江海日报新闻", source: "江海日报" };
const filler = Array.from({ length: 30 }, (_, at): [string, string] => [
  `2024-03-${String((at % 28) + 1).padStart(2, "0")}-plain-${at}.md`,
  article(`港区快讯第${at + 1}号`, [`码头吞吐量第${at + 1}次刷新纪录。`], jianghai),
]);
const posts = mkdtempSync(path.join(tmpdir(), "fangzhi-posts-"));
writeFiles(posts, {
  ...Object.fromEntries(filler),
  "2024-01-05-membrane.md": article(
    "锂电隔膜项目落户江海区",
    ["总投资100亿元的湿法隔膜项目签约。", "新型制冷剂HFO-1234yf同步投产，<strong>年产</strong>两万吨。"],
    jianghai,
  ),
  "2024-02-07-bridge.md": article("跨江大桥合龙", ["大桥全长十一公里，隔膜厂就在桥北。"], jianghai),
  "2023-11-20-traditional.md": article("臺灣企業考察開發區", ["考察團參觀了開發區的碼頭。"], {
    categories: "gundong",
    tags: "滚动新闻",
    source: "滚动新闻网",
  }),
  "2024-02-20-long.md": article(
    "风电场环评公示",
    [
      ...Array.from({ length: 60 }, (_, at) => `公示第${at + 1}条，征求意见。`),
      "经研<strong>究决</strong>定建设海上风电场。",
      "会议<em>研</em>究<br>决定：再研究决定。",
    ],
    jianghai,
  ),
  "2024-02-21-headings.md": article(
    "测风塔见闻",
    [
      "见闻如下。</p><h2>海边的塔</h2><p>潮起潮落。",
      ...Array.from({ length: 60 }, (_, at) => `第${at + 1}次记录，风平浪静。`),
      "记录完毕。</p><h2>风机的人</h2><p>人来人往。</p><h2>回程的路</h2><p>路在脚下。",
    ],
    jianghai,
  ),
});
afterAll(() => rmSync(posts, { recursive: true, force: true }));

const open = reader(builtSite(["--posts", posts]));
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const titles = async (page: Page) => page.locator(".hits a").allTextContents();
const status = (page: Page) => page.getByRole("status");

/** Waits for the answer to what has been typed. */
async function answered(page: Page, words: RegExp): Promise<void> {
  await status(page).filter({ hasText: words }).waitFor();
  expect(await page.locator("[data-results]").getAttribute("aria-busy")).toBe("false");
}

async function ask(page: Page, query: string, words: RegExp): Promise<readonly string[]> {
  await page.getByRole("searchbox").fill(query);
  await answered(page, words);
  return titles(page);
}

/** What is typed, and the titles that are found. */
const typed: readonly (readonly [query: string, found: readonly string[]])[] = [
  ["隔膜", ["跨江大桥合龙", "锂电隔膜项目落户江海区"]],
  ["隔膜 大桥", ["跨江大桥合龙"]],
  ["隔膜 -大桥", ["锂电隔膜项目落户江海区"]],
  ['"湿法隔膜项目签约"', ["锂电隔膜项目落户江海区"]],
  ["“湿法隔膜”", ["锂电隔膜项目落户江海区"]],
  ["100亿元", ["锂电隔膜项目落户江海区"]],
  ["hfo-1234YF", ["锂电隔膜项目落户江海区"]],
  ["ＨＦＯ－１２３４", ["锂电隔膜项目落户江海区"]],
  ["234y", ["锂电隔膜项目落户江海区"]],
  ["台湾企业", ["臺灣企業考察開發區"]],
  ["開發區", ["臺灣企業考察開發區"]],
  ["kuajiang", ["跨江大桥合龙"]],
  ["桥", ["跨江大桥合龙"]],
  ["隔膜 year:2023", []],
  ["考察 category:gundong", ["臺灣企業考察開發區"]],
  ["考察 source:滚动新闻网", ["臺灣企業考察開發區"]],
  ["tag:滚动新闻", ["臺灣企業考察開發區"]],
  ["隔膜 from:2024-02-01", ["跨江大桥合龙"]],
  ["隔膜 to:2024-01-05", ["锂电隔膜项目落户江海区"]],
  ["不存在的词", []],
];

test("what is typed is found, one query after the other", async () => {
  const page = await open("/search.html");
  for (const [query, found] of typed) {
    const words = found.length > 0 ? new RegExp(`^找到 ${found.length} 篇`) : /^没有找到/;
    await page.getByRole("searchbox").fill(query);
    await expect
      .poll(async () => [await page.title(), await status(page).textContent(), await titles(page)])
      .toEqual([expect.stringContaining(query), expect.stringMatching(words), found]);
  }
});

test("on a phone a reader searches, sees where the words stand, and opens the article there", async () => {
  const page = await open("/search.html", phone);
  await ask(page, "制冷剂", /^找到 1 篇/);
  const hit = page.locator(".hits li");
  await hit.locator("mark").first().waitFor();
  expect(await hit.locator("mark").allTextContents()).toEqual(["制冷剂"]);
  expect(await hit.locator(".excerpt").textContent()).toContain("HFO-1234yf");
  expect(await hit.locator("a").getAttribute("href")).toMatch(/#hits=%E5%88%B6%E5%86%B7%E5%89%82:~:text=/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await hit.locator("a").click();
  await page.waitForURL(/membrane/);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("锂电隔膜项目落户江海区");
});

test.each([
  ["究决", ["究决", "究", "决", "究决"]],
  ["研究决定", ["研", "究决", "定", "研", "究", "决定", "研究决定"]],
])(
  "an article opens where %s stands, within words and across them, and all places are marked",
  async (query, marks) => {
    const page = await open(`/search.html?q=${query}`);
    await answered(page, /^找到 1 篇/);
    await page.locator(".hits mark").first().waitFor();
    await page.locator(".hits a").click();
    await page.waitForURL(/long/);
    const found = page.locator(".body mark");
    expect(await found.allTextContents()).toEqual(marks);
    await expect.poll(() => found.first().evaluate((mark) => mark.getBoundingClientRect().bottom)).toBeLessThan(900);
    expect(await found.first().evaluate((mark) => mark.getBoundingClientRect().top)).toBeGreaterThan(0);
  },
);

test("an article opens where its body has the words, not where its table of contents has them", async () => {
  const word = encodeURIComponent("风机");
  const page = await open(`/jianghairibao/2024/02/21/headings.html#hits=${word}:~:text=${word}`);
  await page.waitForLoadState("load");
  expect(await page.locator("main").textContent()).toMatch(/风机.*风机/s);
  const mark = page.locator(".body mark").first();
  await expect.poll(() => mark.evaluate((found) => found.getBoundingClientRect().bottom)).toBeLessThan(900);
  expect(await mark.evaluate((found) => found.getBoundingClientRect().top)).toBeGreaterThan(0);
});

test("a browser that finds no texts by itself opens the article there as well", async () => {
  const page = await open("/jianghairibao/2024/02/20/long.html#hits=%E7%A9%B6%E5%86%B3");
  const found = page.locator(".body mark");
  expect(await found.allTextContents()).toEqual(["究决", "究", "决", "究决"]);
  await expect.poll(() => found.first().evaluate((mark) => mark.getBoundingClientRect().bottom)).toBeLessThan(900);
});

test("the address holds the query, and the back button leads through what was asked", async () => {
  const page = await open("/search.html?q=隔膜");
  await answered(page, /^找到 2 篇/);
  expect(await page.getByRole("searchbox").inputValue()).toBe("隔膜");
  expect(await page.title()).toMatch(/^隔膜｜检索/);
  await page.getByRole("searchbox").fill("码头");
  await page.keyboard.press("Enter");
  await answered(page, /^找到 31 篇/);
  expect(new URL(page.url()).searchParams.get("q")).toBe("码头");
  await page.goBack();
  await answered(page, /^找到 2 篇/);
  expect(await titles(page)).toHaveLength(2);
  await page.goForward();
  await answered(page, /^找到 31 篇/);
});

test("letters that an input method is still composing are not searched", async () => {
  const page = await open("/search.html");
  const input = page.getByRole("searchbox");
  await input.focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "ge'mo", selectionStart: 5, selectionEnd: 5 });
  await page.waitForTimeout(600);
  expect(await page.locator("[data-results]").isHidden()).toBe(true);
  expect(new URL(page.url()).search).toBe("");
  await session.send("Input.insertText", { text: "隔膜" });
  await answered(page, /^找到 2 篇/);
  expect(await input.inputValue()).toBe("隔膜");
});

test("hits are narrowed down by facets, and set in order of relevance", async () => {
  const page = await open("/search.html?q=隔膜");
  await answered(page, /^找到 2 篇/);
  await page.getByRole("link", { name: "最相关在前" }).click();
  await expect.poll(() => titles(page)).toEqual(["锂电隔膜项目落户江海区", "跨江大桥合龙"]);
  const all = await open("/search.html?q=码头");
  await answered(all, /^找到 31 篇/);
  await all.locator(".facets").getByRole("link", { name: "2023年" }).click();
  await answered(all, /^找到 1 篇/);
  expect(new URL(all.url()).searchParams.get("q")).toBe("year:2023 码头");
  expect(await titles(all)).toEqual(["臺灣企業考察開發區"]);
});

test("a facet narrows a query down in which a quotation mark is open, and the focus goes to what is said", async () => {
  const page = await open(`/search.html?q=${encodeURIComponent('"码头')}`);
  await answered(page, /^找到 31 篇/);
  await page.locator(".facets").getByRole("link", { name: "2023年" }).press("Enter");
  await answered(page, /^找到 1 篇/);
  expect(await page.getByRole("searchbox").inputValue()).toBe('year:2023 "码头');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("search-status");
});

test("hits by their sound are marked in the title, those of a paper in its name", async () => {
  const page = await open("/search.html?q=kuajiang");
  await answered(page, /^找到 1 篇/);
  expect(await page.locator(".hits mark").allTextContents()).toEqual(["跨江"]);
  await page.getByRole("searchbox").fill("滚动新闻网");
  await expect.poll(() => page.locator(".hits .paper mark").allTextContents()).toEqual(["滚动新闻网"]);
});

test.each([
  ["-隔膜", "“-隔膜”只说了不要什么，请再写一个要查的词"],
  ["隔膜 -year:2021", "找到 2 篇。-year:2021 未采用：减号不能用于日期，请用 from: 和 to: 限定起止"],
  ["隔膜 from:", "找到 2 篇"],
  ["隔膜 -", "找到 2 篇"],
  [
    "隔膜 from:2022-03 to:2022-01",
    "没有找到符合的文章。起止日期颠倒或没有交集（2022-03-01 – 2022-01-31），请检查 from: 与 to:",
  ],
])("to %s the page says: %s", async (query, words) => {
  const page = await open("/search.html");
  await page.getByRole("searchbox").fill(query);
  await expect.poll(() => status(page).textContent()).toBe(words);
});

test("another fragment of the address is no other query", async () => {
  const page = await open("/search.html?q=隔膜");
  await answered(page, /^找到 2 篇/);
  await page.evaluate(() => document.querySelector(".hits a")!.setAttribute("data-seen", ""));
  // Without a word to the page, which would search for it.
  await page.getByRole("searchbox").evaluate((input) => ((input as HTMLInputElement).value = "大"));
  await page.evaluate(() => (location.hash = "#main"));
  expect(await page.getByRole("searchbox").inputValue()).toBe("大");
  expect(await page.locator("[data-seen]").count()).toBe(1);
});

test("the home page has a search, which leads to the hits", async () => {
  const page = await open("/");
  await page.keyboard.press("/");
  await page.keyboard.type("隔膜");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=/);
  await answered(page, /^找到 2 篇/);
  expect(await titles(page)).toHaveLength(2);
});

test("more hits are shown on demand", async () => {
  const page = await open("/search.html?q=码头");
  await answered(page, /^找到 31 篇/);
  expect(await titles(page)).toHaveLength(10);
  await page.getByRole("button", { name: "显示更多" }).click();
  await expect.poll(() => titles(page)).toHaveLength(20);
  const focused = () =>
    page.evaluate(() => [...document.querySelectorAll(".hits a")].indexOf(document.activeElement as Element));
  await expect.poll(focused).toBe(10);
});

test("by keyboard: a slash goes to the search, arrows go through the hits", async () => {
  const page = await open("/volume/");
  await page.keyboard.press("/");
  await page.waitForURL(/search\.html/);
  await page.getByRole("searchbox").fill("隔膜");
  await answered(page, /^找到 2 篇/);
  await page.keyboard.press("ArrowDown");
  const focused = async () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe("跨江大桥合龙");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("锂电隔膜项目落户江海区");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("input");
  await page.keyboard.press("Tab");
  await page.keyboard.press("/");
  expect(await page.getByRole("searchbox").inputValue()).toBe("隔膜");
});

test("where a year's index does not come, the page says so and shows the rest", async () => {
  const page = await open("/search.html?q=码头", {
    before: async (opened) => opened.route("**/search/2023-*.bin", (route) => route.abort()),
    expected: /ERR_FAILED/,
  });
  await answered(page, /^找到 30 篇。2023年的索引没有取到，其余都已查$/);
  expect(await titles(page)).toHaveLength(10);
  await page.unroute("**/search/2023-*.bin");
  await page.getByRole("button", { name: "重试" }).click();
  await answered(page, /^找到 31 篇$/);
  expect(await page.getByRole("button", { name: "重试" }).count()).toBe(0);
});

test("where no article comes to make sure, the page promises none, and asks again when the query is sent again", async () => {
  const page = await open("/search.html?q=湿法隔膜项目", {
    before: async (opened) => opened.route("**/membrane.html", (route) => route.abort()),
    expected: /ERR_FAILED/,
  });
  await answered(page, /^有 1 篇可能符合，但没有取到，无法核对$/);
  await page.unroute("**/membrane.html");
  await page.getByRole("searchbox").press("Enter");
  await answered(page, /^找到 1 篇$/);
  expect(await titles(page)).toEqual(["锂电隔膜项目落户江海区"]);
});

test("when the index was replaced under an open page, the new one is opened", async () => {
  const page = await open("/search.html", {
    before: async (opened) =>
      opened.route(
        "**/search/index.json",
        async (route) => {
          const body = await (await route.fetch()).text();
          // The manifest of before names files that are no longer there.
          await route.fulfill({ body: body.replaceAll(/-[0-9a-z]{11}\.bin/g, "-old.bin") });
        },
        { times: 1 },
      ),
    expected: /404/,
  });
  expect(await ask(page, "隔膜", /^找到 2 篇$/)).toHaveLength(2);
});

test("where nothing comes, the page says so and tries again when asked", async () => {
  const page = await open("/search.html?q=隔膜", {
    before: async (opened) => opened.route("**/search/index.json", (route) => route.abort(), { times: 1 }),
    expected: /ERR_FAILED/,
  });
  await answered(page, /没有取到，请检查网络/);
  await page.getByRole("button", { name: "重试" }).click();
  await answered(page, /^找到 2 篇/);
  expect(await titles(page)).toHaveLength(2);
});

test("a host that serves no ranges will do", async () => {
  const statuses = new Set<number>();
  const page = await open("/search.html?q=隔膜", {
    before: async (opened) => {
      opened.on("response", (response) => response.url().endsWith(".bin") && statuses.add(response.status()));
      await opened.route("**/search/*.bin", async (route) => {
        const whole = await route.fetch({ headers: { ...route.request().headers(), range: "" } });
        await route.fulfill({ response: whole });
      });
    },
  });
  await answered(page, /^找到 2 篇/);
  await ask(page, "大桥", /^找到 1 篇/);
  expect(await titles(page)).toEqual(["跨江大桥合龙"]);
  expect(statuses).toEqual(new Set([200]));
});

test("without JavaScript the page says so and names the other ways", async () => {
  const page = await open("/search.html?q=隔膜", { javaScriptEnabled: false });
  expect(await page.locator("main").textContent()).toContain("需要启用 JavaScript");
  expect(await page.getByRole("search").isVisible()).toBe(false);
  await page.getByRole("main").getByRole("link", { name: "合订本" }).click();
  expect(new URL(page.url()).pathname).toBe("/volume/");
});

test("the page says what the archive covers", async () => {
  const page = await open("/search.html");
  expect(await page.locator("main").textContent()).toContain("收录 35 篇，2023年11月20日 – 2024年3月28日");
});
