import path from "node:path";
import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { writeCorpus } from "../../bench/corpus.ts";
import { fangzhi, filesIn, project, temporaryFolder, textIn, writeFiles } from "../support/command.ts";
import { brokenLinks } from "../support/links.ts";
import { builtSite } from "../support/site.ts";

const seeds = builtSite([]);
const site = builtSite(["--posts", `${project}/tests/fixtures/reading`]);

/** The page's HTML and CSS beside the article's own words, and the CSS as it is in the folder. */
const mostBeside = 30_000;

test.each(["nantongribao/2022/03/11/NW202203112305042277.html", "nantongribao/2021/12/31/NW202112312232633266.html"])(
  "%s weighs little beside its text",
  (file) => {
    const { folder } = seeds();
    const html = textIn(folder, file);
    const text = load(html)(".body").text();
    expect(text.length).toBeGreaterThan(1000);
    const bytes =
      Buffer.byteLength(html) - Buffer.byteLength(text) + Buffer.byteLength(textIn(folder, "assets/style.css"));
    expect(bytes).toBeLessThanOrEqual(mostBeside);
  },
);

test("related articles say why", () => {
  const $ = load(textIn(site().folder, "jianghairibao/2024/03/05/harbour.html"));
  const reasons = $(".related li")
    .toArray()
    .map((row) => [$(row).find("a").text(), $(row).find(".excerpt").text()]);
  expect(reasons).toEqual([
    ["江海新区“三张清单”背后的加减法", "标题都有“江海新区”　同标签：江海日报新闻"],
    ["年报前瞻：船配板块谁先交卷", "同公司：江海装备（600001）"],
  ]);
});

test("the articles before and after are those of the paper and those of the day", () => {
  const $ = load(textIn(site().folder, "jianghairibao/2024/03/05/harbour.html"));
  const beside = $(".beside")
    .toArray()
    .map((nav) => $(nav).text().replace(/\s+/g, " ").trim());
  expect(beside).toEqual(["同报上一篇 江海新区“三张清单”背后的加减法", "同日下一篇 江海新区三张清单背后的加减法"]);
});

test("no link of a site with other printings leads nowhere", () => {
  expect(filesIn(path.join(site().folder, "compare"))).toHaveLength(2);
  expect(brokenLinks(site().folder)).toEqual([]);
});

test("comparisons are the same whatever threads draw them, of two months too", () => {
  const folder = temporaryFolder();
  const posts = path.join(folder, "posts");
  writeCorpus(posts, 450, "plain", 6);
  const story = (source: string, words: string) =>
    `---\ntitle: 江海新区春季重大项目集中开工\nsource: ${source}\n---\n<p>十二个重大项目昨天集中开工，总投资${words}亿元。项目涉及船舶海工和新材料。年内全部投产。</p>\n`;
  writeFiles(posts, { "2024-02-29-a.md": story("江海日报", "一百"), "2024-03-01-b.md": story("江海时报", "二百") });
  const [one, other] = ["1", "2"].map((workers) => {
    const args = [
      "--posts",
      posts,
      "--output",
      path.join(folder, workers),
      "--cache",
      path.join(folder, `c${workers}`),
    ];
    expect(fangzhi(["build", ...args, "--workers", workers]).code).toBe(0);
    const compare = path.join(folder, workers, "compare");
    return filesIn(compare).map((file) => [file, textIn(compare, file)]);
  });
  expect(one).toEqual(other);
  const [, html] = one!.find(([, text]) => text!.includes("江海新区春季重大项目集中开工"))!;
  expect(load(html!)("del").text()).toBe("一");
  expect(load(html!)("ins").text()).toBe("二");
});
