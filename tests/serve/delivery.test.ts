import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Delivery, type Carrier } from "../../src/serve/delivery.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Longer than anything waits. */
const slowness = 1000;

async function slow(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, slowness);
  });
}

/** A delivery, and what was brought so far, in order. */
function delivery(carrier: Partial<Carrier> = {}) {
  const brought: string[] = [];
  const note =
    (what: string) =>
    async (paths: ReadonlySet<string> = new Set()): Promise<void> => {
      brought.push([what, ...paths].join(" "));
    };
  const onFault = vi.fn<(error: unknown) => void>();
  const carries = { bringOnly: note("only"), bringOthers: note("but"), compose: note("composed"), onFault };
  return { brought, onFault, delivery: new Delivery({ ...carries, ...carrier }) };
}

test("first come the saved articles' own pages, then all others, then what is composed", async () => {
  const { brought, delivery: order } = delivery();
  await order.begin(new Set(["a", "b"]));
  await vi.advanceTimersByTimeAsync(99);
  expect(brought).toEqual(["only a b"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(brought).toEqual(["only a b", "but a b"]);
  await vi.advanceTimersByTimeAsync(499);
  expect(brought).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(brought).toEqual(["only a b", "but a b", "composed"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toHaveLength(3);
});

test("who asks for another page has all others brought, once; who asks for a saved article's own does not", async () => {
  const { brought, delivery: order } = delivery();
  await order.ready("b");
  await order.begin(new Set(["a"]));
  await order.ready("a");
  expect(brought).toEqual(["only a"]);
  await Promise.all([order.ready("b"), order.ready("c")]);
  expect(brought).toEqual(["only a", "but a"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toEqual(["only a", "but a", "composed"]);
});

test("where no article of its own was saved, all come at once", async () => {
  const { brought, delivery: order } = delivery();
  await order.begin(new Set());
  expect(brought).toEqual(["but"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toEqual(["but", "composed"]);
});

test("a save before the others have come puts them off, and what is composed comes once, after all", async () => {
  const { brought, delivery: order } = delivery();
  await order.begin(new Set(["a"]));
  await vi.advanceTimersByTimeAsync(50);
  await order.begin(new Set(["b"]));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toEqual(["only a", "only b", "but b", "composed"]);
});

test.each<[string, ReadonlySet<string>, Partial<Carrier>, readonly string[]]>([
  ["own pages", new Set(["b"]), { bringOnly: slow }, ["but b", "composed"]],
  ["other pages, where all come at once,", new Set(), { bringOthers: slow }, ["composed"]],
])("while a later save's %s take their time, nothing of an earlier one comes", async (_, second, carrier, after) => {
  const { brought, delivery: order } = delivery(carrier);
  const first = order.begin(new Set(["a"]));
  await vi.advanceTimersByTimeAsync(slowness);
  await first;
  brought.length = 0;
  const later = order.begin(second);
  await vi.advanceTimersByTimeAsync(slowness - 1);
  expect(brought).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await later;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toEqual(after);
});

test("others of an earlier save that are late do not have things composed before those of the later one", async () => {
  const arrivals: (() => void)[] = [];
  const bringOthers = vi.fn<Carrier["bringOthers"]>(
    async () =>
      new Promise<void>((resolve) => {
        arrivals.push(resolve);
      }),
  );
  const { brought, delivery: order } = delivery({ bringOthers });
  await order.begin(new Set(["a"]));
  const asked = order.ready("c");
  await order.begin(new Set(["b"]));
  arrivals[0]!();
  await asked;
  await vi.advanceTimersByTimeAsync(100);
  expect(bringOthers).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toEqual(["only a", "only b"]);
  arrivals[1]!();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toEqual(["only a", "only b", "composed"]);
});

test("where the saved articles' own pages fail, who saved is told, and the others come all the same", async () => {
  const bringOnly = vi.fn<Carrier["bringOnly"]>(async () => Promise.reject(new Error("no room")));
  const { brought, onFault, delivery: order } = delivery({ bringOnly });
  await expect(order.begin(new Set(["a"]))).rejects.toThrow("no room");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(brought).toEqual(["but a", "composed"]);
  expect(onFault).not.toHaveBeenCalled();
});

test("where the others fail it is told once, and nothing is composed", async () => {
  const fault = new Error("no room");
  const bringOthers = vi.fn<Carrier["bringOthers"]>(async () => Promise.reject(fault));
  const { brought, onFault, delivery: order } = delivery({ bringOthers });
  await order.begin(new Set(["a"]));
  await Promise.all([order.ready("b"), order.ready("c")]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(bringOthers).toHaveBeenCalledOnce();
  expect(onFault.mock.calls).toEqual([[fault]]);
  expect(brought).toEqual(["only a"]);

  const waitedFor = delivery({ bringOthers });
  await expect(waitedFor.delivery.begin(new Set())).rejects.toThrow("no room");
  expect(waitedFor.onFault).not.toHaveBeenCalled();
});

test("where composing fails it is told", async () => {
  const compose = vi.fn<Carrier["compose"]>(async () => Promise.reject(new Error("no room")));
  const { onFault, delivery: order } = delivery({ compose });
  await order.begin(new Set(["a"]));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onFault).toHaveBeenCalledOnce();
});
