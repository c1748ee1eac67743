import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tmpdir } from "node:os";
import { project, writeFiles, type Run } from "../support/command.ts";

/** Where everything stands: the repository, and a checkout of it, always in one place as on a host. */
let place: string;
const at = (...names: readonly string[]) => path.join(place, ...names);
const checkout = () => at("checkout");

function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: {
      PATH: process.env["PATH"],
      HOME: place,
      LANG: "C.UTF-8",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@example.com",
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@example.com",
      ...env,
    },
    encoding: "utf8",
    timeout: 100_000,
  });
  return { code: status, out: stdout, err: stderr };
}

function git(cwd: string, ...args: readonly string[]): string {
  const { code, out, err } = run("git", args, cwd);
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${err}`);
  return out.trim();
}

const script = (name: string, env: Readonly<Record<string, string>>) =>
  run("bash", [path.join(checkout(), "ci", `${name}.sh`)], checkout(), env);

/** A fresh checkout, as actions/checkout makes one: of one commit, without what came before. */
function checkOut(branch: string): void {
  const packages = at("packages");
  if (existsSync(checkout())) renameSync(path.join(checkout(), "node_modules"), packages);
  rmSync(checkout(), { recursive: true, force: true });
  git(place, "clone", "--quiet", "--depth=1", "--branch", branch, `file://${at("repository")}`, checkout());
  renameSync(packages, path.join(checkout(), "node_modules"));
}

/** The packages of this project, in a folder of its own: the compiled program is kept there. */
function linkPackages(): void {
  mkdirSync(at("packages"));
  for (const name of readdirSync(path.join(project, "node_modules"))) {
    if (name !== ".cache") symlinkSync(path.join(project, "node_modules", name), at("packages", name));
  }
}

const article = (title: string, text: string) => `---
title: "${title}"
date: 2022-03-11 08:00:00 +0800
categories: nantongribao
---

${text}
`;

/** The commit that the change is to be merged into. */
let base: string;

beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), "fangzhi-ci-"));
  linkPackages();
  const repository = at("repository");
  for (const name of ["bin", "src", "layouts", "ci", "package.json", ".gitignore"]) {
    cpSync(path.join(project, name), path.join(repository, name), { recursive: true });
  }
  const config = readFileSync(path.join(project, ".eleventy.ts"), "utf8");
  writeFileSync(path.join(repository, ".eleventy.ts"), config.replace("defineSite({", "defineSite({\n  cards: false,"));
  writeFiles(path.join(repository, "posts"), {
    "2022-03-11-a.md": article("甲", "<p>见<a href='http://127.0.0.1:9/x'>此</a>。</p><script>x</script>"),
    "2022-03-11-b.md": article("乙", "正文。"),
    "2022-03-11-c.md": article("丙", "正文。"),
  });
  git(place, "init", "--quiet", "--initial-branch=main", repository);
  git(repository, "add", ".");
  git(repository, "commit", "--quiet", "--message=base");
  base = git(repository, "rev-parse", "HEAD");
  git(repository, "checkout", "--quiet", "-b", "change");
  writeFiles(path.join(repository, "posts"), {
    "2022-03-11-b.md": article("乙", "改正后的正文。"),
    "2022-03-11-c.md": "---\ntitle: [坏\n---\n",
    "2022-03-11-丁,一.md": article("丁 *一*", "新文章。"),
  });
  git(repository, "add", ".");
  git(repository, "commit", "--quiet", "--message=change");
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

test(
  "a branch is published, and a pull request then shows what it adds, changes and breaks",
  { timeout: 120_000 },
  () => {
    checkOut("main");
    const summary = at("summary.md");
    const github = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, LANG: "zh_CN.UTF-8" };

    // What only wants mending fails the check when that is asked for.
    const checked = script("check", github);
    expect(checked.out).toMatch(
      /^::warning file=posts\/2022-03-11-a\.md,line=\d+,col=\d+,title=\S+?::.*\n检查文章：未能发布 0 处，建议修改 1 处。\n$/,
    );
    expect(checked.code).toBe(0);
    expect(script("check", { FAIL_ON: "warning" }).code).toBe(1);

    rmSync(summary);
    const published = script("build", { ...github, SITE_URL: "https://archive.example/news" });
    expect(published.code).toBe(0);
    const [, token] = /^::stop-commands::([0-9a-f]{32})\n/.exec(published.out) ?? [];
    expect(published.out.endsWith(`\n::${token}::\n`)).toBe(true);
    expect(readFileSync(summary, "utf8")).toContain("### 文章\n\n没有上一次构建可供比较，或者程序、配置已有改动。");
    // As actions/cache keeps it.
    expect(run("tar", ["--posix", "-cf", at("kept.tar"), ".cache/build", "_site"], checkout()).code).toBe(0);

    checkOut("change");
    rmSync(summary);
    const broken = script("check", { ...github, BASE: base });
    expect(broken.code).toBe(1);
    const [first, second] = broken.out.split("\n");
    expect(first).toMatch(/^::error file=posts\/2022-03-11-c\.md,line=2,col=\d+,title=/);
    expect(second).toMatch(/^::warning file=posts\/2022-03-11-a\.md,/);
    expect(readFileSync(summary, "utf8")).toBe("检查文章：未能发布 1 处，建议修改 1 处。\n\n");

    expect(run("tar", ["-xf", at("kept.tar")], checkout()).code).toBe(0);
    const built = script("build", { ...github, STRICT: "true" });
    expect(built.out).toContain("读取文章 4 篇（缓存 1 篇）：发布 3，合并 0，草稿 0，未能发布 1。");
    expect(built.code).toBe(1);
    const text = readFileSync(summary, "utf8");
    expect(text).toContain(`### 文章 (新增 1，修改 2，删除 0)

- 修改 **乙** \`posts/2022-03-11-b.md\` → \`/nantongribao/2022/03/11/b.html\`
- 修改 \`posts/2022-03-11-c.md\` (未能发布，见下)
- 新增 **丁 \\*一\\*** \`posts/2022-03-11-丁,一.md\` → \`/nantongribao/2022/03/11/丁,一.html\`

### 未能发布 (1)

- \`posts/2022-03-11-c.md:2:`);
    expect(text).toContain("| 文章与跳转页 | 1 | 2 | 1 |");
    expect(text).toContain("- 删除 `/nantongribao/2022/03/11/c.html`");
    // The address is that of the deployed site, though this build was not told it.
    expect(readFileSync(path.join(checkout(), "_site/sitemap.xml"), "utf8")).toContain("https://archive.example/news/");
  },
);

test("GitLab is given its report and the summary as files", { timeout: 120_000 }, () => {
  checkOut("change");
  const { code, out } = script("check", { BASE: base, CODE_QUALITY: at("quality.json"), LANG: "en_US.UTF-8" });
  expect(code).toBe(1);
  expect(out).toMatch(/^posts\/2022-03-11-c\.md:2:\d+ {2}.+ \[error: \S+\]\nposts\/2022-03-11-a\.md:/);
  expect(out).toContain("Articles checked: 1 held back, 1 to mend.\n");
  const report = JSON.parse(readFileSync(at("quality.json"), "utf8")) as readonly Record<string, unknown>[];
  expect(report).toHaveLength(2);
  expect(report).toContainEqual({
    description: expect.stringMatching(/./),
    check_name: expect.stringMatching(/^[a-z-]+$/),
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    severity: "critical",
    location: { path: "posts/2022-03-11-c.md", lines: { begin: 2 } },
  });
  expect(script("build", { SUMMARY: at("gitlab.md") }).code).toBe(0);
  expect(readFileSync(at("gitlab.md"), "utf8")).toMatch(/^## What this build changes\n/);
});

test("the report on links is part of the summary", { timeout: 120_000 }, () => {
  const summary = at("links.md");
  const { code, out } = script("links", { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, LIMIT: "5" });
  expect(code).toBe(0);
  expect(out).toMatch(/^::stop-commands::/);
  expect(readFileSync(summary, "utf8")).toBe(`## Addresses outside the site

    Cannot be judged from here; look yourself (1):
      posts/2022-03-11-a.md:7  http://127.0.0.1:9/x (in a private network; not asked)
    1 addresses outside the site, 1 asked for: 0 there, 0 gone, 0 moved, 1 unsure.
`);
});

test("a check that cannot be made is no check that was passed", () => {
  const { code, err } = script("check", { POSTS: "nowhere" });
  expect(err).not.toBe("");
  expect(code).not.toBe(0);
});
