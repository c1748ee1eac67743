import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fangzhi, filesIn, temporaryFolder, textIn, writeFiles, type Run } from "../support/command.ts";
import { jsonOf } from "../support/site.ts";

const page = `江海日报 2023年3月5日 星期日
第02版 要闻
责任编辑：李 明

小镇“绣”出大产业

本报讯（记者 刘洋）三月的川姜镇，机器声此起彼伏，三百多家绣花企业开足马力赶订单。

“订单排到了六月。”企业主陈海说，今年的出口额预计增长两成。
`;
const made = "2023-03-05-小镇-绣-出大产业.md";
const given = ["--source", "江海日报", "--category", "jianghairibao"];

/** An archive to import into, and a file beside it. */
function desk(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder();
  const posts = path.join(folder, "posts");
  mkdirSync(posts);
  writeFiles(folder, files);
  return {
    folder,
    posts,
    run: (...args: string[]): Run =>
      fangzhi(["import", ...args.map((arg) => (arg in files ? path.join(folder, arg) : arg)), "--posts", posts]),
    rewrite: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
  };
}

/** What is below a folder: names, bytes, and when each was written. */
function stateOf(folder: string) {
  return filesIn(folder).map((file) => {
    const at = path.join(folder, file);
    return [file, readFileSync(at, "hex"), statSync(at).mtimeMs];
  });
}

describe("a new file", () => {
  test("becomes an article, with its source kept byte for byte", () => {
    const { posts, run } = desk({ "page.txt": page });
    const { code, out } = run("page.txt", "--category", "jianghairibao", "--tag", "家纺", "--tag", "县域经济");
    expect(code).toBe(0);
    expect(out).toContain(made);
    expect(filesIn(posts)).toEqual([made, "_sources/page.txt"]);
    expect(textIn(posts, "_sources/page.txt")).toBe(page);
    const article = textIn(posts, made);
    expect(article).toContain('title: "小镇“绣”出大产业"\ndate: 2023-03-05\ncategories: "jianghairibao"\n');
    expect(article).toContain('tags: ["家纺", "县域经济"]');
    expect(article).toContain('editor: "李明"');
    expect(article).not.toContain("缺少");
  });

  test("without what the text does not say becomes a draft that names it", () => {
    const { posts, run } = desk({ "page.txt": page.split("\n").slice(4).join("\n") });
    expect(run("page.txt").code).toBe(0);
    expect(filesIn(posts)).toEqual(["_drafts/小镇-绣-出大产业.md", "_sources/page.txt"]);
    expect(textIn(posts, "_drafts/小镇-绣-出大产业.md")).toContain(
      "缺少：日期（date）、来源（source）、类别（categories）。",
    );
  });

  test("of a month that alone is known says so", () => {
    const { posts, run } = desk({ "page.txt": page.split("\n").slice(4).join("\n") });
    expect(run("page.txt", "--date", "2023-03", ...given).code).toBe(0);
    expect(textIn(posts, "2023-03-01-小镇-绣-出大产业.md")).toContain("date: 2023-03-01\ndate_precision: ");
  });

  test("is written nowhere by --dry-run, which shows each line's fate and the article", () => {
    const { posts, run } = desk({ "page.txt": page });
    const { code, out } = run("page.txt", "--dry-run", ...given);
    expect(code).toBe(0);
    expect(out).toMatch(/小镇“绣”出大产业 +(?:title|标题)/);
    expect(out).toContain("<p>“订单排到了六月。”企业主陈海说，今年的出口额预计增长两成。</p>");
    expect(filesIn(posts)).toEqual([]);
  });

  test("in GBK is read, and kept as it is", () => {
    // 标题一则 and a paragraph, by an encoder that Node does not have.
    const gbk = Buffer.from("b1eacce2d2bbd4f20d0a0d0ad5e2cac7d2bbb8f6b6cec2e4a1a30d0a", "hex");
    const { posts, run } = desk({ "gbk.txt": gbk });
    expect(run("gbk.txt", "--date", "2001-05-06", ...given).code).toBe(0);
    expect(textIn(posts, "2001-05-06-标题一则.md")).toContain("<p>这是一个段落。</p>");
    expect(readFileSync(path.join(posts, "_sources/gbk.txt"))).toEqual(gbk);
  });
});

describe("the same file again", () => {
  test("changes nothing, under whatever name", () => {
    const { posts, run } = desk({ "page.txt": page, "copy.txt": page });
    run("page.txt", ...given);
    const before = stateOf(posts);
    expect(run("page.txt", ...given).code).toBe(0);
    expect(run("copy.txt", "--category", "other").code).toBe(0);
    expect(stateOf(posts)).toEqual(before);
  });
});

describe("a corrected file", () => {
  const corrected = page.replace("三百多家", "三百二十家");

  test("waits for --yes where there is no terminal, and shows what it would change", () => {
    const { posts, run, rewrite } = desk({ "page.txt": page });
    run("page.txt", ...given);
    const before = stateOf(posts);
    rewrite("page.txt", corrected);
    const { code, out, err } = run("page.txt");
    expect(code).toBe(1);
    expect(out).toMatch(/^-.*三百多家/m);
    expect(out).toMatch(/^\+.*三百二十家/m);
    expect(err).toContain("--yes");
    expect(stateOf(posts)).toEqual(before);
  });

  test("is carried over with --yes into an article that was edited and moved, and both sources are kept", () => {
    const { posts, run, rewrite } = desk({ "page.txt": page });
    run("page.txt", ...given);
    const edited = textIn(posts, made).replace("今年的出口额预计增长两成。", "今年的出口额预计增长两成以上。");
    writeFiles(posts, { [made]: edited });
    rewrite("page.txt", corrected);
    expect(run("page.txt", "--yes").code).toBe(0);
    const article = textIn(posts, made);
    expect(article).toContain("三百二十家");
    expect(article).toContain("增长两成以上");
    expect(textIn(posts, "_sources/page.txt")).toBe(corrected);
    const older = filesIn(posts).filter((file) => /^_sources\/page-[\da-f]{8}\.txt$/.test(file));
    expect(older.map((file) => textIn(posts, file))).toEqual([page]);
    const after = stateOf(posts);
    expect(run("page.txt").code).toBe(0);
    expect(stateOf(posts)).toEqual(after);
  });

  test("that clashes with an edit by hand says so before anything is written", () => {
    const { posts, run, rewrite } = desk({ "page.txt": page });
    run("page.txt", ...given);
    writeFiles(posts, { [made]: textIn(posts, made).replace("三百多家", "三百余家") });
    const before = stateOf(posts);
    rewrite("page.txt", corrected);
    const { code, out } = run("page.txt");
    expect(code).toBe(1);
    expect(out).toContain("三百余家");
    expect(stateOf(posts)).toEqual(before);
  });

  test("is another file when it only has the same name", () => {
    const { posts, run, rewrite } = desk({ "page.txt": page });
    run("page.txt", ...given);
    rewrite(
      "page.txt",
      "港口吞吐量再创新高\n\n本报讯 记者昨日从市港口集团获悉，前十月完成货物吞吐量2.6亿吨，再创历史新高。\n",
    );
    expect(run("page.txt", "--date", "2023-03-06", ...given).code).toBe(0);
    const files = filesIn(posts);
    expect(files).toHaveLength(4);
    expect(files).toEqual(expect.arrayContaining([made, "2023-03-06-港口吞吐量再创新高.md", "_sources/page.txt"]));
    expect(textIn(posts, "_sources/page.txt")).toBe(page);
  });
});

describe("several files", () => {
  test("one that cannot be imported does not stop the others", () => {
    const { posts, run } = desk({
      "a.txt": page,
      "empty.txt": "\n",
      "furniture.txt": "江海日报\n2023年3月5日 星期日\n",
    });
    const { code, err } = run("empty.txt", "nowhere.txt", "furniture.txt", "a.txt", ...given);
    expect(code).toBe(1);
    for (const name of ["empty.txt", "nowhere.txt", "furniture.txt"]) expect(err).toContain(name);
    expect(filesIn(posts)).toEqual([made, "_sources/a.txt"]);
  });

  test("a folder is refused with what to write instead", () => {
    const { folder, posts, run } = desk({ "in/page.txt": page });
    const { code, err } = run(path.join(folder, "in"), ...given);
    expect(code).toBe(1);
    expect(err).toContain("/*");
    expect(filesIn(posts)).toEqual([]);
  });

  test("a page with two articles makes two, and the page's foot stands in one of them", () => {
    const { posts, run } = desk({
      "page.txt": `${page}\n如皋：生态养殖富农家\n\n本报讯（通讯员 何平）走进江安镇的生态养殖基地，一排排大棚整齐划一。\n\n讲文明 树新风 公益广告\n`,
    });
    expect(run("page.txt", ...given).code).toBe(0);
    expect(filesIn(posts)).toEqual(["2023-03-05-如皋-生态养殖富农家.md", made, "_sources/page.txt"]);
  });
});

test("a build publishes what was imported, and neither the draft nor a source", () => {
  const { folder, posts, run } = desk({
    "page.txt": page,
    "draft.txt": "无日期的文章\n\n这是没有日期的一篇文章，暂时放在草稿里等待补充。\n",
  });
  run("page.txt", ...given);
  run("draft.txt");
  const output = path.join(folder, "site");
  const build = fangzhi([
    "build",
    "--posts",
    posts,
    "--output",
    output,
    "--cache",
    path.join(folder, "cache"),
    "--json",
  ]);
  expect(jsonOf(build)).toMatchObject({ articles: 2, published: 1, drafts: 1, heldBack: [] });
  const files = filesIn(output);
  expect(files).toContain("jianghairibao/2023/03/05/小镇-绣-出大产业.html");
  expect(files.filter((file) => file.includes("_sources") || file.includes("无日期"))).toEqual([]);
  const html = textIn(output, "jianghairibao/2023/03/05/小镇-绣-出大产业.html");
  expect(html).toContain("三百多家绣花企业");
  expect(html).not.toContain("第02版 要闻");
});
