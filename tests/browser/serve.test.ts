import { writeFileSync } from "node:fs";
import path from "node:path";
import axe, { type AxeResults } from "axe-core";
import { expect, onTestFinished, test } from "vitest";
import { launch } from "../support/browser.ts";
import { served, until, type ServedSite } from "../support/serve.ts";
import type { BrowserContextOptions, Page } from "playwright-core";

const article = (title: string) => `---\ntitle: ${title}\ndate: 2024-01-25 10:00:00 +0800\n---\n<p>正文。</p>\n`;

/** A browser at a served site; an error on a page fails the test. */
async function visit({ origin, said }: ServedSite, options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await launch();
  const page = await browser.newPage(options);
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  onTestFinished(async () => {
    await browser.close();
    expect(faults).toEqual([]);
  });
  await until(said, () =>
    fetch(origin).then(
      (response) => response.ok,
      () => false,
    ),
  );
  return page;
}

test("the browser shows a saved article without being asked to, and in its place what is wrong with it", async () => {
  const site = await served({ "a.md": article("第一稿") });
  const page = await visit(site);
  const heading = () => page.locator("h1").textContent();
  const save = (title: string) => writeFileSync(path.join(site.folder, "posts", "a.md"), article(title));
  /** Has a page come, and waits until its reload script listens, which that says once its socket is open. */
  const listening = async (come: () => unknown) => {
    const connected = page.waitForEvent("console", (message) => message.text().endsWith("Connected"));
    await Promise.all([connected, come()]);
  };
  await listening(() => page.goto(`${site.origin}/2024/01/25/a.html`));
  expect(await heading()).toBe("第一稿");
  await listening(() => save("第二稿"));
  await until(site.said, async () => (await heading()) === "第二稿");
  await listening(() => save("第三稿: 坏"));
  await until(site.said, async () => (await heading()) === "这个文件未能发布");
  expect(await page.locator("mark").textContent()).toBe(":");
  save("第四稿");
  await until(site.said, async () => (await heading()) === "第四稿");
});

test("the editor's strip unfolds and stays so, is read by everybody, and is not printed", async () => {
  const site = await served({
    "a.md": `${article("好文章").replace("\n---\n<", "\nreview: [日期待核]\n---\n<")}<p style="display:none">藏</p><script>x()</script>`,
    "b.md": article("坏: 文章"),
    "_drafts/c.md": article("草稿").replace("\n---\n<", "\nreview: [来源不明]\n---\n<"),
  });
  // The page's own policy lets no script in, axe neither.
  const page = await visit(site, { bypassCSP: true });
  for (const [address, strips] of [
    ["/2024/01/25/a.html", 1],
    ["/", 1],
    ["/2024/01/25/b.html", 0],
    ["/.fangzhi/open?at=1:1:a.md", 0],
  ] as const) {
    await page.goto(site.origin + address);
    if (address.endsWith("/a.html")) await page.locator("details[data-strip] > summary").click();
    // Unfolded once, it is unfolded on the next page.
    expect(await page.locator("details[data-strip][open]").count()).toBe(strips);
    await page.evaluate(axe.source);
    for (const [width, colorScheme, options] of [
      [1280, "light", {}],
      [390, "dark", { runOnly: ["color-contrast", "target-size"] }],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      expect([address, width, found]).toEqual([address, width, []]);
    }
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".editor-strip:visible, .editor-page:visible").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
  }
});

test("a caption without its picture is marked, and found as it was printed; one with a picture is not marked", async () => {
  const caption = "<figure><figcaption>开发区俯瞰 钱咸华摄</figcaption></figure>";
  const withLink = '<figure><img src="https://a.example/1.jpg" alt="港口"><figcaption>港口夜景</figcaption></figure>';
  const site = await served({ "a.md": article("图").replace("\n<p>", `\n${caption}${withLink}<p>`) });
  const page = await visit(site);
  await page.goto(`${site.origin}/2024/01/25/a.html`);
  for (const media of ["screen", "print"] as const) {
    await page.emulateMedia({ media });
    const marks = await page.evaluate<readonly string[]>(
      'Array.from(document.querySelectorAll("figcaption"), (each) => getComputedStyle(each, "::before").content)',
    );
    expect(marks).toEqual(['"〔图略〕"', "none"]);
    expect(await page.locator("figcaption").first().isVisible()).toBe(true);
  }
  expect(await page.locator(".body").textContent()).not.toContain("图略");
  await page.goto(`${site.origin}/search.html?q=钱咸华摄`);
  // The words around it come when the article's page has been read.
  await page.locator(".hits li", { hasText: "开发区俯瞰" }).waitFor();
});
