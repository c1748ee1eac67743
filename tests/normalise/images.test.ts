import { expect, test } from "vitest";
import { articleOf, siteOf } from "../support/articles.ts";

const show = siteOf({ images: "show" });
const bodyOf = (html: string, site = siteOf()) => articleOf(`<p>正文。${html}</p>`, { site }).body;

test("a foreign image becomes a link by default", () => {
  expect(bodyOf('<img src="https://a.example/b.png" alt="现场">')).toContain(
    '<a href="https://a.example/b.png" rel="noopener noreferrer">查看图片：现场</a>',
  );
});

test("a foreign image without words is named by its host", () => {
  expect(bodyOf('<img src="//a.example/b.png">')).toContain(">查看图片（a.example）</a>");
});

test("a foreign image inside a link leaves its words in it", () => {
  const body = bodyOf('<a href="https://a.example/c"><img src="https://a.example/b.png" alt="现场"></a>');
  expect(body).toContain('<a href="https://a.example/c" rel="noopener noreferrer">查看图片：现场</a>');
});

test.each([
  ['<a name="top"><img src="https://a.example/b.png" alt="现场"></a>'],
  ['<a href="javascript:void(0)"><img src="https://a.example/b.png" alt="现场"></a>'],
])("a foreign image inside an anchor that leads nowhere is a link: %s", (html) => {
  expect(bodyOf(html)).toContain('<a href="https://a.example/b.png" rel="noopener noreferrer">查看图片：现场</a>');
});

test("the configuration can show foreign images", () => {
  expect(
    bodyOf('<img src="http://a.example/b.png" alt="现场" width="600" height="400" border="0" id="x">', show),
  ).toContain(
    '<img src="http://a.example/b.png" alt="现场" width="600" height="400" loading="lazy" decoding="async" referrerpolicy="no-referrer">',
  );
});

test.each([
  ["/img/a.png", "/img/a.png"],
  ["//finews.zning.me/img/a.png", "/img/a.png"],
  ["/图 片/a.png", "/%E5%9B%BE%20%E7%89%87/a.png"],
])("the site's own image %s is shown from %s", (src, address) => {
  expect(bodyOf(`<img src="${src}" alt="图">`)).toContain(
    `<img src="${address}" alt="图" loading="lazy" decoding="async" referrerpolicy="no-referrer">`,
  );
});

test("no image of the body makes a page ask another host", () => {
  const sources = ["//finews.zning.me//evil.example/a.png", "/%2Fevil.example/a.png", "/.//evil.example/a.png"];
  for (const src of sources) {
    const address = /<img src="([^"]*)"/.exec(bodyOf(`<img src="${src}">`))?.[1] ?? "/";
    expect(new URL(address, "https://archive.example/").host).toBe("archive.example");
  }
});

test.each([
  ['width="100%" height="50"'],
  ['width="600"'],
  ['width="0" height="0"'],
  ['width="-1" height="5"'],
  ['width="999999" height="5"'],
])("a size that is no pair of pixels is left out: %s", (size) => {
  expect(bodyOf(`<img src="/a.png" ${size}>`)).not.toMatch(/width|height/);
});

test.each([
  ['<img alt="图">'],
  ['<img src="" alt="图">'],
  ['<img src="a.png" alt="图">'],
  ['<img src="data:image/png;base64,AAAA" alt="图">'],
  ['<img src="javascript:1" alt="图">'],
  ['<img src="#x" alt="图">'],
])("%s is left out and noted; its words stay", (html) => {
  const article = articleOf(`<p>正文。${html}</p>`);
  expect(article.text).toBe("正文。图");
  expect(article.images).toEqual([]);
  expect(article.warnings.map(({ rule }) => rule)).toContain("image-dropped");
});

test("many images without an address are one note", () => {
  const { warnings } = articleOf(`<p>正文。${'<img src="a.png">'.repeat(500)}</p>`);
  expect(warnings).toMatchObject([{ rule: "image-dropped", values: { source: "a.png", count: 500 } }]);
});

test("the record lists images by address and words", () => {
  const { images } = articleOf(
    '<p>正文。</p><p><img src="/a.png" alt=" 一\n行 "></p><p><img src="https://a.example/b.png" alt="&lt;b&gt;"></p>',
  );
  expect(images).toEqual([
    { address: "/a.png", alt: "一 行" },
    { address: "https://a.example/b.png", alt: "＜b＞" },
  ]);
});

test("an article of one image has a body and no text", () => {
  const article = articleOf('<p><img src="/a.png" alt="图"></p>');
  expect(article.body).toContain("<img");
  expect(article).toMatchObject({ text: "", paragraphs: [], excerpt: "" });
});
