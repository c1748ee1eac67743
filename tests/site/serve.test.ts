import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { copyOfSite, fangzhi, temporaryFolder, writeFiles } from "../support/command.ts";
import { freePort, served, servedFolder, until } from "../support/serve.ts";

const article = (title: string) =>
  `---\ntitle: "${title}"\ndate: 2024-01-25 10:00:00 +0800\ncategories: nantongribao\ntags: 南通日报新闻\n---\n<p>${title}的正文。</p>\n`;

/** Whether an address answers as expected. */
async function answers(address: string, isRight: (status: number, text: string) => boolean): Promise<boolean> {
  try {
    const response = await fetch(address);
    return isRight(response.status, await response.text());
  } catch {
    return false;
  }
}

test("a saved article, a new one, a deleted one, a saved layout and a saved partial are on the page at once", async () => {
  const { folder, origin, said } = await served({ "a.md": article("第一稿") });
  const page = `${origin}/nantongribao/2024/01/25/a.html`;
  await until(said, () => answers(page, (_, text) => text.includes("<h1>第一稿</h1>")));

  writeFileSync(path.join(folder, "posts", "a.md"), article("第二稿"));
  await until(said, () => answers(page, (_, text) => text.includes("<h1>第二稿</h1>")));
  // Its own page comes first; whoever goes on from there finds no older one.
  const others = ["/category/nantongribao.html", "/", "/feed.xml"].map((at) => fetch(origin + at));
  for (const other of await Promise.all(others)) expect(await other.text()).toMatch(/^(?![^]*第一稿)[^]*第二稿/);

  writeFileSync(path.join(folder, "posts", "b.md"), article("新文章"));
  await until(said, () => answers(`${origin}/category/nantongribao.html`, (_, text) => text.includes("新文章")));
  // What is composed of all articles follows a little later.
  await until(said, () => answers(`${origin}/search/index.json`, (_, text) => text.includes('"articles":2')));
  await until(said, () => answers(`${origin}/data/articles.csv`, (_, text) => text.includes("新文章")));

  const layout = path.join(folder, "layouts", "article.njk");
  writeFileSync(layout, readFileSync(layout, "utf8").replace("相关文章", "相关报道"));
  await until(said, () => answers(page, (_, text) => text.includes("相关报道")));

  const partial = path.join(folder, "layouts", "partials", "list.njk");
  writeFileSync(partial, readFileSync(partial, "utf8").replaceAll('class="rows', 'class="newer rows'));
  await until(said, () => answers(`${origin}/`, (_, text) => text.includes('class="newer rows')));

  rmSync(path.join(folder, "posts", "b.md"));
  await until(said, () => answers(`${origin}/nantongribao/2024/01/25/b.html`, (status) => status === 404));
});

test("what the system does not tell of is noticed when it is quiet", async () => {
  const { folder, origin, said } = await served({ "a.md": article("甲"), "b.md": article("乙") });
  const page = (name: string) => `${origin}/nantongribao/2024/01/25/${name}.html`;
  const isOn = (name: string, title: string) => () =>
    answers(page(name), (_, text) => text.includes(`<h1>${title}</h1>`));
  await until(said, isOn("b", "乙"));
  // Saved under a name of the same file in a folder that nobody watches.
  const other = path.join(folder, "b.md");
  linkSync(path.join(folder, "posts", "b.md"), other);
  writeFileSync(other, article("丁"));
  writeFileSync(path.join(folder, "posts", "a.md"), article("丙"));
  await until(said, isOn("a", "丙"));
  await until(said, isOn("b", "丁"));
  // And so is what was saved before.
  writeFileSync(path.join(folder, "posts", "a.md"), article("戊"));
  await until(said, isOn("a", "戊"));
  await until(said, () => answers(`${origin}/data/articles.csv`, (_, text) => /戊[^]*丁|丁[^]*戊/.test(text)));
});

test("a bad article and a bad layout are told, and the server goes on", async () => {
  const { folder, origin, said } = await served({ "a.md": article("好文章") });
  const page = `${origin}/nantongribao/2024/01/25/a.html`;
  await until(said, () => answers(page, (status) => status === 200));

  writeFileSync(path.join(folder, "posts", "b.md"), "---\ntitle: 坏: 标题\n---\n<p>正文。</p>\n");
  await until(said, () => answers(`${origin}/data-quality.html`, (_, text) => text.includes("b.md:2:")));
  await until(said, () => said().includes("posts/b.md:2:"));

  const layout = path.join(folder, "layouts", "article.njk");
  const text = readFileSync(layout, "utf8");
  writeFileSync(layout, text.replace("{% block main %}", "{% block main %}{{ article.title | nonsense }}"));
  await until(said, () => said().includes("nonsense"));

  writeFileSync(layout, text);
  writeFileSync(path.join(folder, "posts", "a.md"), article("又好了"));
  await until(said, () => answers(page, (_, html) => html.includes("<h1>又好了</h1>")));
});

test("a site in a folder of its host is served in that folder", async () => {
  const environment = { SITE_URL: "https://example.org/archive" };
  const { origin, said } = await served({ "a.md": article("在文件夹里") }, environment);
  await until(said, () => answers(`${origin}/archive/nantongribao/2024/01/25/a.html`, (status) => status === 200));
  expect(await answers(`${origin}/archive/assets/style.css`, (status) => status === 200)).toBe(true);
});

test("a folder that is put in the place of another, or of all posts, is noticed", async () => {
  const { folder, origin, said } = await served({ "sub/a.md": article("甲") });
  const posts = path.join(folder, "posts");
  const page = (name: string) => `${origin}/nantongribao/2024/01/25/${name}.html`;
  await until(said, () => answers(page("a"), (status) => status === 200));
  rmSync(path.join(posts, "sub"), { recursive: true });
  writeFiles(posts, { "sub/b.md": article("乙") });
  await until(said, () => answers(page("b"), (status) => status === 200));
  writeFiles(posts, { "sub/b.md": article("丙") });
  await until(said, () => answers(page("b"), (_, text) => text.includes("<h1>丙</h1>")));

  renameSync(posts, `${posts}-aside`);
  writeFiles(posts, { "new/folder/c.md": article("丁") });
  await until(said, () => answers(page("c"), (status) => status === 200));
  writeFiles(posts, { "new/folder/c.md": article("戊") });
  await until(said, () => answers(page("c"), (_, text) => text.includes("<h1>戊</h1>")));
});

test("a kept source that is saved draws nothing anew where sources are not published", async () => {
  const { folder, origin, said } = await served({ "a.md": article("甲"), "_sources/2022/a.txt": "来源" });
  const page = (name: string) => `${origin}/nantongribao/2024/01/25/${name}.html`;
  await until(said, () => answers(page("a"), (status) => status === 200));
  const before = said();
  writeFiles(folder, { "posts/_sources/2022/a.txt": "更正", "posts/_sources/b.txt": "又一份" });
  writeFiles(folder, { "posts/b.md": article("乙") });
  await until(said, () => answers(page("b"), (status) => status === 200));
  expect(said().slice(before.length)).not.toContain("_sources");
});

test("a kept source that is saved is served at once where sources are published", async () => {
  const post = article("甲").replace("\n---\n<p>", "\nsource_file: 2022/a.txt\n---\n<p>");
  const { folder, origin, said } = await served({ "a.md": post, "_sources/2022/a.txt": "来源" }, {}, ["sources: true"]);
  const source = `${origin}/sources/2022/a.txt`;
  await until(said, () => answers(source, (_, text) => text === "来源"));
  writeFiles(folder, { "posts/_sources/2022/a.txt": "更正" });
  await until(said, () => answers(source, (_, text) => text === "更正"));
  rmSync(path.join(folder, "posts/_sources/2022/a.txt"));
  writeFiles(folder, { "posts/b.md": article("乙") });
  await until(said, () => answers(source, (status) => status === 404));
});

test("a server that is started again draws what has changed meanwhile, and nothing else", async () => {
  // Nothing leads from it to the others.
  const apart = article("乙")
    .replace(/categories: .*\ntags: .*\n/, "")
    .replace("-25 ", "-20 ");
  const first = await served({ "a.md": article("甲"), "b.md": apart, "c.md": article("丙") });
  const { folder } = first;
  const page = (name: string) => (name === "b" ? "/2024/01/20/b.html" : `/nantongribao/2024/01/25/${name}.html`);
  const file = (name: string) => path.join(folder, ".cache", "serve", page(name));
  // What is composed of all articles comes last.
  await until(first.said, () => answers(`${first.origin}/search/index.json`, (status) => status === 200));
  await until(first.said, () => existsSync(path.join(folder, ".cache", "serve-volumes", "output.json")));
  await first.stop();
  const before = statSync(file("b"));

  writeFileSync(path.join(folder, "posts", "a.md"), article("甲").replace("的正文", "的更正"));
  rmSync(path.join(folder, "posts", "c.md"));
  writeFileSync(file("stray"), "by hand");
  const { origin, said } = await servedFolder(folder);
  await until(said, () => answers(origin + page("a"), (_, text) => text.includes("甲的更正")));
  await until(said, () => answers(`${origin}/search/index.json`, (_, text) => text.includes('"articles":2')));
  expect(await answers(origin + page("c"), (status) => status === 404)).toBe(true);
  expect(existsSync(file("stray"))).toBe(false);
  expect(statSync(file("b"))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test("with a faulty layout the server does not start, and ends", async () => {
  const folder = temporaryFolder();
  copyOfSite(folder);
  writeFiles(path.join(folder, "posts"), { "a.md": article("甲") });
  const layout = path.join(folder, "layouts", "article.njk");
  writeFileSync(layout, `${readFileSync(layout, "utf8")}{% block alternate %}{{ 1 | nonsense }}{% endblock %}`);
  const { code, err } = fangzhi(["serve", "--port", String(await freePort())], { cwd: folder });
  expect([code, err]).toEqual([1, expect.stringContaining("nonsense")]);
});
