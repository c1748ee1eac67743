import axe, { type AxeResults } from "axe-core";
import { expect, test } from "vitest";
import { kinds, reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/site`]));

const ways = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

test.each(kinds.flatMap((address) => ways.map((way) => [address, way] as const)))(
  "axe finds nothing wrong with %s, with %j",
  async (address, way) => {
    // The page's own policy lets no script in, axe neither.
    const page = await open(address, { ...way, bypassCSP: true });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  },
);
