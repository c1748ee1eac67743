import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { kinds, reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/site`]));

/** What the focus is on: its place among all that can have it, and whether a reader sees that it is there. */
function focused(
  page: Page,
): Promise<{ readonly place: number; readonly of: number; readonly isMarked: boolean; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
      (element) => element.checkVisibility() && element.getAttribute("tabindex") !== "-1",
    );
    const element = document.activeElement!;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const cell = element.querySelector("rect");
    const isMarked =
      (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) ||
      (cell !== null && Number.parseFloat(getComputedStyle(cell).strokeWidth) >= 2);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isSeen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return { place: all.indexOf(element), of: all.length, isMarked, isSeen };
  });
}

async function nextStop(page: Page) {
  await page.keyboard.press("Tab");
  return focused(page);
}

/** Where a phone has another order or other parts than a desk. */
const onPhones = ["/", "/search.html", "/volume/2024-01.html"].map((address) => [address, 390] as const);

test.each([...kinds.map((address) => [address, 1280] as const), ...onPhones])(
  "Tab goes through %s at %i px in its order, each stop is marked and in sight",
  async (address, width) => {
    const page = await open(address, { viewport: { width, height: 700 } });
    let first = await nextStop(page);
    if (first.place > 0) {
      // The page has taken the focus itself: the walk begins when it has left the page.
      for (let stop = first; stop.place >= 0;) stop = await nextStop(page);
      first = await nextStop(page);
    }
    const stops = [first];
    while (stops.length < first.of) stops.push(await nextStop(page));
    expect(stops).toEqual(stops.map(({ of }, place) => ({ place, of, isMarked: true, isSeen: true })));
    expect((await nextStop(page)).place).toBe(-1);
  },
);
