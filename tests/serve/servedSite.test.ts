import { utimesSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { noProgress } from "../../src/cli/progress.ts";
import { listPosts } from "../../src/occasion.ts";
import { loadProject } from "../../src/project.ts";
import type { Listing } from "../../src/read/list.ts";
import type { Reading } from "../../src/reading.ts";
import { ServedSite } from "../../src/serve/servedSite.ts";
import { copyOfSite, temporaryFolder, writeFiles } from "../support/command.ts";

test("a saved article is read alone, and when it is quiet it is told whether others have changed", async () => {
  const folder = temporaryFolder();
  copyOfSite(folder);
  const posts = path.join(folder, "posts");
  const save = (name: string, title: string) =>
    writeFiles(posts, { [name]: `---\ntitle: ${title}\ndate: 2024-01-25\n---\n${title}的正文。\n` });
  save("a.md", "甲");
  save("b.md", "乙");
  // What was saved a moment ago is read again in any case.
  utimesSync(path.join(posts, "b.md"), 1_700_000_000, 1_700_000_000);
  const project = await loadProject(folder);
  const list = vi.fn<() => Listing>(() => listPosts(posts, project.press.site));
  const onMissed = vi.fn<() => void>();
  const onFault = vi.fn<(error: unknown) => void>();
  let last: Reading | undefined;
  const site = new ServedSite({
    project,
    posts,
    drafts: false,
    future: false,
    now: () => Date.parse("2024-02-01"),
    progress: noProgress,
    list,
    onRead: (reading) => (last = reading),
    onFault,
    onMissed,
  });
  const isShown = async () => {
    await site.read();
    await site.bring([]);
    return last!.archive.entries.map(({ title }) => title).sort();
  };
  expect(await isShown()).toEqual(["乙", "甲"].sort());
  expect(list).toHaveBeenCalledTimes(1);

  save("a.md", "丙甲");
  site.tell(["a.md"]);
  expect(await isShown()).toEqual(["丙甲", "乙"].sort());
  expect(list).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2), 10_000);
  expect(onMissed).not.toHaveBeenCalled();

  save("a.md", "丁戊甲");
  save("b.md", "己庚乙");
  site.tell(["a.md"]);
  expect(await isShown()).toEqual(["丁戊甲", "乙"].sort());
  await vi.waitFor(() => expect(onMissed).toHaveBeenCalledOnce(), 10_000);
  expect(await isShown()).toEqual(["丁戊甲", "己庚乙"].sort());
  expect(onFault).not.toHaveBeenCalled();
});
