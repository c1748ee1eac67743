import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWxr, type WxrItem } from "../../../../src/import/systems/wordpress/wxr.ts";
import { oldSites } from "../../../support/oldSites.ts";

const text = readFileSync(path.join(oldSites, "wordpress", "export.xml"), "utf8");

async function itemsIn(pieces: readonly string[]): Promise<readonly WxrItem[]> {
  const items: WxrItem[] = [];
  async function* given() {
    yield* pieces;
  }
  for await (const { item } of readWxr(given())) items.push(item);
  return items;
}

test("an export is read the same in whatever pieces it comes, its lines counted", async () => {
  const whole = await itemsIn([text]);
  const lines = text.split("\n");
  expect(whole).toHaveLength(11);
  expect(whole.map(({ line }) => lines[line - 1])).toEqual(whole.map(() => "\t<item>"));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 20 }), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      expect(await itemsIn(at.slice(1).map((end, index) => text.slice(at[index], end)))).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test("what an item says is taken from entities, CDATA and attributes", async () => {
  const [first] = await itemsIn([text]);
  expect(first!.fields.get("title")).toBe("经典编辑器 &amp; 一篇");
  expect(first!.terms[0]).toEqual({ domain: "category", nicename: "nantongribao", label: "南通 日报" });
  expect(first!.meta).toContainEqual(["_wp_old_slug", "classical"]);
  expect(first!.comments).toBe(1);
  const [other] = await itemsIn(["<rss><channel><item><title>甲 &amp; 乙</title></item></channel></rss>"]);
  expect(other!.fields.get("title")).toBe("甲 & 乙");
});

test("an item in the midst of which the export ends is cut", async () => {
  const items = await itemsIn([text.slice(0, text.indexOf("<wp:status>"))]);
  expect(items.map(({ isCut }) => isCut)).toEqual([true]);
});
