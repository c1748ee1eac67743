import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { request, type OutgoingHttpHeaders } from "node:http";
import path from "node:path";
import { expect, test } from "vitest";
import { fangzhi, filesIn, temporaryFolder, textIn } from "../support/command.ts";
import { served, until, type ServedSite } from "../support/serve.ts";

const good = "---\ntitle: 好文章\ndate: 2024-01-25 10:00:00 +0800\ncategories: nantongribao\nreview: 日期待核\n---\n";
const posts = {
  "2024-01-25-a.md": `${good}<p>文：陈可</p>\n<p>正文。</p>\n<script>x()</script>\n`,
  "2024-01-26-b.md":
    "---\ntitle: 坏: 标题\ndate: 2024-01-26 10:00:00 +0800\ncategories: nantongribao\n---\n<p>正文。</p>\n",
  "2024-01-27-c.md": "---\ntitle: 好\ndate: 2024-13-27\n---\n<p>正文。</p>\n",
  "2024-01-28-d.txt": "没有文首信息。\n",
  "_drafts/e.md": "---\ntitle: 待核对的草稿\nreview: [来源不明, 年份不明]\n---\n<p>正文。</p>\n",
  "_drafts/f.md": "---\ntitle: 无事的草稿\n---\n<p>正文。</p>\n",
};
const article = "/nantongribao/2024/01/25/a.html";

/** An answer, its redirects not followed. */
interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks with headers that `fetch` does not let a program set. */
function ask(url: string, headers: OutgoingHttpHeaders = {}, form?: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: form ? "POST" : "GET", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    asking.on("error", reject);
    asking.end(form && new URLSearchParams(form).toString());
  });
}

/** Whether an address is answered so; false when it is not answered at all. */
function isAnswered(url: string, isSo: (answer: Answer) => boolean): Promise<boolean> {
  return ask(url).then(isSo, () => false);
}

/** A server that answers. */
async function ready(environment: Readonly<Record<string, string>> = {}): Promise<ServedSite> {
  const site = await served(posts, environment);
  const prefix = environment["SITE_URL"] ? new URL(environment["SITE_URL"]).pathname : "";
  await until(site.said, () => isAnswered(site.origin + prefix + article, ({ status }) => status === 200));
  return site;
}

function tokenIn({ text }: Answer): string {
  return /name="token" value="([0-9a-f]{32})"/.exec(text)?.[1] ?? "";
}

test("an article has its strip, the home page the files held back, and the files served are those of a build", async () => {
  const { folder, origin } = await ready();
  const { text } = await ask(origin + article);
  expect(text).toMatch(/跳到正文<\/a>\s*<link rel="stylesheet" href="\/\.fangzhi\/strip\.css">/);
  for (const words of ["posts/2024-01-25-a.md", "日期待核", "&lt;script&gt;", "第 7 行，已作署名", "第 9 行</span>"]) {
    expect(text).toContain(words);
  }
  const home = await ask(`${origin}/`);
  expect(home.text).toContain("未能发布 3</span>");
  expect(home.text).toContain('<a href="/nantongribao/2024/01/26/b.html"><code>2024-01-26-b.md:2:9</code></a>');
  expect(home.text).toContain('<a href="/.fangzhi/held-back/2024-01-27-c.md">');
  expect(home.text).toContain("待核对的草稿 1</span>");
  expect(home.text).not.toContain("无事的草稿");
  expect((await ask(`${origin}/.fangzhi/strip.css`)).headers["content-type"]).toContain("text/css");
  expect((await ask(`${origin}/.fangzhi/strip.js`)).headers["content-type"]).toContain("text/javascript");
  expect((await ask(`${origin}/category/nantongribao.html`)).text).not.toContain("editor-strip");

  expect(fangzhi(["build", "--quiet"], { cwd: folder }).code).toBe(0);
  const [built, shown] = [path.join(folder, "_site"), path.join(folder, ".cache", "serve")];
  expect(filesIn(built)).toContain(article.slice(1));
  expect(filesIn(shown)).toEqual(filesIn(built));
  const pages = filesIn(built).filter((file) => /\.(?:html|css|js|xml|json)$/.test(file));
  for (const page of pages) expect(textIn(built, page)).not.toMatch(/\.fangzhi|editor-(?:strip|page)|编辑条/);
  for (const page of pages.filter((file) => file.endsWith(".html"))) {
    expect(textIn(shown, page).replace("connect-src 'self' ws:", "connect-src 'self'")).toBe(textIn(built, page));
  }
});

test("a held-back file is a page where its article would be, a mended one the article, a broken one a page again", async () => {
  const { folder, origin, said } = await ready();
  const { status, text } = await ask(`${origin}/nantongribao/2024/01/26/b.html`);
  expect(status).toBe(200);
  expect(text).toContain("<h1>这个文件未能发布</h1>");
  expect(text).toMatch(/title: 坏<mark>:<\/mark> 标题/);
  expect(text).toContain("值里有“英文冒号加空格”");
  expect(text).toContain("请给整个值加上英文双引号");

  const dated = `${origin}/.fangzhi/held-back/2024-01-27-c.md`;
  expect((await ask(dated)).text).toContain("没有 13 月");
  expect((await ask(`${origin}/.fangzhi/held-back/2024-01-28-d.txt`)).text).toContain("缺少文首信息");
  const draft = await ask(`${origin}/.fangzhi/held-back/_drafts/e.md`);
  expect(draft.text).toContain("<h1>这个文件暂不发布</h1>");
  expect(draft.text).toContain("年份不明");
  for (const [other, answer] of [
    ["no-such.md", 404],
    ["", 404],
    ["..%2f..%2f..%2f.eleventy.ts", 400],
    ["%E5", 400],
  ] as const) {
    expect((await ask(`${origin}/.fangzhi/held-back/${other}`)).status).toBe(answer);
  }

  const write = (name: string, content: string) => writeFileSync(path.join(folder, "posts", name), content);
  write("2024-01-27-c.md", posts["2024-01-27-c.md"].replace("-13-", "-12-"));
  await until(said, () => isAnswered(dated, ({ headers }) => headers["location"] === "/2024/12/27/c.html"));
  write("2024-01-25-a.md", good.replace("2024-01-25 10:00", "不明"));
  await until(said, () => isAnswered(origin + article, (answer) => answer.text.includes("无法确定是哪一天")));
  write("2024-01-25-a.md", posts["2024-01-25-a.md"]);
  await until(said, () => isAnswered(origin + article, (answer) => answer.text.includes("<h1>好文章</h1>")));
});

test("a page of this server opens files of the posts folder in a graphical editor, and nobody else opens any", async () => {
  const tools = temporaryFolder();
  const [editor, told] = [path.join(tools, "code"), path.join(tools, "told")];
  writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}'\n`);
  chmodSync(editor, 0o755);
  const { folder, origin, said } = await ready({ VISUAL: `${editor} --wait` });
  symlinkSync(path.join(folder, ".eleventy.ts"), path.join(folder, "posts", "link.md"));
  const token = tokenIn(await ask(origin + article));
  const at = "3:7:2024-01-25-a.md";
  const open = `${origin}/.fangzhi/open`;
  const { host } = new URL(origin);

  const refused: readonly (readonly [string, OutgoingHttpHeaders, Readonly<Record<string, string>>])[] = [
    ["no origin", {}, { at, token }],
    ["another site", { origin: "https://evil.example" }, { at, token }],
    ["another port", { origin: "http://localhost:1" }, { at, token }],
    ["a name that has been bound anew", { origin: "http://evil.example", host: "evil.example" }, { at, token }],
    ["no token", { origin }, { at }],
    ["another token", { origin }, { at, token: token.replace(/./g, "0") }],
    ["a file outside", { origin }, { at: "1:1:../.eleventy.ts", token }],
    ["a link that leads outside", { origin }, { at: "1:1:link.md", token }],
    ["a folder", { origin }, { at: "1:1:_drafts", token }],
    ["no such file", { origin }, { at: "1:1:no.md", token }],
    ["no place", { origin }, { at: "2024-01-25-a.md", token }],
    ["a form that is too long", { origin }, { at: `1:1:${"a".repeat(9000)}`, token }],
  ];
  for (const [name, headers, form] of refused) {
    expect([name, (await ask(open, { host, ...headers }, form)).status]).toEqual([name, 403]);
  }
  expect(existsSync(told)).toBe(false);
  expect(tokenIn(await ask(origin + article, { host: "evil.example" }))).toBe("");

  expect((await ask(open, { origin }, { at, token })).status).toBe(204);
  await until(said, () => existsSync(told) && readFileSync(told, "utf8").endsWith(".md:3:7\n"));
  const file = path.join(folder, "posts", "2024-01-25-a.md");
  expect(readFileSync(told, "utf8")).toBe(`--wait\n--goto\n${file}:3:7\n`);
});

test("an editor that needs a terminal is left to the editor, in a folder of the host too", async () => {
  const { origin, folder } = await ready({ VISUAL: "", EDITOR: "nano", SITE_URL: "https://example.org/archive" });
  const page = await ask(`${origin}/archive${article}`);
  expect(page.text).toContain('action="/archive/.fangzhi/open"');
  const form = { at: "3:7:2024-01-25-a.md", token: tokenIn(page) };
  const { status, headers } = await ask(`${origin}/archive/.fangzhi/open`, { origin }, form);
  expect([status, headers["location"]]).toEqual([303, "/archive/.fangzhi/open?at=3%3A7%3A2024-01-25-a.md"]);
  const { text } = await ask(origin + String(headers["location"]));
  const file = path.join(folder, "posts", "2024-01-25-a.md");
  expect(text).toContain(`nano +3,7 ${file}</pre>`);
  expect(text).toContain(`href="vscode://file${file}:3:7"`);
});
