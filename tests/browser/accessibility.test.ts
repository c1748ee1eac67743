import axe, { type AxeResults, type RunOptions } from "axe-core";
import { expect, test } from "vitest";
import { kinds, reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/site`]));

/** WCAG 2.2 AA with what is good practice beside it; the size of targets is off in axe unless asked for. */
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
};
/** In the dark only colours differ. */
const inTheDark: RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] } };
const viewports = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;

/** A page of its own when it shows something. */
const results = "/search.html?q=江海";

test.each(
  [...kinds, results].flatMap((address) => viewports.map((viewport) => [address, viewport.width, viewport] as const)),
)("axe finds nothing wrong with %s at %i px, light and dark", async (address, _, viewport) => {
  // The page's own policy lets no script in, axe neither.
  const page = await open(address, { viewport, bypassCSP: true });
  if (address === results) await page.locator(".hits li").first().waitFor();
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await page.evaluate<AxeResults>(
      `axe.run(${JSON.stringify(colorScheme === "dark" ? inTheDark : options)})`,
    );
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    expect([colorScheme, found]).toEqual([colorScheme, []]);
    expect(passes.map(({ id }) => id)).toContain("color-contrast");
  }
});
