import path from "node:path";
import { Tinypool } from "tinypool";
import { expect, onTestFinished, test, vi } from "vitest";
import { indexIn } from "../../src/bind/indexLine.ts";
import type { Outcome } from "../../src/bind/readArticle.ts";
import type { Month, SourcePath } from "../../src/model.ts";
import { pathAt } from "../../src/bind/volumeIndex.ts";
import { workersOf, type Workers } from "../../src/workers/pool.ts";
import { copyOfSite, temporaryFolder, writeFiles } from "../support/command.ts";
import { deadly, endless, trapThreads } from "../support/threads.ts";

/** A site with a trap for its threads. */
function trappedSite(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  copyOfSite(folder);
  trapThreads(folder);
  const posts = path.join(folder, "posts");
  const whole = Object.entries(files).map(([name, text]) => [name, `---\ntitle: 标题\n---\n${text}\n`]);
  writeFiles(posts, Object.fromEntries(whole) as Record<string, string>);
  const places = { posts, volumes: path.join(folder, "volumes") };
  const read = Object.keys(files) as SourcePath[];
  return { folder, places, job: { month: "2022-03" as Month, keep: [], read, known: [], add: [] } };
}

function ended(workers: Workers): Workers {
  onTestFinished(() => workers.end());
  return workers;
}

const fateOf = (outcome: Outcome) => ("problem" in outcome ? outcome.problem.rule : "bound");

test("articles over which a thread dies, or takes forever, are held back, and the others are bound", async () => {
  const { folder, places, job } = trappedSite({
    "2022-03-01-a.md": "好文章。",
    "2022-03-02-b.md": `${deadly}。`,
    "2022-03-03-c.md": `${endless}。`,
    "2022-03-04-d.md": "又一篇好文章。",
  });
  const workers = ended(workersOf(2, folder, { patience: 1500 }));
  const { outcomes, index } = await workers.bind(job, places);
  expect(Object.fromEntries([...outcomes].map(([at, outcome]) => [at, fateOf(outcome)]))).toEqual({
    "2022-03-01-a.md": "bound",
    "2022-03-02-b.md": "loses-worker",
    "2022-03-03-c.md": "loses-worker",
    "2022-03-04-d.md": "bound",
  });
  const bound = indexIn(index!);
  expect([0, 1].map((at) => pathAt(bound, at))).toEqual(["2022-03-04-d.md", "2022-03-01-a.md"]);
});

test("many articles take as long as they take", async () => {
  const files = Array.from({ length: 800 }, (_, at) => [`2022-03-01-${at}.md`, "正文。".repeat(5000)] as const);
  const { folder, places, job } = trappedSite(Object.fromEntries(files));
  const workers = ended(workersOf(1, folder, { patience: 1500 }));
  const { outcomes } = await workers.bind(job, places);
  expect([...outcomes.values()].map(fateOf).filter((fate) => fate !== "bound")).toEqual([]);
});

test("threads that are let go are gone, and are called in anew", async () => {
  const { folder, places, job } = trappedSite({ "2022-03-01-a.md": "好文章。" });
  const workers = ended(workersOf(1, folder));
  const destroy = vi.spyOn(Tinypool.prototype, "destroy");
  onTestFinished(() => destroy.mockRestore());
  expect(workers.areIn()).toBe(false);
  const before = await workers.bind(job, places);
  expect(destroy).not.toHaveBeenCalled();
  expect(workers.areIn()).toBe(true);
  await workers.dismiss();
  expect(destroy).toHaveBeenCalledOnce();
  expect(workers.areIn()).toBe(false);
  expect((await workers.bind(job, places)).file).toBe(before.file);
});
