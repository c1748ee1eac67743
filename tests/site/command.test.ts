import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { limits } from "../../src/limits.ts";
import { manifestName } from "../../src/publish/manifest.ts";
import { copyOfSite, fangzhi, filesIn, project, temporaryFolder, textIn, writeFiles } from "../support/command.ts";
import { jsonOf } from "../support/site.ts";

const good =
  '---\ntitle: "好文章"\ndate: 2024-01-25 10:00:00 +0800\ncategories: nantongribao\ntags: 南通日报新闻\n---\n<p>正文。</p>\n';
const bad = '---\ntitle: "坏日期"\ndate: 2024-02-30\n---\n<p>正文。</p>\n';
const slip = '---\ntitle: "笔误"\ndate: 2024-01-25 0:10::00 +0800\n---\n<p>正文。</p>\n';

/** A folder with a posts folder in it. */
function folderWith(files: Readonly<Record<string, string>>): {
  readonly posts: string;
  readonly output: string;
  readonly folder: string;
} {
  const folder = temporaryFolder();
  const posts = path.join(folder, "posts");
  mkdirSync(posts);
  writeFiles(posts, files);
  return { folder, posts, output: path.join(folder, "site") };
}

describe("build", () => {
  test("with --strict a held-back file is a failure, the rest is published all the same", () => {
    const { posts, output } = folderWith({ "a.md": good, "b.md": bad });
    expect(fangzhi(["build", "--posts", posts, "--output", output]).code).toBe(0);
    expect(fangzhi(["build", "--posts", posts, "--output", output, "--strict"]).code).toBe(1);
    expect(filesIn(output)).toContain("nantongribao/2024/01/25/a.html");
  });

  test("the last line with --json is one object with these keys", () => {
    const { posts, output } = folderWith({ "a.md": good, "b.md": bad });
    const report = jsonOf(fangzhi(["build", "--posts", posts, "--output", output, "--json", "--quiet"]));
    expect(Object.keys(report).sort()).toEqual(
      "articles fromCache published merged drafts heldBack passedOver warnings pages files written seconds stages"
        .split(" ")
        .sort(),
    );
    const files = filesIn(output).filter((file) => file !== manifestName);
    expect(report).toMatchObject({ files: files.length, written: files.length });
    expect(report["pages"]).toBe(files.filter((file) => file.endsWith(".html")).length);
  });

  test("--quiet prints what is held back and nothing else", () => {
    const { posts, output } = folderWith({ "a.md": good, "b.md": bad });
    const run = fangzhi(["build", "--posts", posts, "--output", output, "--quiet"]);
    expect(run.out).toBe("");
    expect(run.err).toContain("b.md:3:7");
  });

  test("--drafts and --future show what is not published yet", () => {
    const { posts, output } = folderWith({
      "_drafts/idea.md": '---\ntitle: "草稿"\ndate: 2024-01-01\n---\n<p>草稿。</p>\n',
      "2999-01-01-later.md": '---\ntitle: "以后"\n---\n<p>以后。</p>\n',
    });
    const published = (...flags: string[]) =>
      jsonOf(fangzhi(["build", "--posts", posts, "--output", output, "--json", ...flags]))["published"];
    expect(published()).toBe(0);
    expect(published("--drafts")).toBe(1);
    expect(published("--drafts", "--future")).toBe(2);
  });

  test("what a build made and the next one does not is removed", () => {
    const { posts, output } = folderWith({ "a.md": good, "b.md": good.replace("好文章", "另一篇") });
    fangzhi(["build", "--posts", posts, "--output", output]);
    expect(filesIn(output)).toContain("nantongribao/2024/01/25/b.html");
    const other = folderWith({ "a.md": good });
    fangzhi(["build", "--posts", other.posts, "--output", output]);
    expect(filesIn(output)).not.toContain("nantongribao/2024/01/25/b.html");
    expect(filesIn(output)).toContain("nantongribao/2024/01/25/a.html");
  });

  test("no category, tag, slug or permalink writes outside the output folder", () => {
    const wayOut = "../../../../../../escape";
    const folder = temporaryFolder();
    const deep = path.join(folder, "1", "2", "3", "4", "5");
    writeFiles(path.join(deep, "posts"), {
      "a.md": good.replace("categories: nantongribao", `categories: "x/${wayOut} y"`),
      "b.md": good.replace("好文章", "二").replace("categories: nantongribao", `categories: ["${wayOut}", "..", "/"]`),
      "c.md": good.replace("好文章", "三").replace("tags: 南通日报新闻", `tags: ["${wayOut}", ".", "a/../../b"]`),
      "d.md": good.replace("好文章", "四").replace("---\n", `---\nslug: "${wayOut}"\n`),
      "e.md": good.replace("好文章", "五").replace("---\n", `---\npermalink: "/${wayOut}.html"\n`),
      "f.md": good.replace("好文章", "六").replace("---\n", `---\npermalink: "/%2e%2e/%2e%2e/escape.html"\n`),
    });
    const run = fangzhi(["build", "--posts", path.join(deep, "posts"), "--output", path.join(deep, "site"), "--json"]);
    expect(jsonOf(run)).toMatchObject({ articles: 6, published: 6 });
    expect(filesIn(folder).filter((file) => !/^1\/2\/3\/4\/5\/(?:posts|site)\//.test(file))).toEqual([]);
  });

  test("an empty archive is a site that says so", () => {
    const { posts, output } = folderWith({});
    expect(fangzhi(["build", "--posts", posts, "--output", output]).code).toBe(0);
    expect(textIn(output, "index.html")).toContain("档案里还没有文章");
  });

  test("folders may be named from any working directory", () => {
    const { folder, output } = folderWith({ "a.md": good });
    expect(fangzhi(["build", "--posts", "posts", "--output", "site"], { cwd: folder }).code).toBe(0);
    expect(filesIn(output)).toContain("nantongribao/2024/01/25/a.html");
  });
});

describe("the output folder is refused", () => {
  const refusal = (posts: string, output: string) => {
    const run = fangzhi(["build", "--posts", posts, "--output", output]);
    expect(run.code).toBe(1);
    return run.err;
  };

  test.each([
    ["the project itself", project],
    ["above the project", path.dirname(project)],
    ["the sources", path.join(project, "src")],
    ["inside the layouts", path.join(project, "layouts", "site")],
  ])("when it is %s", (_, output) => {
    const { posts } = folderWith({ "a.md": good });
    expect(refusal(posts, output)).toContain("is refused");
  });

  test("when it is, holds or lies in the posts", () => {
    const { folder, posts } = folderWith({ "a.md": good });
    for (const output of [posts, path.join(posts, "site"), folder])
      expect(refusal(posts, output)).toContain("is refused");
    expect(filesIn(posts)).toEqual(["a.md"]);
  });

  test("when a link leads there", () => {
    const { folder, posts } = folderWith({ "a.md": good });
    symlinkSync(posts, path.join(folder, "link"));
    expect(refusal(posts, path.join(folder, "link", "site"))).toContain("is refused");
  });

  test("when it holds a file that no build has made, before and after a build", () => {
    const { posts, output } = folderWith({ "a.md": good });
    writeFiles(output, { "mine.txt": "mine" });
    expect(refusal(posts, output)).toContain("mine.txt");
    const other = folderWith({ "a.md": good });
    fangzhi(["build", "--posts", other.posts, "--output", other.output]);
    writeFiles(other.output, { "mine.txt": "mine" });
    expect(refusal(other.posts, other.output)).toContain("mine.txt");
    expect(textIn(other.output, "mine.txt")).toBe("mine");
  });

  test("when it is a file", () => {
    const { posts, output } = folderWith({ "a.md": good });
    writeFileSync(output, "a file");
    expect(refusal(posts, output)).toContain("it is a file");
  });
});

describe("the configuration", () => {
  const siteWith = (options: string) => {
    const folder = temporaryFolder();
    copyOfSite(folder);
    writeFiles(folder, { "posts/a.md": good });
    const file = path.join(folder, ".eleventy.ts");
    writeFileSync(file, readFileSync(file, "utf8").replace("formerHosts:", `${options}\n  formerHosts:`));
    return folder;
  };

  test("is named with the option that is wrong and what was expected", () => {
    const run = fangzhi(["build"], { cwd: siteWith('images: "hide",') });
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/\.eleventy\.ts is wrong:\n {2}images: .*"link"\|"show"/);
  });

  test("names an option that does not exist", () => {
    const run = fangzhi(["build"], { cwd: siteWith('colour: "red",') });
    expect(run.code).toBe(1);
    expect(run.err).toContain("colour");
  });

  test("overrules the names of categories", () => {
    const folder = siteWith('labels: { nantongribao: "南通日报" },');
    expect(fangzhi(["build"], { cwd: folder }).code).toBe(0);
    expect(textIn(folder, "_site/category/nantongribao.html")).toContain("<h1>南通日报</h1>");
  });

  test("may put the site into a folder of its host", () => {
    const folder = siteWith('url: "https://example.org/archive/",');
    const file = path.join(folder, ".eleventy.ts");
    writeFileSync(file, readFileSync(file, "utf8").replace(/ {2}url: process.*\n/, ""));
    expect(fangzhi(["build"], { cwd: folder }).code).toBe(0);
    const html = textIn(folder, "_site/nantongribao/2024/01/25/a.html");
    expect(html).toContain('href="/archive/category/nantongribao.html"');
    expect(html).toContain('<link rel="canonical" href="https://example.org/archive/nantongribao/2024/01/25/a.html">');
    expect(html).not.toMatch(/(?:href|src)="\/(?!archive\/)/);
  });

  test("a page of the owner's in Markdown has the site's layout and knows the site", () => {
    const folder = siteWith("");
    writeFiles(folder, {
      "layouts/pages/about.md": "---\nlayout: base.njk\ntitle: 关于\n---\n**{{ site.title }}**的来历。\n",
    });
    expect(fangzhi(["build"], { cwd: folder }).code).toBe(0);
    const html = textIn(folder, "_site/about/index.html");
    expect(html).toContain("<title>关于｜区域经济新闻档案</title>");
    expect(html).toContain("<strong>区域经济新闻档案</strong>的来历。");
  });

  test("a layout that the owner added is used by the articles that ask for it", () => {
    const folder = siteWith("");
    writeFiles(folder, {
      "layouts/post.njk": "<!DOCTYPE html><title>{{ article.title }}</title>{{ article.body | safe }}",
      "posts/b.md": good.replace("好文章", "有布局").replace("---\n", "---\nlayout: post\n"),
      "posts/c.md": good.replace("好文章", "要别的布局").replace("---\n", "---\nlayout: month\n"),
    });
    expect(fangzhi(["build"], { cwd: folder }).code).toBe(0);
    expect(textIn(folder, "_site/nantongribao/2024/01/25/b.html")).toMatch(/^<!DOCTYPE html><title>有布局<\/title><p/);
    expect(textIn(folder, "_site/nantongribao/2024/01/25/c.html")).toContain("返回首页");
  });

  test("unknown front matter reaches the layouts under article.extra", () => {
    const folder = siteWith("");
    writeFiles(folder, {
      "layouts/post.njk": "{{ article.extra.edition }}|{{ article.extra.desk.name }}",
      "posts/b.md": good
        .replace("好文章", "有版次")
        .replace("---\n", "---\nlayout: post\nedition: A6\ndesk: { name: 经济部 }\n"),
    });
    fangzhi(["build"], { cwd: folder });
    expect(textIn(folder, "_site/nantongribao/2024/01/25/b.html")).toBe("A6|经济部");
  });

  test.each([
    ["layouts/article.njk", "{% extends 'base.njk' %}{% block main %}{{ article.title | nonsense }}{% endblock %}"],
    ["layouts/pages/index.njk", "---\npermalink: /index.html\n---\n{% if %}"],
  ])("a faulty layout ends the build with its name: %s", (file, text) => {
    const folder = siteWith("");
    writeFiles(folder, { [file]: text });
    const run = fangzhi(["build"], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.err).toContain(file);
    expect(run.err).not.toContain("node:internal");
  });

  test("a page of the owner's goes before an article that claims its address", () => {
    const folder = siteWith("");
    writeFiles(folder, { "layouts/pages/mine.njk": "---\npermalink: /nantongribao/2024/01/25/a.html\n---\nmine" });
    const run = fangzhi(["build"], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/a\.md:1:1 .* is that of another page: layouts\/pages\/mine\.njk/);
    expect(textIn(folder, "_site/nantongribao/2024/01/25/a.html")).toBe("mine");
  });

  test("two pages that turn out to make one file are both named", () => {
    const folder = siteWith("");
    const text = "---\npermalink: \"/nantongribao/2024/01/25/{{ 'a' }}.html\"\n---\nmine";
    writeFiles(folder, { "layouts/pages/mine.njk": text });
    const run = fangzhi(["build"], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/layouts\/pages\/mine\.njk and layouts\/article\.njk both make nantongribao/);
  });
});

describe("usage", () => {
  test.each([
    [["bild"]],
    [["build", "--nonsense"]],
    [["build", "extra"]],
    [["new"]],
    [["new", "一", "二"]],
    [["serve", "--port", "x"]],
    [["check", "--format", "xml"]],
    [[]],
  ])("%j is wrong usage", (args) => {
    expect(fangzhi(args).code).toBe(2);
  });

  test("help is in the language of the locale", () => {
    expect(fangzhi(["--help"], { env: { LC_ALL: "zh_CN.UTF-8" } }).out).toContain("用法");
    expect(fangzhi(["--help"], { env: { LC_ALL: "en_GB.UTF-8" } }).out).toContain("Usage");
    expect(fangzhi(["build", "--help"], { env: { LC_ALL: "zh_CN.UTF-8" } }).out).toContain("输出文件夹");
  });

  test("the report is in the language of the locale, the JSON is always English", () => {
    const { posts, output } = folderWith({ "b.md": bad });
    const run = fangzhi(["build", "--posts", posts, "--output", output, "--json"], { env: { LC_ALL: "zh_CN.UTF-8" } });
    expect(run.err).toContain("2024 年 2 月没有 30 日");
    expect(JSON.stringify(jsonOf(run)["heldBack"])).toContain("has no day 30");
  });

  test("a posts folder that is not there is an error with a remedy", () => {
    const run = fangzhi(["build", "--posts", "/nowhere", "--output", path.join(temporaryFolder(), "site")]);
    expect(run.code).toBe(1);
    expect(run.err).toContain("--posts");
  });

  test("control characters in a file's name do not reach the terminal", () => {
    const { posts, output } = folderWith({ "2024-01-01-\u001b[31mred.md": "no front matter" });
    const run = fangzhi(["build", "--posts", posts, "--output", output]);
    expect(run.err).toContain("red.md");
    expect(run.err).not.toContain("\u001b");
  });
});

describe("check", () => {
  test("prints a line for each problem and fails on any", () => {
    const { posts } = folderWith({ "a.md": good, "b.md": bad, "c.md": slip });
    const run = fangzhi(["check", "--posts", posts]);
    expect(run.code).toBe(1);
    expect(run.out.match(/^\S.*$/gm)).toHaveLength(2);
    expect(run.out).toMatch(/b\.md:3:7 .*\[date-no-day\]/);
    expect(run.out).toMatch(/c\.md:3:7 .*\[date-mended\]/);
  });

  test("is content with the posts of this repository", () => {
    expect(fangzhi(["check"]).code).toBe(0);
  });

  test("reports only on the files it is given", () => {
    const { folder, posts } = folderWith({ "a.md": good, "b.md": bad });
    expect(fangzhi(["check", "--posts", posts, path.join(posts, "a.md")]).code).toBe(0);
    expect(fangzhi(["check", "--posts", "posts", "posts/b.md"], { cwd: folder }).code).toBe(1);
    expect(fangzhi(["check", "--posts", posts, path.join(posts, "z.md")]).code).toBe(2);
  });

  test("a file that is named and passed over is a problem, beside the articles it is not", () => {
    const { posts } = folderWith({ "a.md": good, "notes.md": "没有文首信息的稿子。" });
    const named = fangzhi(["check", path.join(posts, "notes.md"), "--posts", posts]);
    expect(named).toMatchObject({ code: 1, out: expect.stringContaining("[not-a-post]") as string });
    expect(fangzhi(["check", "--posts", posts])).toMatchObject({
      code: 0,
      out: expect.stringContaining("notes.md") as string,
    });
  });

  test("speaks to GitHub in its own form", () => {
    const { posts } = folderWith({ "b.md": bad });
    const run = fangzhi(["check", "--posts", posts, "--format", "github"]);
    expect(run.out).toMatch(/^::error file=.*b\.md,line=3,col=7,title=date-no-day::date is "2024-02-30"/);
  });

  test("writes nothing", () => {
    const { folder, posts } = folderWith({ "a.md": good });
    fangzhi(["check", "--posts", posts]);
    expect(filesIn(folder)).toEqual(["posts/a.md"]);
  });
});

describe("new", () => {
  test("makes an article that builds, named as its category is", () => {
    const { posts, output } = folderWith({ "a.md": good });
    const run = fangzhi(["new", '新码头"试运行"', "--category", "nantongribao", "--posts", posts]);
    expect(run.code).toBe(0);
    const name = filesIn(posts).find((file) => file !== "a.md");
    expect(name).toMatch(/^\d{4}-\d\d-\d\d-新码头-试运行\.md$/);
    expect(textIn(posts, name!)).toMatch(
      /^---\nlayout: post\ntitle: "新码头\\"试运行\\""\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0800\ncategory: "nantongribao"\ntag: "南通日报新闻"\n---\n\n$/,
    );
    const report = jsonOf(fangzhi(["build", "--posts", posts, "--output", output, "--json"]));
    expect(report).toMatchObject({ published: 2, heldBack: [] });
  });

  test("a long title makes a file that builds", () => {
    const { posts, output } = folderWith({});
    const title = "长".repeat(limits.titleCharacters);
    expect(fangzhi(["new", title, "--posts", posts]).code).toBe(0);
    expect(jsonOf(fangzhi(["build", "--posts", posts, "--output", output, "--json"]))).toMatchObject({
      published: 1,
      heldBack: [],
    });
  });

  test("refuses to overwrite", () => {
    const { posts } = folderWith({});
    const env = { SOURCE_DATE_EPOCH: "1646935240" };
    expect(fangzhi(["new", "同名", "--posts", posts], { env }).code).toBe(0);
    writeFiles(posts, { "2022-03-11-同名.md": "mine" });
    const again = fangzhi(["new", "同名", "--posts", posts], { env });
    expect(again.code).toBe(1);
    expect(textIn(posts, "2022-03-11-同名.md")).toBe("mine");
  });

  test("a title that leads out of the folder does not", () => {
    const { folder, posts } = folderWith({});
    fangzhi(["new", "../../escape", "--posts", posts], { env: { SOURCE_DATE_EPOCH: "1646935240" } });
    expect(filesIn(folder)).toEqual(["posts/2022-03-11-escape.md"]);
    expect(existsSync(path.join(folder, "escape.md"))).toBe(false);
  });
});

test("a reader who leaves after the first line does not end the command with a fault", async () => {
  const posts = folderWith(Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${at}.md`, slip]))).posts;
  const args = [path.join(project, "bin", "fangzhi.js"), "check", "--all", "--format", "json", "--posts", posts];
  const child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, LC_ALL: "C.UTF-8" } });
  let complaints = "";
  child.stderr.on("data", (said: Buffer) => (complaints += said.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(complaints).toMatch(/Articles checked: 400/);
  expect(complaints).not.toMatch(/EPIPE/);
  expect(code).toBe(1);
});
