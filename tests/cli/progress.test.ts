import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noProgress, progressOn, timed } from "../../src/cli/progress.ts";

let clock = 0;
let lines: string[] = [];
let drawn = "";
const console = { print: (line: string) => lines.push(line), complain: (line: string) => lines.push(line) };
const wasTerminal = process.stderr.isTTY;

beforeEach(() => {
  [clock, lines, drawn] = [0, [], ""];
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean((drawn += String(text))));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = wasTerminal;
});

/** Takes a step of so many ticks, each so long, and ends. */
function take(
  step: "read" | "catalogue" | "render",
  ticks: number,
  milliseconds: number,
  language: "en" | "zh" = "en",
) {
  const progress = progressOn(console, language);
  progress.step(step, ticks);
  for (let tick = 0; tick < ticks; tick++) {
    clock += milliseconds;
    progress.tick();
  }
  progress.done();
}

test.each([
  ["read", "en", "Reading articles: 3 (1.5 s, 2/s)"],
  ["render", "en", "Drawing pages: 3 (1.5 s, 2/s)"],
  ["read", "zh", "读取文章: 3 (1.5 s, 2/s)"],
] as const)("without a terminal a long step %s ends in a plain line in %s", (step, language, line) => {
  process.stderr.isTTY = false;
  take(step, 3, 500, language);
  expect(lines).toEqual([line]);
  expect(drawn).toBe("");
});

test.each([true, false])("a step of less than a second says nothing, when the terminal is %s", (terminal) => {
  process.stderr.isTTY = terminal;
  take("read", 500, 1);
  expect(lines).toEqual([]);
  expect(drawn).toBe("");
});

test("each step has its own time and count", () => {
  process.stderr.isTTY = false;
  const progress = progressOn(console, "en");
  progress.step("read", 1);
  clock += 900;
  progress.tick();
  progress.step("catalogue", 0);
  clock += 2000;
  progress.step("render", 2);
  clock += 3000;
  progress.tick();
  progress.tick();
  progress.done();
  progress.done();
  expect(lines).toEqual(["Laying them side by side: 0 (2.0 s)", "Drawing pages: 2 (3.0 s, 1/s)"]);
});

test.each([
  [640, 10],
  [40, 100],
])("on a terminal a step of %i ticks that takes long draws a bar and no line", (ticks, milliseconds) => {
  process.stderr.isTTY = true;
  take("read", ticks, milliseconds);
  expect(drawn).toContain("Reading articles");
  expect(drawn).toMatch(/\d+\/\d+ · \d+\/s/);
  expect(lines).toEqual([]);
});

test("each step is timed, and the one that shows it is told too", () => {
  process.stderr.isTTY = false;
  const { progress, stages } = timed(progressOn(console, "en"));
  progress.step("read", 1);
  clock += 2000;
  progress.tick();
  progress.step("catalogue", 0);
  clock += 500;
  progress.done();
  expect(stages).toEqual({ read: 2, catalogue: 0.5 });
  expect(lines).toEqual(["Reading articles: 1 (2.0 s, 1/s)"]);
});

test("a bar leaves it to the system to end the program by a signal", () => {
  process.stderr.isTTY = true;
  const before = process.listenerCount("SIGINT");
  const progress = progressOn(console, "en");
  progress.step("read", 128);
  for (let tick = 0; tick < 128; tick++) {
    clock += 100;
    progress.tick();
  }
  expect(drawn).toContain("Reading articles");
  expect(process.listenerCount("SIGINT")).toBe(before);
  progress.done();
});

test("no progress says nothing", () => {
  process.stderr.isTTY = true;
  noProgress.step("read", 1);
  clock += 5000;
  noProgress.tick();
  noProgress.done();
  expect([lines, drawn]).toEqual([[], ""]);
});
