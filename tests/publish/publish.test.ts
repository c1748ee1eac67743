import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { FangzhiError } from "../../src/errors.ts";
import type { Page, Permalink } from "../../src/model.ts";
import { manifestName, readManifest, writeManifest } from "../../src/publish/manifest.ts";
import { claimOutput, type Output } from "../../src/publish/output.ts";
import { publish, type Threads } from "../../src/publish/publish.ts";
import { drawnPage, writeWhole } from "../../src/publish/write.ts";
import { filesIn, temporaryFolder, textIn, writeFiles } from "../support/command.ts";

type Contents = Readonly<Record<string, string | Uint8Array>>;

function pagesOf(contents: Contents): readonly Page[] {
  return Object.entries(contents).map(([name, content]) => ({ path: name, from: "a layout", content: () => content }));
}

/** Publishes into the `site` of a folder as a build would. */
function published(folder: string, contents: Contents) {
  return publish(pagesOf(contents), claimed(folder));
}

function claimed(folder: string): Output {
  return claimOutput(path.join(folder, "site"), path.join(folder, "posts"), path.join(folder, "project"), {
    cache: path.join(folder, "cache"),
    fingerprint: "",
  });
}

/** What stands in the `site` of a folder, without the list. */
function siteIn(folder: string): Readonly<Record<string, string>> {
  const site = path.join(folder, "site");
  const names = filesIn(site).filter((name) => name !== manifestName);
  return Object.fromEntries(names.map((name) => [name, textIn(site, name)]));
}

test("an empty folder gets the pages and the list of them", async () => {
  const folder = temporaryFolder();
  const pages = { "index.html": "home", "a/b/c.html": "article" };
  const { files, written, removed } = await published(folder, pages);
  expect([new Set(files), files.size, written, removed]).toEqual([new Set(Object.keys(pages)), 2, 2, 0]);
  expect(siteIn(folder)).toEqual(pages);
  expect(readManifest(path.join(folder, "site"))).toEqual(new Set(Object.keys(pages)));
});

test("bytes are written as they are", async () => {
  const folder = temporaryFolder();
  const bytes = new Uint8Array([0, 255, 10, 13]);
  await published(folder, { "seal.bin": bytes });
  expect(new Uint8Array(readFileSync(path.join(folder, "site/seal.bin")))).toEqual(bytes);
});

test("what has not changed is left alone", async () => {
  const folder = temporaryFolder();
  await published(folder, { "index.html": "home", "a.html": "old" });
  const before = statSync(path.join(folder, "site/index.html"));
  expect(await published(folder, { "index.html": "home", "a.html": "new" })).toMatchObject({ written: 1, removed: 0 });
  const after = statSync(path.join(folder, "site/index.html"));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  expect(siteIn(folder)).toEqual({ "index.html": "home", "a.html": "new" });
});

test("each file that is new, has changed or is gone is told", async () => {
  const folder = temporaryFolder();
  await published(folder, { "index.html": "home", "a.html": "old", "b.html": "gone" });
  const told: unknown[] = [];
  const pages = pagesOf({ "index.html": "home", "a.html": "new", "c.html": "added" });
  await publish(pages, claimed(folder), { onChange: (change) => told.push(change) });
  expect(told).toEqual([
    { turn: "changed", path: "a.html" },
    { turn: "added", path: "c.html" },
    { turn: "removed", path: "b.html" },
  ]);
});

test("what is no longer a page is removed with the folders it leaves empty, and no others", async () => {
  const folder = temporaryFolder();
  await published(folder, { "index.html": "home", "a/b/c.html": "article", "a/d.html": "kept", "e/f/g.html": "gone" });
  expect(await published(folder, { "index.html": "home", "a/d.html": "kept" })).toMatchObject({
    written: 0,
    removed: 2,
  });
  expect(siteIn(folder)).toEqual({ "index.html": "home", "a/d.html": "kept" });
  expect(statSync(path.join(folder, "site/a")).isDirectory()).toBe(true);
  for (const gone of ["site/a/b", "site/e"])
    expect(statSync(path.join(folder, gone), { throwIfNoEntry: false })).toBeUndefined();
});

test("a file that came after the folder was claimed is never removed", async () => {
  const folder = temporaryFolder();
  await published(folder, { "a/b.html": "article" });
  const output = claimOutput(path.join(folder, "site"), path.join(folder, "posts"), path.join(folder, "project"), {
    cache: path.join(folder, "cache"),
    fingerprint: "",
  });
  writeFiles(folder, { "site/a/notes.txt": "mine" });
  await publish(pagesOf({ "index.html": "home" }), output);
  expect(siteIn(folder)).toEqual({ "index.html": "home", "a/notes.txt": "mine" });
});

test.each(["../notes.txt", "a/../../notes.txt", "/../notes.txt"])(
  "a list that names %s removes nothing outside the folder",
  async (name) => {
    const folder = temporaryFolder();
    writeFiles(folder, { "notes.txt": "mine" });
    mkdirSync(path.join(folder, "site"));
    writeManifest(path.join(folder, "site"), [name]);
    await published(folder, { "index.html": "home" });
    expect(textIn(folder, "notes.txt")).toBe("mine");
  },
);

test.each(["../index.html", "a/../../index.html"])(
  "a page that would stand outside the folder, at %s, is refused",
  async (name) => {
    const folder = temporaryFolder();
    await expect(published(folder, { [name]: "out" })).rejects.toThrow(FangzhiError);
    expect(filesIn(folder).filter((file) => file.endsWith(".html"))).toEqual([]);
  },
);

test.each([
  ["a file becomes a folder", { "a.html": "file" }, { "a.html/b.html": "below" }],
  ["a folder becomes a file", { "a.html/b.html": "below" }, { "a.html": "file" }],
  ["a deep folder becomes a file", { "a/b/c/d.html": "1", "a/b/e.html": "2" }, { a: "file" }],
  ["a file becomes a deep folder", { a: "file" }, { "a/b/c/d.html": "1", "a/b/e.html": "2" }],
  ["some change places", { "a/b": "1", c: "2" }, { a: "1", "c/d": "2" }],
])("the folder is brought to the pages also where %s", async (_, before: Contents, after: Contents) => {
  const folder = temporaryFolder();
  await published(folder, before);
  await published(folder, after);
  expect(siteIn(folder)).toEqual(after);
  await published(folder, before);
  expect(siteIn(folder)).toEqual(before);
});

test("an empty folder does not stand in the way of a page", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "site/a.html"), { recursive: true });
  await published(folder, { "a.html": "file" });
  expect(siteIn(folder)).toEqual({ "a.html": "file" });
});

test("the folder is brought to exactly the pages, whatever was there before and however much of it is lost", async () => {
  const root = temporaryFolder();
  const names = fc.constantFrom("a", "b", "a/b", "a/b/c", "a/c", "b/a", "b/a/c", "c.html", "南通/a.html");
  const contents = fc.dictionary(names, fc.constantFrom("1", "2", "")).map((pages): Contents => {
    const isFolder = (name: string) => Object.keys(pages).some((other) => other.startsWith(`${name}/`));
    return Object.fromEntries(Object.entries(pages).filter(([name]) => !isFolder(name)));
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(contents, { minLength: 1, maxLength: 4 }), fc.array(fc.nat()), async (builds, losses) => {
      const folder = path.join(root, String(run++));
      for (const pages of builds) {
        const publication = await published(folder, pages);
        expect(siteIn(folder)).toEqual(pages);
        expect([...publication.files].toSorted()).toEqual(Object.keys(pages).toSorted());
        expect(readManifest(path.join(folder, "site"))).toEqual(new Set(publication.files));
        const files = Object.keys(pages);
        for (const loss of losses) {
          const lost = files[loss % (files.length + 1)];
          if (lost !== undefined) rmSync(path.join(folder, "site", lost), { force: true });
        }
      }
    }),
  );
});

test("a build that is stopped midway is followed by one that ends in the clean result", async () => {
  const folder = temporaryFolder();
  await published(folder, { "a.html": "old", "b.html": "old", "c.html": "old" });
  const output = claimOutput(path.join(folder, "site"), path.join(folder, "posts"), path.join(folder, "project"), {
    cache: path.join(folder, "cache"),
    fingerprint: "",
  });
  const stop = () => {
    throw new Error("stopped");
  };
  const pages = [...pagesOf({ "a.html": "half", "new/d.html": "half" }), { path: "e.html", from: "", content: stop }];
  await expect(publish(pages, output)).rejects.toThrow("stopped");
  await published(folder, { "a.html": "new", "f.html": "new" });
  expect(siteIn(folder)).toEqual({ "a.html": "new", "f.html": "new" });
  expect(filesIn(path.join(folder, "site"))).toEqual([manifestName, "a.html", "f.html"]);
});

test("two pages that claim one file are a conflict that names both makers, and nothing is written", async () => {
  const folder = temporaryFolder();
  const output = claimOutput(path.join(folder, "site"), path.join(folder, "posts"), path.join(folder, "project"), {
    cache: path.join(folder, "cache"),
    fingerprint: "",
  });
  const pages = ["layouts/pages/about.njk", "layouts/article.njk"].map((from): Page => ({
    path: "about.html",
    from,
    content: () => from,
  }));
  await expect(publish(pages, output)).rejects.toThrow(FangzhiError);
  await expect(publish(pages, output)).rejects.toThrow(
    "layouts/pages/about.njk and layouts/article.njk both make about.html. Give one of them another permalink.",
  );
  expect(siteIn(folder)).toEqual({});
});

test.each([
  ["about.html", "about.html/us.html"],
  ["a/b/c.html", "a"],
])(
  "pages at %s and %s, of which one needs a folder where the other is a file, are a conflict too",
  async (one, another) => {
    const folder = temporaryFolder();
    const output = claimOutput(path.join(folder, "site"), path.join(folder, "posts"), path.join(folder, "project"), {
      cache: path.join(folder, "cache"),
      fingerprint: "",
    });
    const pages: readonly Page[] = [
      { path: one, from: "one.njk", content: () => "one" },
      { path: another, from: "another.njk", content: () => "another" },
    ];
    await expect(publish(pages, output)).rejects.toThrow(FangzhiError);
    await expect(publish(pages, output)).rejects.toThrow(/one\.njk.*another\.njk|another\.njk.*one\.njk/);
  },
);

test("each page is told of once, and drawn once", async () => {
  const folder = temporaryFolder();
  const output = claimOutput(path.join(folder, "site"), path.join(folder, "posts"), path.join(folder, "project"), {
    cache: path.join(folder, "cache"),
    fingerprint: "",
  });
  const drawn: string[] = [];
  let told = 0;
  const pages = ["a.html", "b.html"].map((name): Page => {
    return { path: name, from: "", content: () => (drawn.push(name), name) };
  });
  await publish(pages, output, { onPage: () => told++ });
  expect(drawn).toEqual(["a.html", "b.html"]);
  expect(told).toBe(2);
});

test("a page that is composed finds all others in the folder, and may come in pieces", async () => {
  const folder = temporaryFolder();
  const others = pagesOf({ "a.txt": "甲", "b/c.txt": "乙" });
  const composed: Page = {
    path: "all.txt",
    from: "a composer",
    isComposed: true,
    *content(site = "") {
      for (const { path: other } of others) yield readFileSync(path.join(site, other));
    },
  };
  await publish([...others, composed], claimed(folder));
  expect(siteIn(folder)).toEqual({ "a.txt": "甲", "b/c.txt": "乙", "all.txt": "甲乙" });
});

/** Pages that are told apart without being drawn, and how often they were gone through. */
function surveyed(versions: readonly number[]) {
  const count = { passes: 0 };
  const pages: Iterable<Page> = {
    *[Symbol.iterator]() {
      count.passes++;
      for (const [at, version] of versions.entries()) {
        const content = () => `page ${at}, version ${version}`;
        yield { path: `${at}.html`, from: "a layout", fingerprint: () => version, content };
      }
    },
  };
  return { pages, count };
}

test.each([
  [999, 1],
  [1000, 1],
  [1001, 2],
])(
  "when %i of many pages have changed, those are drawn, and pages are gone through %i times",
  async (changed, passes) => {
    const folder = temporaryFolder();
    const versions = Array.from({ length: 1100 }, () => 1);
    const output = claimed(folder);
    await publish(surveyed(versions).pages, output);
    output.ledger.save();
    // Not the first ones, nor the last.
    const now = versions.map((version, at) => (at >= 50 && at < 50 + changed ? 2 : version));
    const { pages, count } = surveyed(now);
    let ticks = 0;
    const { written } = await publish(pages, claimed(folder), { onPage: () => ticks++ });
    expect([written, ticks, count.passes]).toEqual([changed, 1100, passes]);
    const expected = now.map((version, at) => [`${at}.html`, `page ${at}, version ${version}`]);
    expect(siteIn(folder)).toEqual(Object.fromEntries(expected));
  },
);

test("one publication builds on the files of the one before, in part or whole", async () => {
  const folder = temporaryFolder();
  let output = claimed(folder);
  const step = async (names: readonly string[], isPartial: boolean) => {
    const pages = pagesOf(Object.fromEntries(names.map((name) => [name, name])));
    const { files, removed } = await publish(pages, output, { isPartial });
    output = { ...output, previous: files, isListed: true, changed: new Set() };
    const listed = readManifest(path.join(folder, "site"));
    return { site: Object.keys(siteIn(folder)), files: [...files].sort(), listed: [...listed!].sort(), removed };
  };
  const all = (names: readonly string[], removed: number) => ({ site: names, files: names, listed: names, removed });
  expect(await step(["a.html", "b.html", "c.html"], false)).toEqual(all(["a.html", "b.html", "c.html"], 0));
  expect(await step(["a.html", "b.html"], true)).toEqual(all(["a.html", "b.html", "c.html"], 0));
  expect(await step(["a.html", "d.html"], true)).toEqual(all(["a.html", "b.html", "c.html", "d.html"], 0));
  expect(await step(["a.html", "d.html"], false)).toEqual(all(["a.html", "d.html"], 2));
  expect(await step(["d.html", "e.html"], false)).toEqual(all(["d.html", "e.html"], 1));
  expect(await step(["a.html", "e.html"], true)).toEqual(all(["a.html", "d.html", "e.html"], 0));
});

describe("other threads", () => {
  const page = (name: string, weight: number, told: string[]): Page => ({
    path: name,
    from: "a layout",
    isComposed: name.startsWith("composed"),
    weight,
    content: () => (told.push(`${name} here`), name),
    task: () => ({ layout: "a", permalink: `/${name}` as Permalink, context: "{}" }),
  });
  const names = ["a.html", "b.html", "composed.html"];
  const allHere = ["a.html here", "b.html here", "dismissed", "composed.html here"];
  const bothThere = ["a.html there", "b.html there", "dismissed", "composed.html here"];

  test.each([
    ["draw what is not composed, and are let go before the rest", 1000, false, bothThere],
    ["are not called in for little", 600, false, allHere],
    ["draw even little when they are there", 1, true, bothThere],
  ])("%s", async (_, weight, areIn, expected) => {
    const folder = temporaryFolder();
    const told: string[] = [];
    const threads: Threads = {
      count: 2,
      areIn: () => areIn,
      draw: async (handed) => {
        await setImmediate();
        return handed.map(({ path: name, target, fingerprint }) => {
          told.push(`${name} there`);
          return { written: writeWhole(target, name), page: drawnPage(target.file, fingerprint) };
        });
      },
      dismiss: () => void told.push("dismissed"),
    };
    const pages = names.map((name) => page(name, weight, told));
    const { written } = await publish(pages, claimed(folder), { threads });
    expect(told).toEqual(expected);
    expect([written, Object.keys(siteIn(folder))]).toEqual([3, names]);
  });

  test("are not called in for what stands there already", async () => {
    const folder = temporaryFolder();
    const told: string[] = [];
    const pages = (version: number) =>
      ["a.html", "b.html", "c.html"].map((name) => {
        const own = name === "c.html" ? version : 1;
        return { ...page(name, 1500, told), fingerprint: () => own };
      });
    const output = claimed(folder);
    await publish(pages(1), output);
    output.ledger.save();
    const count = 2;
    const draw = vi.fn<Threads["draw"]>();
    await publish(pages(2), claimed(folder), {
      threads: { count, areIn: () => false, draw, dismiss: () => undefined },
    });
    expect(draw).not.toHaveBeenCalled();
    expect(told.slice(3)).toEqual(["c.html here"]);
  });
});
