import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { now } from "../../src/cli/clock.ts";

const today = Date.UTC(2022, 2, 11);

beforeEach(() => {
  vi.useFakeTimers({ now: today });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test.each([
  ["0", 0],
  ["1646935240", 1646935240_000],
])("SOURCE_DATE_EPOCH of %s stops the clock there", (epoch, milliseconds) => {
  vi.stubEnv("SOURCE_DATE_EPOCH", epoch);
  expect(now()).toBe(milliseconds);
});

test.each([undefined, "", "tomorrow", "-1", "1e3", "1646935240.5", " 1"])(
  "SOURCE_DATE_EPOCH of %j leaves the clock running",
  (epoch) => {
    vi.stubEnv("SOURCE_DATE_EPOCH", epoch);
    expect(now()).toBe(today);
  },
);
