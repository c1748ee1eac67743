import { readFileSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { fangzhi, filesIn, temporaryFolder, writeFiles } from "../support/command.ts";

const post = (title: string, date: string, category: string, body: string) =>
  `---\ntitle: ${title}\ndate: ${date} 08:00:00 +0800\ncategories: ${category}\n---\n<p>${body}</p>\n`;

/** A site of its own: two papers over three months. */
function site() {
  const folder = temporaryFolder();
  const posts = path.join(folder, "posts");
  const output = path.join(folder, "site");
  const args = ["build", "--quiet", "--posts", posts, "--cache", path.join(folder, "cache")];
  for (const month of ["01", "02", "03"]) {
    for (const category of ["a", "b"]) {
      const date = `2022-${month}-11`;
      writeFiles(posts, { [`${date}-${category}.md`]: post(`${category}${month}`, date, category, `正文 ${month}。`) });
    }
  }
  /** Builds, and names the data that were written, and the pages. */
  const build = (): Readonly<Record<"data" | "pages", readonly string[]>> => {
    // A build does not trust a time that is as fresh as itself.
    for (const name of filesIn(posts)) {
      const file = path.join(posts, name);
      const { mtimeMs } = statSync(file);
      if (mtimeMs > Date.now() - 10_000) utimesSync(file, mtimeMs / 1000, mtimeMs / 1000 - 3600 + Math.random());
    }
    const before = filesAt();
    expect(fangzhi([...args, "--output", output])).toMatchObject({ code: 0 });
    const after = filesAt();
    const written = Object.keys(after).filter((name) => after[name] !== before[name]);
    return {
      data: written.filter((name) => /^(?:api|data)\//.test(name)),
      pages: written.filter((name) => name.endsWith(".html")),
    };
  };
  const filesAt = (): Readonly<Record<string, number>> => {
    try {
      return Object.fromEntries(filesIn(output).map((name) => [name, statSync(path.join(output, name)).ino]));
    } catch {
      return {};
    }
  };
  const clean = () => {
    const other = path.join(temporaryFolder(), "clean");
    expect(fangzhi([...args.slice(0, -2), "--no-cache", "--output", other])).toMatchObject({ code: 0 });
    return contents(other);
  };
  return { posts, build, clean, contents: () => contents(output) };
}

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesIn(folder).map((name) => [name, readFileSync(path.join(folder, name), "latin1")]));
}

const volume = (month: string) =>
  ["csv", "jsonl", "jsonl.gz", "sha256"].map((file) => `data/articles-${month}.${file}`);
const whole = ["data/articles.csv", "data/articles.jsonl.gz", "data/datapackage.json"];

test("only the data in which something has changed are written", () => {
  const { posts, build, clean, contents: now } = site();
  build();
  expect(build()).toEqual({ data: [], pages: [] });

  // The text alone: lists do not show the end of it.
  writeFiles(posts, { "2022-02-11-a.md": post("a02", "2022-02-11", "a", `正文 02。</p><p>${"又".repeat(200)}`) });
  build();
  writeFiles(posts, { "2022-02-11-a.md": post("a02", "2022-02-11", "a", `正文 02。</p><p>${"又".repeat(201)}`) });
  expect(build()).toEqual({
    data: ["api/article/a/2022/02/11/a.json", ...volume("2022-02"), ...whole],
    pages: ["a/2022/02/11/a.html"],
  });

  writeFiles(posts, { "2022-02-11-a.md": post("新题", "2022-02-11", "a", "正文 02。") });
  expect(build().data).toEqual([
    "api/article/a/2022/02/11/a.json",
    "api/category/a.json",
    "api/category/a/2022-02.json",
    ...volume("2022-02"),
    ...whole,
  ]);

  writeFiles(posts, { "2022-03-12-c.md": post("c03", "2022-03-12", "b", "正文。") });
  expect(build().data).toEqual([
    "api/article/b/2022/03/12/c.json",
    "api/category/b.json",
    "api/category/b/2022-03.json",
    "api/index.json",
    ...volume("2022-03"),
    ...whole,
  ]);
  expect(now()).toEqual(clean());
}, 120_000);
