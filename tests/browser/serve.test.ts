import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { launch } from "../support/browser.ts";
import { served, until } from "../support/serve.ts";

const article = (title: string) => `---\ntitle: "${title}"\ndate: 2024-01-25 10:00:00 +0800\n---\n<p>正文。</p>\n`;

test("the browser shows a saved article without being asked to", async () => {
  const { folder, origin, said } = await served({ "a.md": article("第一稿") });
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await until(said, () =>
    fetch(origin).then(
      (response) => response.ok,
      () => false,
    ),
  );
  await page.goto(`${origin}/2024/01/25/a.html`);
  expect(await page.locator("h1").textContent()).toBe("第一稿");
  // The reload script listens as soon as its socket is open.
  await page.waitForTimeout(500);
  writeFileSync(path.join(folder, "posts", "a.md"), article("第二稿"));
  await until(said, async () => (await page.locator("h1").textContent()) === "第二稿");
  expect(faults).toEqual([]);
});
