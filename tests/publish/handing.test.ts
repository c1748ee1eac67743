import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { DrawTask, Month, Permalink } from "../../src/model.ts";
import { HandingQueue, volumesOf, type Handed } from "../../src/publish/handing.ts";

const page = (path: string, month: string | undefined, context: string = "{}"): Handed => ({
  path,
  target: { file: path, aside: path, mayBeSame: false },
  fingerprint: 1,
  task: {
    layout: "article",
    permalink: path as Handed["task"]["permalink"],
    context,
    ...(month === undefined ? {} : { article: { month: month as Month, at: 0 } }),
  },
});

/** The sizes of the batches in which pages are handed over. */
async function batchesOf(pages: readonly Handed[]): Promise<readonly number[]> {
  const sizes: number[] = [];
  const queue = new HandingQueue(async (batch) => {
    sizes.push(batch.length);
    return Promise.resolve();
  }, 2);
  for (const each of pages) await queue.add(each);
  await queue.end();
  return sizes;
}

const many = (count: number, month?: string, context?: string) =>
  Array.from({ length: count }, (_, index) => page(`${month} ${index}`, month, context));

test.each([
  ["few pages go together", many(30, "2024-01"), [30]],
  ["no pages make no batch", [], []],
  ["a thousand make a batch", many(2500, "2024-01"), [1000, 1000, 500]],
  ["volumes are parted when there is enough of one", [...many(60, "2024-02"), ...many(70, "2024-01")], [60, 70]],
  ["small volumes go together", [...many(20, "2024-03"), ...many(20, "2024-02"), ...many(5, "2024-01")], [45]],
  ["pages with long lists go sooner", many(5, undefined, "x".repeat(1_000_000)), [2, 2, 1]],
])("%s", async (_, pages, sizes) => {
  expect(await batchesOf(pages)).toEqual(sizes);
});

/** How many batches are under way at most, and after the end. */
async function batchesUnderWay(pages: readonly Handed[], threads: number): Promise<readonly number[]> {
  let underWay = 0;
  let most = 0;
  const queue = new HandingQueue(async () => {
    most = Math.max(most, ++underWay);
    await setImmediate();
    underWay--;
  }, threads);
  for (const each of pages) await queue.add(each);
  await queue.end();
  return [most, underWay];
}

test("no more than two batches are under way for each thread", async () => {
  expect(await batchesUnderWay(many(9000, "2024-01"), 3)).toEqual([6, 0]);
});

test("of pages with long lists only so many batches are under way as can be kept in mind", async () => {
  expect(await batchesUnderWay(many(60, undefined, "x".repeat(2_000_000)), 64)).toEqual([16, 0]);
});

test("what a batch has thrown is thrown to who adds or ends, and others can be waited for", async () => {
  const queue = new HandingQueue(async () => {
    await setImmediate();
    throw new RangeError("x");
  }, 2);
  const adding = async () => {
    for (const each of many(9000, "2024-01")) await queue.add(each);
    await queue.end();
  };
  await expect(adding()).rejects.toThrow("x");
  await queue.settle();
});

const [march, april] = ["2022-03", "2022-04"] as Month[];

test.each<[string, Partial<DrawTask>, readonly (Month | undefined)[]]>([
  ["an article's page", { article: { month: march!, at: 0 } }, [march]],
  ["a file made of a volume", { volumes: { months: [april!], articles: 3 } }, [april]],
  ["a file made of several", { volumes: { months: [april!, march!], articles: 3 } }, [april, march]],
  [
    "a comparison",
    {
      articles: [
        { month: march!, at: 1 },
        { month: april!, at: 0 },
      ],
    },
    [march, april],
  ],
  ["a list", {}, []],
])("%s is drawn from its volumes", (_, task, months) => {
  expect(volumesOf({ layout: "a", permalink: "/a.html" as Permalink, context: "{}", ...task })).toEqual(months);
});
