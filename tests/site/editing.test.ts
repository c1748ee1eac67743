import { execFileSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { copyOfSite, fangzhi, filesIn, temporaryFolder, textIn, writeFiles, type Run } from "../support/command.ts";

function article(title: string, tag = "南通日报新闻", body = `<p>${title}的正文，各不相同。</p>`): string {
  return `---\ntitle: "${title}"\ndate: 2024-01-25 10:00:00 +0800\ncategories: nantongribao\ntags: ${tag}\n---\n${body}\n`;
}

/** A site under Git with six articles, all committed. */
function site() {
  const folder = temporaryFolder();
  copyOfSite(folder);
  const names = ["一", "二", "三", "四", "五", "六"];
  writeFiles(folder, Object.fromEntries(names.map((name) => [`posts/${name}.md`, article(`第${name}篇`)])));
  writeFiles(folder, { ".gitignore": ".cache\n_site\n" });
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"];
  const git = (...args: readonly string[]) => execFileSync("git", [...who, ...args], { cwd: folder, stdio: "pipe" });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "x");
  return { folder, run: (...args: readonly string[]): Run => fangzhi(args, { cwd: folder }) };
}

/** The lines that say where a problem is. */
function problems({ out }: Run): readonly string[] {
  return (out.match(/^\S+:\d+:\d+ .*$/gm) ?? []).map((line) => line.replace(/^(\S+).*\[([\w-]+)\]$/, "$1 $2"));
}

describe("check under Git", () => {
  test("reads what has changed, --all everything, and says so", () => {
    const { folder, run } = site();
    writeFiles(folder, { "posts/坏.md": article("坏").replace("2024-01-25", "2024-02-30") });
    execFileSync("git", ["add", "-A"], { cwd: folder });
    expect(run("check")).toMatchObject({ code: 1, err: expect.stringContaining("since HEAD: 1") as string });
    writeFiles(folder, { "posts/一.md": article("第一篇").replace("2024-01-25", "2024/1/25") });
    expect(problems(run("check"))).toEqual(["posts/坏.md:3:7 date-no-day", "posts/一.md:3:7 date-mended"]);
    expect(run("check", "posts/二.md")).toMatchObject({ code: 0, out: "" });
    expect(problems(run("check", "--all"))).toEqual(["posts/坏.md:3:7 date-no-day", "posts/一.md:3:7 date-mended"]);
    expect(run("check", "--since", "nowhere").code).toBe(2);
  });

  test("compares a file that has changed with all others, by the cache or without one", () => {
    const { folder, run } = site();
    const check = () => problems(run("check"));
    writeFiles(folder, {
      "posts/七.md": article("第七篇", "南通时报新闻", '<p>见<a href="/category/nowhere.html">别处</a>。</p>'),
      "posts/八.md": article("第一篇"),
      "posts/deep/二.md": article("另一篇"),
    });
    const expected = [
      "posts/七.md:5:7 term-slip",
      "posts/七.md:1:1 broken-link",
      "posts/八.md:1:1 merged",
      // Which was there before, and comes after the new one.
      "posts/二.md:1:1 address-taken",
    ];
    expect(new Set(check())).toEqual(new Set(expected));
    run("build", "--quiet");
    expect(new Set(check())).toEqual(new Set(expected));
    expect(run("check").out).toMatch(/did you mean 南通日报新闻 \(6 articles\)\?/);
    // As they were when they were built, and are not any more.
    writeFiles(folder, { "posts/七.md": article("第七篇"), "posts/八.md": article("第八篇") });
    expect(check()).toEqual(["posts/二.md:1:1 address-taken"]);
  });

  test("finds with the cache just what it finds without", () => {
    const { folder, run } = site();
    run("build", "--quiet");
    writeFiles(folder, { "posts/九.md": article("第三篇"), "posts/十.md": article("十", "南通日报闻") });
    const changed = problems(run("check"));
    expect(changed.length).toBeGreaterThan(1);
    const everything = problems(run("check", "--all"));
    expect(new Set(changed)).toEqual(new Set(everything));
  });
});

describe("check --fix", () => {
  test("mends files in their places, shows what it did, and reports what is left", () => {
    const { folder, run } = site();
    const slip = article("第一篇").replace("2024-01-25 10:00:00 +0800", "2024/1/25 10:00").replace("。</p>", "。</p> ");
    writeFiles(folder, { "posts/一.md": slip, "posts/坏.md": article("坏").replace("01-25", "02-30") });
    expect(run("check").err).toContain("--fix");
    const fixed = run("check", "--fix");
    expect(fixed.code).toBe(1);
    expect(problems(fixed)).toEqual(["posts/坏.md:3:7 date-no-day"]);
    expect(fixed.err).toContain("posts/一.md:3  date written properly [date-proper]");
    expect(fixed.err).toContain("    - date: 2024/1/25 10:00\n    + date: 2024-01-25 10:00 +0800\n");
    expect(fixed.err).toContain("[blank-ends]");
    expect(textIn(folder, "posts/一.md")).toBe(article("第一篇").replace("10:00:00", "10:00"));
    expect(textIn(folder, "posts/二.md")).toBe(article("第二篇"));
    const again = run("check", "--fix");
    expect(again.err).not.toContain("[date-proper]");
  });

  test("touches no file that was not asked about", () => {
    const { folder, run } = site();
    const slip = article("第一篇").replace("2024-01-25", "2024/1/25");
    writeFiles(folder, { "posts/一.md": slip });
    run("check", "--fix", "posts/二.md");
    expect(textIn(folder, "posts/一.md")).toBe(slip);
  });
});

describe("check --format", () => {
  test.each(["json", "sarif"])("%s is all that is printed", (format) => {
    const { folder, run } = site();
    writeFiles(folder, { "posts/坏.md": article("坏").replace("01-25", "02-30") });
    const { out, code } = run("check", "--all", "--format", format);
    expect(code).toBe(1);
    expect(out).toContain("date-no-day");
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });

  test("text shows the place in the file", () => {
    const { folder, run } = site();
    writeFiles(folder, { "posts/坏.md": article("坏").replace("01-25", "02-30") });
    expect(run("check").out).toContain("  > 3 │ date: 2024-02-30 10:00:00 +0800\n      │       ^\n");
  });
});

describe("new without a terminal", () => {
  const env = { SOURCE_DATE_EPOCH: "1706148000" };
  const make = (folder: string, ...args: readonly string[]) => fangzhi(["new", ...args], { cwd: folder, env });

  test("takes everything from the command line and asks nothing", () => {
    const { folder } = site();
    const flags = ["--category", "nantongribao", "--tag", "甲", "--tag", "乙 丙", "--source", "南通日报"];
    expect(make(folder, "新文章", ...flags, "--date", "2024年1月26日 8:00").code).toBe(0);
    expect(textIn(folder, "posts/2024-01-26-新文章.md")).toBe(
      '---\nlayout: post\ntitle: "新文章"\ndate: 2024-01-26 08:00 +0800\ncategory: "nantongribao"\ntags: ["甲", "乙 丙"]\nsource: "南通日报"\n---\n\n',
    );
    expect(problems(fangzhi(["check"], { cwd: folder }))).toEqual(["posts/2024-01-26-新文章.md:9:1 empty-body"]);
  });

  test("warns of a title that is there already, and makes the file", () => {
    const { folder } = site();
    writeFiles(folder, { "posts/甲.md": article("百亿级项目缘何落子南通开发区") });
    const run = make(folder, "百亿级项目为何“落子”南通开发区");
    expect(run).toMatchObject({ code: 0, err: expect.stringContaining("posts/甲.md") as string });
    expect(filesIn(path.join(folder, "posts"))).toContain("2024-01-25-百亿级项目为何-落子-南通开发区.md");
  });

  test.each([
    ["no title", []],
    ["a day that is not in the calendar", ["新文章", "--date", "2024-02-30"]],
  ])("%s is wrong usage, and makes nothing", (_, args) => {
    const { folder } = site();
    expect(make(folder, ...args).code).toBe(2);
    expect(filesIn(path.join(folder, "posts"))).toHaveLength(6);
  });
});
