import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { changesIn } from "../../src/read/changes.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

/** A repository with one commit on its main branch. */
function repository() {
  const folder = temporaryFolder();
  const who = ["-c", "user.name=甲", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"];
  const git = (...args: readonly string[]) => execFileSync("git", [...who, ...args], { cwd: folder, stdio: "pipe" });
  git("init", "-q", "-b", "main");
  writeFiles(folder, { "posts/a.md": "a", "posts/deep/文章 一.md": "b", "README.md": "c" });
  const commit = () => {
    git("add", "-A");
    git("commit", "-q", "-m", "x");
  };
  commit();
  const posts = path.join(folder, "posts");
  return { folder, posts, git, commit };
}

const changed = (since: string, ...paths: readonly string[]) => ({ kind: "changed", since, paths: new Set(paths) });
const unknown = (reason: string) => ({ kind: "unknown", reason });

test("on the main branch it is what is not committed: edited, staged, new, but not deleted or ignored", () => {
  const { folder, posts, git } = repository();
  expect(changesIn(posts)).toEqual(changed("HEAD"));
  writeFiles(folder, { "posts/deep/文章 一.md": "new", "posts/c.md": "c", "README.md": "new", ".gitignore": "x.md" });
  writeFiles(folder, { "posts/x.md": "x", "posts/staged.md": "s" });
  git("add", "posts/staged.md");
  rmSync(path.join(posts, "a.md"));
  expect(changesIn(posts)).toEqual(changed("HEAD", "deep/文章 一.md", "staged.md", "c.md"));
});

test("on another branch it is what has changed since it left the main branch", () => {
  const { folder, posts, git, commit } = repository();
  git("checkout", "-q", "-b", "新文章");
  writeFiles(folder, { "posts/b.md": "b" });
  commit();
  git("checkout", "-q", "main");
  writeFiles(folder, { "posts/a.md": "changed on main" });
  commit();
  git("checkout", "-q", "新文章");
  writeFiles(folder, { "posts/c.md": "c" });
  expect(changesIn(posts)).toEqual(changed("main", "b.md", "c.md"));
  expect(changesIn(posts, "HEAD")).toEqual(changed("HEAD", "c.md"));
  expect(changesIn(posts, "no-such-branch")).toEqual(unknown("no-base"));
});

test("on the main branch of a clone it is what was not pushed", () => {
  const { folder, git } = repository();
  const clone = `${folder}/clone`;
  git("clone", "-q", folder, clone);
  const inClone = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=甲", "-c", "user.email=a@example.org", ...args], {
      cwd: clone,
      stdio: "pipe",
    });
  writeFiles(clone, { "posts/b.md": "b" });
  inClone("add", "-A");
  inClone("commit", "-q", "-m", "x");
  expect(changesIn(path.join(clone, "posts"))).toEqual(changed("origin/main", "b.md"));
});

test("where Git does not know, it is said why", () => {
  expect(changesIn(temporaryFolder())).toEqual(unknown("no-git"));
  const empty = temporaryFolder();
  execFileSync("git", ["init", "-q"], { cwd: empty });
  expect(changesIn(empty)).toEqual(unknown("no-commit"));
  const { folder, git } = repository();
  git("clone", "-q", "--depth", "1", `file://${folder}`, `${folder}/shallow`);
  expect(changesIn(`${folder}/shallow/posts`)).toEqual(unknown("shallow"));
  writeFiles(folder, { ".gitignore": "drafts" });
  mkdirSync(`${folder}/drafts`);
  expect(changesIn(`${folder}/drafts`)).toEqual(unknown("ignored"));
});

test("what a hook of another repository says of itself is not heard", () => {
  const { posts } = repository();
  process.env["GIT_DIR"] = "/nowhere/.git";
  try {
    expect(changesIn(posts)).toEqual(changed("HEAD"));
  } finally {
    delete process.env["GIT_DIR"];
  }
});
