import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FangzhiError } from "../../src/errors.ts";
import { manifestName, writeManifest } from "../../src/publish/manifest.ts";
import { publish } from "../../src/publish/publish.ts";
import { asideName, claimOutput, type ClaimOptions } from "../../src/publish/output.ts";
import { filesIn, temporaryFolder, writeFiles } from "../support/command.ts";

/** A project with its sources, articles inside and outside of it, and a few other files. */
function ground(): string {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "project/.eleventy.ts": "",
    "project/src/build.ts": "",
    "project/layouts/base.njk": "",
    "project/layouts/pages/index.njk": "",
    "project/posts/a.md": "",
    "articles/deep/a.md": "",
    "holiday/photo.jpg": "",
    "file.txt": "",
  });
  return folder;
}

function claim(folder: string, output: string, posts = "project/posts", options: ClaimOptions = {}) {
  const place = { cache: path.join(folder, "cache"), fingerprint: "" };
  const project = path.join(folder, "project");
  return claimOutput(path.join(folder, output), path.join(folder, posts), project, place, options);
}

function refusal(work: () => unknown): FangzhiError {
  try {
    work();
  } catch (error) {
    if (error instanceof FangzhiError) return error;
    throw error;
  }
  throw new Error("Expected the folder to be refused, but it was not");
}

test.each(["project/_site", "site", "site/deep/er", "project/.cache/serve", "postscript", "project/posts-site"])(
  "%s may be written to, and is made if it is missing",
  (output) => {
    const folder = ground();
    const { folder: claimed, previous } = claim(folder, output);
    expect(claimed).toBe(path.join(folder, output));
    expect([...previous]).toEqual([]);
    expect(filesIn(claimed)).toEqual([]);
  },
);

test.each([
  ["project/posts", "is the posts folder"],
  ["project/posts/site", "lies in it"],
  ["project/posts/deep/site", "lies deep in it"],
  ["project", "holds it"],
  [".", "holds the project"],
  ["project/src", "is a folder of sources"],
  ["project/layouts/pages/site", "lies in the layouts"],
  ["project/node_modules/site", "lies in the packages"],
  ["project/.git", "is the repository"],
  ["project/_site/../posts", "is the posts folder by a detour"],
  ["project/tests", "is the folder of the tests, there or not"],
])("%s is refused, for it %s", (output) => {
  const folder = ground();
  const before = filesIn(folder);
  expect(refusal(() => claim(folder, output)).message).toMatch(/is refused: it is, holds or lies in /);
  expect(filesIn(folder)).toEqual(before);
});

test("what nobody has made is removed from a folder of the program's own, and from no other", () => {
  const folder = ground();
  expect(refusal(() => claim(folder, "holiday")).message).toContain("photo.jpg");
  writeManifest(path.join(folder, "holiday"), new Set(["made.html"]));
  writeFiles(folder, { "holiday/made.html": "" });
  claim(folder, "holiday", "project/posts", { isOwn: true });
  expect(filesIn(path.join(folder, "holiday")).toSorted()).toEqual([manifestName, "made.html"].sort());
});

test.each(["articles", "articles/deep", "articles/deep/site", "."])(
  "%s is refused when the posts are elsewhere, in articles",
  (output) => {
    const folder = ground();
    expect(refusal(() => claim(folder, output, "articles")).message).toMatch(/is, holds or lies in/);
  },
);

test("the root of the disk is refused", () => {
  const folder = ground();
  const posts = path.join(folder, "project/posts");
  expect(
    refusal(() =>
      claimOutput("/", posts, path.join(folder, "project"), {
        cache: path.join(folder, "cache"),
        fingerprint: "",
      }),
    ).exitCode,
  ).toBe(1);
});

test.each([
  ["project/posts", "link"],
  ["project", "link/posts/site"],
  ["project/layouts", "link/site"],
])("a way through a symbolic link to %s is refused", (target, output) => {
  const folder = ground();
  symlinkSync(path.join(folder, target), path.join(folder, "link"));
  expect(refusal(() => claim(folder, output)).message).toMatch(/is, holds or lies in/);
});

test("a symbolic link to the posts guards the folder it leads to", () => {
  const folder = ground();
  symlinkSync(path.join(folder, "articles"), path.join(folder, "link"));
  expect(refusal(() => claim(folder, "articles/site", "link")).message).toMatch(/is, holds or lies in/);
});

test("a symbolic link to a harmless folder is followed", () => {
  const folder = ground();
  mkdirSync(path.join(folder, "site"));
  symlinkSync(path.join(folder, "site"), path.join(folder, "link"));
  expect(claim(folder, "link").folder).toBe(path.join(folder, "site"));
});

test("a symbolic link to nothing is refused", () => {
  const folder = ground();
  symlinkSync(path.join(folder, "project/posts/new"), path.join(folder, "link"));
  const before = filesIn(folder);
  expect(refusal(() => claim(folder, "link")).exitCode).toBe(1);
  expect(filesIn(folder)).toEqual(before);
});

test.each(["file.txt", "file.txt/site"])("%s is refused, for there is a file", (output) => {
  expect(refusal(() => claim(ground(), output)).message).toMatch(/is refused: /);
});

test("a folder with files of others is refused by their names, and keeps them", () => {
  const folder = ground();
  writeFiles(folder, Object.fromEntries(["a", "b", "c/d", "e"].map((name) => [`holiday/${name}.txt`, name])));
  const before = filesIn(folder);
  const { text } = refusal(() => claim(folder, "holiday"));
  expect(text.en).toMatch(/holds files that no build has made \(\S+, \S+, \S+, …\)/);
  expect(text.zh).toMatch(/其中有不是由构建生成的文件（\S+, \S+, \S+, …）/);
  expect(filesIn(folder)).toEqual(before);
});

test("one foreign file among those that builds have made is enough", () => {
  const folder = ground();
  writeFiles(folder, { "site/index.html": "", "site/deep/notes.txt": "" });
  writeManifest(path.join(folder, "site"), ["index.html"]);
  expect(refusal(() => claim(folder, "site")).message).toContain("(deep/notes.txt)");
});

test("a symbolic link in the folder is a foreign file and is not followed", () => {
  const folder = ground();
  mkdirSync(path.join(folder, "site"));
  symlinkSync(path.join(folder, "holiday"), path.join(folder, "site/link"));
  expect(refusal(() => claim(folder, "site")).message).toContain("(link)");
});

test("a folder with what earlier builds made, and what a killed one left, may be written to", async () => {
  const folder = ground();
  writeFiles(folder, {
    "site/index.html": "",
    "site/a/b.html": "",
    [`site/${asideName}/3`]: "half",
    [`site/${manifestName}.new`]: "half",
  });
  writeManifest(path.join(folder, "site"), ["index.html", "a/b.html", "gone.html"]);
  const output = claim(folder, "site");
  expect([...output.previous].toSorted()).toEqual(["a/b.html", "gone.html", "index.html"]);
  await publish([], output);
  expect(filesIn(path.join(folder, "site"))).toEqual([manifestName]);
});

test("a list of another kind makes no file ours", () => {
  const folder = ground();
  writeFiles(folder, { "site/index.html": "", [`site/${manifestName}`]: "something else\nindex.html\n" });
  expect(refusal(() => claim(folder, "site")).message).toContain("(index.html)");
  expect(readFileSync(path.join(folder, "site", manifestName), "utf8")).toBe("something else\nindex.html\n");
});
