import { expect, test } from "vitest";
import { checkSite, defineSite, type Site } from "../src/config.ts";
import { FangzhiError } from "../src/errors.ts";

const url = "https://archive.example";

function faultOf(options: unknown): FangzhiError {
  try {
    checkSite(options);
  } catch (error) {
    if (error instanceof FangzhiError) return error;
    throw error;
  }
  throw new Error("Expected the options to be wrong, but they were not");
}

test("an address is all that a site must have", () => {
  expect(checkSite({ url })).toEqual({
    title: "区域经济新闻档案",
    description: "收录区域经济新闻，按报纸、标签与月份编目，供浏览、查阅与引用。",
    url,
    origin: url,
    prefix: "",
    language: "zh-CN",
    timeZone: "Asia/Shanghai",
    permalink: "/:categories/:year/:month/:day/:title.html",
    images: "link",
    cards: true,
    joinBrokenParagraphs: true,
    labels: {},
    formerHosts: [],
    excerptLength: 120,
    latest: 30,
    newest: 20,
    pageSize: 100,
    monthsFrom: 1,
    search: true,
    sources: false,
    data: true,
  } satisfies Site);
});

test.each([
  ["https://archive.example", "https://archive.example", ""],
  ["https://archive.example/", "https://archive.example", ""],
  ["http://localhost:8080", "http://localhost:8080", ""],
  ["https://example.org/finews", "https://example.org", "/finews"],
  ["https://example.org/finews//", "https://example.org", "/finews"],
  ["https://example.org/a/b/", "https://example.org", "/a/b"],
])("a site at %s has the origin %s and stands in the folder %j", (address, origin, prefix) => {
  expect(checkSite({ url: address })).toMatchObject({ origin, prefix });
});

test("what is written goes before the defaults", () => {
  const options = defineSite({
    url,
    title: " 档案 ",
    images: "show",
    pageSize: 10,
    labels: { nantongribao: "南通日报" },
  });
  expect(checkSite(options)).toMatchObject({
    title: "档案",
    images: "show",
    pageSize: 10,
    labels: { nantongribao: "南通日报" },
  });
});

test("a repository has the usual branch and folder, unless it says otherwise", () => {
  const github = "https://github.com/o/r";
  expect(checkSite({ url, repository: { url: github } }).repository).toEqual({
    url: github,
    branch: "main",
    posts: "posts",
  });
  const own = { url: "https://git.example/o/r", branch: "v1", posts: "/a/b/", edit: "https://git.example/{path}" };
  expect(checkSite({ url, repository: own }).repository).toEqual({ ...own, posts: "a/b" });
});

test.each([
  ["title", "", /expected string to have >=1 characters/],
  ["title", "   ", /expected string to have >=1 characters/],
  ["title", "长".repeat(101), /<=100 characters/],
  ["title", 1, /expected string, received number/],
  ["description", "长".repeat(501), /<=500 characters/],
  ["url", undefined, /expected string, received undefined/],
  ["url", "archive.example", /Invalid URL/],
  ["url", "ftp://archive.example", /Invalid URL/],
  ["url", "javascript:alert(1)", /Invalid URL/],
  ["url", "https://archive.example/?a=1", /Expected no \? and no #/],
  ["url", "https://archive.example/#a", /Expected no \? and no #/],
  ["url", "https://archive.example/%E0%A4%A", /./],
  ["language", "zh_CN", /Expected a language tag such as zh-CN/],
  ["language", "", /Expected a language tag such as zh-CN/],
  ["timeZone", "Mars/Phobos", /Expected an IANA time zone such as Asia\/Shanghai/],
  ["timeZone", "", /Expected an IANA time zone such as Asia\/Shanghai/],
  ["timeZone", 8, /expected string, received number/],
  ["permalink", ":title.html", /must start with "\/"/],
  ["permalink", "/:nothing/:title.html", /Expected only placeholders that Jekyll knows/],
  ["images", "hide", /expected one of "link"\|"show"/],
  ["joinBrokenParagraphs", "yes", /expected boolean, received string/],
  ["data", "no", /expected boolean, received string/],
  ["labels", ["南通日报"], /expected record, received array/],
  ["labels.nantongribao", { nantongribao: "" }, />=1 characters/],
  ["labels.nantongribao", { nantongribao: 1 }, /expected string, received number/],
  ["formerHosts", "old.example", /expected array, received string/],
  ["formerHosts.1", ["old.example", 1], /expected string, received number/],
  ["repository", "https://github.com/o/r", /expected object, received string/],
  ["repository", { url: "https://git.example/o/r" }, /Expected a repository at github\.com, .* \(edit\)/],
  ["repository.url", { url: "git@github.com:o/r.git" }, /Invalid URL/],
  ["repository.branch", { url: "https://github.com/o/r", branch: "" }, />=1 characters/],
  ["repository.edit", { url: "https://git.example/o/r", edit: "https://git.example/o/r" }, /must include "\{path\}"/],
  ["repository", { url: "https://github.com/o/r", folder: "posts" }, /"folder"/],
  ["excerptLength", 19, />=20/],
  ["excerptLength", 1001, /<=1000/],
  ["latest", 0, />=1/],
  ["latest", 201, /<=200/],
  ["newest", 1.5, /expected int/],
  ["newest", "20", /expected number, received string/],
  ["pageSize", 9, />=10/],
  ["pageSize", 1001, /<=1000/],
  ["pageSize", Number.NaN, /expected number, received NaN/],
])("the option %s of %j is told of by its name", (name, value, expected) => {
  const [option = ""] = name.split(".");
  const [head, fault, ...others] = faultOf({ url, [option]: value }).message.split("\n");
  expect(head).toBe("The configuration in .eleventy.ts is wrong:");
  expect(fault).toMatch(new RegExp(`^  ${name}: `));
  expect(fault).toMatch(expected);
  expect(others).toEqual([]);
});

test("an option that does not exist is told of by its name", () => {
  expect(faultOf({ url, pagesize: 50 }).message).toContain('"pagesize"');
});

test.each([undefined, null, "https://archive.example", [], 1])("%j in place of options is told of", (options) => {
  expect(faultOf(options).message).toMatch(/^ {2}site: .*expected object/m);
});

test("all wrong options are told of at once, in both languages, with the exit code of a wrong configuration", () => {
  const { text, exitCode } = faultOf({ title: "", latest: 0, timeZone: "Nowhere" });
  for (const name of ["title", "url", "latest", "timeZone"]) {
    expect(text.en).toContain(`\n  ${name}: `);
    expect(text.zh).toContain(`\n  ${name}: `);
  }
  expect(text.zh).toMatch(/^\.eleventy\.ts 中的配置有误：/);
  expect(exitCode).toBe(1);
});
