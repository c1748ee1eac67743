import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { noProgress } from "../../src/cli/progress.ts";
import { listPosts } from "../../src/occasion.ts";
import { loadProject } from "../../src/project.ts";
import type { Page } from "../../src/model.ts";
import type { Listing } from "../../src/read/list.ts";
import type { Reading } from "../../src/reading.ts";
import { ServedSite } from "../../src/serve/servedSite.ts";
import { copyOfSite, temporaryFolder, writeFiles } from "../support/command.ts";

/** A site with two articles, as the server has it. */
async function servedSite() {
  const folder = temporaryFolder();
  copyOfSite(folder);
  const posts = path.join(folder, "posts");
  const save = (name: string, title: string) =>
    writeFiles(posts, { [name]: `---\ntitle: ${title}\ndate: 2024-01-25\ncategories: gang\n---\n${title}的正文。\n` });
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
  const isShown = async (shell: readonly Page[] = []) => {
    await site.read();
    await site.bring(shell);
    return last!.archive.entries.map(({ title }) => title).sort();
  };
  return { folder, site, save, isShown, list, onMissed, onFault };
}

test("a saved article is read alone, and when it is quiet it is told whether others have changed", async () => {
  const { site, save, isShown, list, onMissed, onFault } = await servedSite();
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

describe("a saved article's own page is brought at once", () => {
  const own = "gang/2024/01/25/a.html";
  const category = "category/gang.html";
  const index = "search/index.json";

  async function afterSave() {
    const { folder, site, save, isShown, onFault } = await servedSite();
    await isShown();
    const at = (name: string) => path.join(folder, ".cache/serve", name);
    const shows = (name: string, title: string) => readFileSync(at(name), "utf8").includes(title);
    const before = readFileSync(at(index), "utf8");
    save("a.md", "丙丁");
    site.tell(["a.md"]);
    await isShown();
    expect([own, category].map((name) => shows(name, "丙丁"))).toEqual([true, false]);
    return {
      folder,
      site,
      save,
      isShown,
      shows,
      onFault,
      isComposed: () => readFileSync(at(index), "utf8") !== before,
    };
  }

  test("and the others a moment later, then what is composed of them", async () => {
    const { shows, isComposed, onFault } = await afterSave();
    await vi.waitFor(() => expect(shows(category, "丙丁")).toBe(true), 10_000);
    expect(isComposed()).toBe(false);
    await vi.waitFor(() => expect(isComposed()).toBe(true), 10_000);
    expect(onFault).not.toHaveBeenCalled();
  });

  test("and the others when one of them is asked for, and not for itself", async () => {
    const { site, shows } = await afterSave();
    await site.ready(own);
    expect(shows(category, "丙丁")).toBe(false);
    await Promise.all([site.ready(category), site.ready("index.html")]);
    expect(shows(category, "丙丁")).toBe(true);
    await site.ready(category);
  });

  test("and so are those of the next save, whose others come with the first one's", async () => {
    const { site, save, isShown, shows, isComposed } = await afterSave();
    save("b.md", "戊己");
    site.tell(["b.md"]);
    await isShown();
    expect(["丙丁", "戊己"].map((title) => shows(category, title))).toEqual([false, false]);
    await site.ready(category);
    expect(["丙丁", "戊己"].map((title) => shows(category, title))).toEqual([true, true]);
    await vi.waitFor(() => expect(isComposed()).toBe(true), 10_000);
  });

  test("and a page that Eleventy has drawn for the next save is not drawn over by an older one", async () => {
    const { site, save, isShown, shows } = await afterSave();
    const home = (text: string): Page => ({ path: "index.html", from: "home.njk", content: () => text });
    save("a.md", "庚辛");
    site.tell(["a.md"]);
    await isShown([home("older")]);
    save("b.md", "戊己");
    site.tell(["b.md"]);
    await site.read();
    const bringing = site.bring([home("newer")]);
    await site.ready("index.html");
    expect(shows("index.html", "newer")).toBe(true);
    await bringing;
    await vi.waitFor(() => expect(shows("data/articles.csv", "庚辛")).toBe(true), 10_000);
    expect(shows("index.html", "newer")).toBe(true);
  });

  test("and the others come also where that fails", async () => {
    const { folder, site, save, isShown, shows, onFault } = await afterSave();
    const b = path.join(folder, ".cache/serve/gang/2024/01/25/b.html");
    rmSync(b);
    writeFiles(b, { "not-ours.txt": "" });
    save("b.md", "戊己");
    site.tell(["b.md"]);
    await expect(isShown()).rejects.toThrow("b.html");
    await vi.waitFor(() => expect(shows(category, "丙丁")).toBe(true), 10_000);
    expect(shows(category, "戊己")).toBe(true);
    expect(onFault).not.toHaveBeenCalled();
    // It is tried once more with all that is composed.
    await vi.waitFor(() => expect(onFault).toHaveBeenCalledOnce(), 10_000);
  });

  test("and is mended when the volumes are damaged meanwhile", async () => {
    const { folder, site, save, shows, onFault } = await afterSave();
    save("a.md", "庚辛");
    site.tell(["a.md"]);
    await site.read();
    const volumes = path.join(folder, ".cache/serve-volumes/volumes");
    for (const name of readdirSync(volumes)) writeFileSync(path.join(volumes, name), "damaged");
    await site.bring([]);
    expect(shows(own, "庚辛")).toBe(true);
    await site.ready(category);
    expect(shows(category, "庚辛")).toBe(true);
    expect(onFault).not.toHaveBeenCalled();
  });

  test("and what goes wrong with the others is told once", async () => {
    const { folder, site, shows, onFault } = await afterSave();
    const page = path.join(folder, ".cache/serve", category);
    rmSync(page);
    writeFiles(page, { "not-ours.txt": "" });
    await Promise.all([site.ready(category), site.ready("index.html")]);
    expect(onFault).toHaveBeenCalledOnce();
    await setTimeout(300);
    await site.ready(category);
    expect(shows(own, "丙丁")).toBe(true);
    expect(onFault).toHaveBeenCalledOnce();
  });
});
