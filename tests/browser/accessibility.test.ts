import axe, { type AxeResults } from "axe-core";
import { expect, test } from "vitest";
import { reader } from "../support/browser.ts";
import { project } from "../support/command.ts";
import { builtSite } from "../support/site.ts";

const open = reader(builtSite(["--posts", `${project}/tests/fixtures/site`]));

/** One page of each kind, on a desk in the light and on a phone in the dark. */
const kinds = [
  "/",
  "/jianghairibao/2024/01/05/NW202401050000000101.html",
  "/gundong/2024/01/10/202401100000000201.html",
  "/special/markdown-report/",
  "/category/",
  "/category/jianghairibao.html",
  "/category/jianghairibao/2024-02.html",
  "/tag/江海日报新闻.html",
  "/volume/",
  "/volume/2024.html",
  "/volume/2024-01.html",
  "/data-quality.html",
  "/404.html",
];
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
