import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { kinds, reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/site`]));

/** How far the page goes beyond the window, and what is cut off on it. */
function overflow(page: Page): Promise<{ readonly sideways: number; readonly cut: readonly string[] }> {
  return page.evaluate(() => ({
    sideways: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    cut: [...document.querySelectorAll("body *")].flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut =
        (["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + 1);
      return isCut && element instanceof HTMLElement ? [element.outerHTML.slice(0, 100)] : [];
    }),
  }));
}

const fits = { sideways: 0, cut: [] };

/**
 * Half the width of a desk is its zoom of 200 %, a quarter that of 400 %: WCAG 1.4.4 and 1.4.10. Then the text alone is
 * made twice as large.
 */
test.each(kinds)("%s fits into 640 and 320 px, and a desk with larger text, and nothing moves", async (address) => {
  const viewport = { width: 640, height: 450 };
  const page = await open(address, { viewport, reducedMotion: "reduce", bypassCSP: true });
  expect(await overflow(page)).toEqual(fits);
  expect(await moving(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 450 });
  expect(await overflow(page)).toEqual(fits);
  await page.setViewportSize({ width: 1280, height: 900 });
  const size = () => page.evaluate(() => getComputedStyle(document.querySelector("main a, main p")!).fontSize);
  const before = Number.parseFloat(await size());
  await page.addStyleTag({ content: ":root { font-size: 200% }" });
  expect(Number.parseFloat(await size())).toBe(2 * before);
  expect(await overflow(page)).toEqual(fits);
});

/** What would move for a reader who wants no motion. */
async function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const isStill =
        animationName === "none" && scrollBehavior === "auto" && Number.parseFloat(transitionDuration) <= 0.01;
      return isStill ? [] : [element.outerHTML.slice(0, 100)];
    }),
  );
}

test.each(
  ["/", "/category/jianghairibao.html", "/volume/2024-01.html"].flatMap((address) =>
    [390, 1280].map((width) => [address, width] as const),
  ),
)("%s fits into %i px where sources have very long names, and leaves room for titles", async (address, width) => {
  const page = await open(address, { viewport: { width, height: 900 } });
  const papers = page.locator(".rows .paper");
  expect(await papers.count()).toBeGreaterThan(0);
  for (const sign of ["江", "x"]) {
    const shares = await papers.evaluateAll((all, letter) => {
      for (const paper of all) paper.textContent = letter.repeat(86);
      return all.map((paper) => {
        const row = paper.closest("li")!;
        return row.querySelector("a")!.getBoundingClientRect().width / row.getBoundingClientRect().width;
      });
    }, sign);
    expect(await overflow(page)).toEqual(fits);
    expect(Math.min(...shares)).toBeGreaterThan(0.3);
  }
});

test("in the reader's own colours the chart tells full months from empty ones by their borders", async () => {
  const page = await open("/category/jianghairibao.html", { forcedColors: "active" });
  const cells = page.getByRole("table", { name: "按月浏览" }).getByRole("cell");
  const borders = await cells.locator("rect").evaluateAll((all) =>
    all.map((rect) => {
      const { stroke, strokeDasharray, strokeWidth, fill } = getComputedStyle(rect);
      const text = rect.parentElement!.querySelector("text");
      return {
        dashes: strokeDasharray,
        isThick: Number.parseFloat(strokeWidth) > 1,
        isLegible: !text || getComputedStyle(text).fill !== fill,
        isSeen: stroke !== fill,
      };
    }),
  );
  expect(borders.every(({ isLegible, isSeen }) => isLegible && isSeen)).toBe(true);
  const [full, empty] = [
    borders.filter(({ dashes }) => dashes === "none"),
    borders.filter(({ dashes }) => dashes !== "none"),
  ];
  expect([full.length, empty.length]).toEqual([await cells.getByRole("link").count(), borders.length - full.length]);
  expect(full.some(({ isThick }) => isThick)).toBe(true);
  expect(empty.some(({ isThick }) => isThick)).toBe(false);
});

test.each([320, 352, 360, 390, 640, 1280])(
  "at %i px no count of the chart goes beyond its cell and no two months touch, in the largest size too",
  async (width) => {
    const page = await open("/volume/", { viewport: { width, height: 844 } });
    const [beyond, gaps] = await page.evaluate(() => {
      document.documentElement.dataset["size"] = "huge";
      const cells = [...document.querySelectorAll('.chart [role="cell"]:has(text)')];
      const beyondCells = ["888", "8.8千", "8.8万"].flatMap((count) =>
        cells.map((cell) => {
          const text = cell.querySelector("text")!;
          text.textContent = count;
          text.classList.toggle("long", count.length > 3);
          const [inner, outer] = [text.getBoundingClientRect(), cell.querySelector("rect")!.getBoundingClientRect()];
          return Math.max(outer.left - inner.left, inner.right - outer.right, inner.bottom - outer.bottom);
        }),
      );
      const heads = [...document.querySelectorAll(".chart text[role='columnheader']")].map((head) =>
        head.getBoundingClientRect(),
      );
      return [beyondCells, heads.slice(1).map(({ left }, before) => left - heads[before]!.right)] as const;
    });
    expect(beyond.length).toBeGreaterThan(0);
    expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
    expect(Math.min(...gaps)).toBeGreaterThan(1);
  },
);

test("on a phone the cells of the chart are large enough and far enough apart for a finger", async () => {
  const targets = async (width: number) => {
    const page = await open("/volume/", { viewport: { width, height: 844 } });
    return page
      .getByRole("cell")
      .locator("rect")
      .evaluateAll((all) => all.map((rect) => rect.getBoundingClientRect().toJSON() as DOMRect));
  };
  for (const { width, height } of await targets(390)) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  // WCAG 2.5.8: smaller ones are far enough apart when their centres are.
  const [first, second] = await targets(320);
  expect(second!.x - first!.x).toBeGreaterThanOrEqual(24);
  expect(first!.height).toBeGreaterThanOrEqual(22);
});
