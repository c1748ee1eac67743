import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { filesIn, project, textIn } from "../support/command.ts";
import { builtSite, jsonOf } from "../support/site.ts";

const site = builtSite(["--posts", `${project}/tests/fixtures/site`, "--json"]);
const page = (file: string) => load(textIn(site().folder, file));
const bodyOf = (file: string) => page(file)(".body");

test("every file is accounted for", () => {
  const report = jsonOf(site().run);
  expect(report).toMatchObject({ articles: 29, published: 24, merged: 2, drafts: 3, heldBack: [] });
  expect(report["passedOver"]).toEqual([
    { file: `${project}/tests/fixtures/site/.hidden`, rule: "dot-file" },
    { file: `${project}/tests/fixtures/site/table.csv`, rule: "not-an-article" },
    { file: `${project}/tests/fixtures/site/README.md`, rule: "not-a-post" },
  ]);
});

test("an editor's note is counted on the page about quality, and shown to no reader", () => {
  const $ = page("data-quality.html");
  const rows = $("tbody tr").toArray();
  const cells = rows.map((row) => Array.from($(row).find("td"), (cell) => $(cell).text()));
  expect(cells).toContainEqual(["待编辑核对", "待核对", "1"]);
  const telling = filesIn(site().folder).filter((file) => textIn(site().folder, file).includes("请查报纸"));
  expect(telling).toEqual([]);
});

test.each([
  ["jianghairibao/2024/02/03/bom-crlf.html", "第一段。第二段。"],
  ["jianghairibao/2024/02/04/gb18030.html", "这篇文章用国标编码保存，里面有四字节的字：𠮷、㐂，也有全角标点。"],
  ["jianghairibao/2024/02/05/utf-16.html", "文本文件也可以是文章。"],
  ["jianghairibao/2024/02/06/carriage-return.html", "老式的行末。"],
  ["jianghairibao/2024/02/08/short-year.html", "日期只在文件名里。"],
  ["jianghairibao/2024/02/09/date-slip.html", "秒前面多了一个冒号。"],
  ["east/2024/02/01/folder-category.html", "上级文件夹的名称是类别，日期没有时刻。"],
])("%s says %s", (file, text) => {
  expect(bodyOf(file).text().replace(/\s+/g, "")).toBe(text);
});

test.each([
  ["jianghairibao/2024/02/10/no-title.html", "没有标题的文章用第一句话作标题"],
  ["jianghairibao/2024/02/11/quotes-in-title.html", '他说"要快"，又说"要稳"'],
  ["special/markdown-report/index.html", "**不是粗体** 斜体 {{ 7 * 7 }} {% raw %}"],
  [
    "jianghairibao/2024/02/07/feed-trap.html",
    "标题里有 ]]> 与 控制字符、😀 表情、标签、& 实体和 </script><script>alert(1)</script>",
  ],
])("%s has the title %s", (file, title) => {
  expect(page(file)("h1").text()).toBe(title);
});

test("a title cannot break out of the page", () => {
  const html = textIn(site().folder, "jianghairibao/2024/02/07/feed-trap.html");
  expect(html.match(/<script(?! src=)/g)).toHaveLength(1);
  expect(html).not.toContain("<script>alert");
});

test("Markdown is set, template syntax is text", () => {
  const body = bodyOf("special/markdown-report/index.html");
  expect(body.find("strong").text()).toBe("“链主”");
  expect(body.find("h2").text()).toBe("产业链");
  expect(body.find("ul li")).toHaveLength(2);
  expect(body.find("ol li")).toHaveLength(2);
  expect(body.find("table").first().find("td")).toHaveLength(2);
  expect(body.find("table[tabindex=0]")).toHaveLength(2);
  expect(body.find("blockquote")).toHaveLength(1);
  expect(body.text()).toContain("{{ site.title }} 与 {% include x.html %} 都只是文字。");
  expect(body.text()).toContain("企业增加到四十家");
});

test("hostile mark-up is gone, the words between it are not", () => {
  const html = textIn(site().folder, "jianghairibao/2024/02/12/hostile-markup.html");
  const body = load(html)(".body");
  expect(body.find("script, iframe, form, input, style, base, meta, svg, [onclick], [onerror], [style]")).toHaveLength(
    0,
  );
  expect(body.find("#main")).toHaveLength(0);
  expect(body.html()).not.toMatch(/javascript/i);
  expect(html).not.toMatch(/evil\.example/);
  expect(body.text().replace(/\s+/g, "")).toBe("第一段仍在。坏链接、又一个、、表单里的字最后一段。");
});

test("the wire's copy and the paper's copy are one page with both sources and both categories", () => {
  const $ = page("gundong/2024/01/10/202401100000000201.html");
  expect($("nav.return").text().trim()).toBe("返回滚动新闻｜返回江海时报新闻｜返回首页");
  expect(
    $(".dateline a")
      .toArray()
      .map((link) => $(link).attr("href")),
  ).toEqual([
    "http://finance.eastmoney.com/news/1354,202401100000000201.html",
    "http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202401100000000201",
  ]);
  const redirect = page("jianghaishibao/2024/01/10/NW202401100000000201.html");
  expect(redirect("meta[http-equiv=refresh]").attr("content")).toBe(
    "0; url=/gundong/2024/01/10/202401100000000201.html",
  );
});

test("charts, hidden paragraphs and foreign pictures load nothing", () => {
  const body = bodyOf("gundong/2024/01/10/202401100000000201.html");
  expect(body.find("img")).toHaveLength(0);
  expect(body.html()).not.toMatch(/display:none|token|data-code|<span|<center/);
  expect(body.find('a[href="https://img.example.org/chart.png"]').attr("rel")).toBe("noopener noreferrer");
  expect(body.find('a[href="http://quote.eastmoney.com/unify/r/1.600001"]').first().text()).toBe("行情：600001");
  expect(body.find('a[href="http://quote.eastmoney.com/unify/r/90.BK0001"]').text()).toBe("海工");
});

test("links to the old hosts lead to this site", () => {
  const links = bodyOf("jianghairibao/2024/01/06/NW202401060000000102.html").find("a");
  expect(links.first().attr()).toEqual({ href: "/jianghairibao/2024/01/05/NW202401050000000101.html" });
  expect(links.last().attr()).toEqual({ href: "https://www.example.org/plan.pdf", rel: "noopener noreferrer" });
});

test.each([
  ["gundong/2024/01/12/202401110000000202.html", "/gundong/2024/01/11/202401110000000202.html"],
  ["jianghairibao/2024/02/13/same.html", "/jianghairibao/2024/02/13/same-again.html"],
  ["category/jianghaishibao  lincailicai.html", "/category/jianghaishibao.html"],
])("the old address %s leads to %s", (file, address) => {
  expect(page(file)("meta[http-equiv=refresh]").attr("content")).toBe(`0; url=${address}`);
});

test("no two files differ in case alone", () => {
  const files = filesIn(site().folder);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
  expect(page("category/TechWeb.html")(".rows").text()).toContain("大写的栏目");
  expect(files.filter((file) => /^category\/Techweb-[0-9a-f]{4}\.html$/.test(file))).toHaveLength(1);
});

test("categories and tags named together go together", () => {
  expect(page("category/jianghaishibao.html")("h1").text()).toBe("江海时报新闻");
  expect(page("category/lincailicai.html")("h1").text()).toBe("临财理财新闻");
});

test("drafts and articles to come are not in the site, but in the report", () => {
  const { folder, run } = site();
  expect(filesIn(folder).filter((file) => /idea|unpublished|future/.test(file))).toEqual([]);
  for (const file of ["_drafts/idea.md", "2024-02-15-unpublished.md", "2999-01-01-future.md"])
    expect(run.out).toContain(file);
});

test("no file of the site leaks where it was built", () => {
  for (const file of filesIn(site().folder)) expect(textIn(site().folder, file)).not.toContain(project);
});
