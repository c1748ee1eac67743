import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { askAll, byTurns } from "../../src/links/askAll.ts";
import { HostGates } from "../../src/links/hostGates.ts";
import { pageServer } from "../support/pageServer.ts";

test("A host is asked for two pages at a time, however many others there are", async () => {
  const paths = Array.from({ length: 12 }, (_, index) => `/${index}`);
  const slow = (_: unknown, response: { end: () => unknown }) => void setTimeout(20).then(() => response.end());
  const host = await pageServer(Object.fromEntries(paths.map((path) => [path, slow])));
  const asking = { gates: new HostGates(0), timeout: 5000, backoff: 1, isPrivateAllowed: true };
  let count = 0;
  const addresses = paths.map((path) => host.origin + path);
  const answers = await askAll(addresses, asking, 8, () => count++);
  expect([...answers.keys()]).toEqual(addresses);
  expect(new Set([...answers.values()].map(({ fate }) => fate))).toEqual(new Set(["alive"]));
  expect(count).toBe(12);
  expect(host.most()).toBe(2);
});

test("Between two requests of a host some time passes; another host need not wait", async () => {
  const gates = new HostGates(60);
  const began: Record<string, number[]> = { a: [], b: [] };
  const start = performance.now();
  const pass = async (host: string) =>
    gates.pass(host, async () => Promise.resolve(began[host]!.push(performance.now() - start)));
  await Promise.all([pass("a"), pass("a"), pass("a"), pass("b")]);
  // Each may be late, but is not early.
  expect(began["a"]![1]).toBeGreaterThan(50);
  expect(began["a"]![2]).toBeGreaterThan(110);
  expect(began["b"]![0]).toBeLessThan(began["a"]![1]!);
});

test("A gate is free again when a job has failed", async () => {
  const gates = new HostGates(0);
  const failing = async () => gates.pass("a", async () => Promise.reject(new Error("no")));
  for (let count = 0; count < 4; count++) await expect(failing()).rejects.toThrow("no");
  expect(await gates.pass("a", async () => Promise.resolve(1))).toBe(1);
});

test("Hosts take turns", () => {
  expect(byTurns(["http://a/1", "http://a/2", "http://a/3", "http://b/1", "http://b/2"])).toEqual([
    "http://a/1",
    "http://b/1",
    "http://a/2",
    "http://b/2",
    "http://a/3",
  ]);
});
