const pageSize = 100;

/** Eleventy used plainly: every article is a Markdown template, every list comes out of a collection. */
export default function configure(eleventy) {
  eleventy.addGlobalData("site", { title: "区域经济新闻档案", url: "https://finews.example.org" });
  eleventy.addGlobalData("eleventyComputed", { permalink });
  eleventy.addLayoutAlias("post", "post.njk");
  eleventy.addDateParsing((date) => (typeof date === "string" ? dateOf(date) : date));
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("rfc822", (date) => date.toUTCString());
  eleventy.addCollection("articles", (api) => newest(api));
  eleventy.addCollection("categoryPages", (api) => pagesOf(newest(api), "categories"));
  eleventy.addCollection("tagPages", (api) => pagesOf(newest(api), "tags"));
  eleventy.addCollection("categoryTerms", (api) => termsOf(newest(api), "categories"));
  eleventy.addCollection("tagTerms", (api) => termsOf(newest(api), "tags"));
  return {
    dir: { input: "site", output: "public" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

function permalink({ page, permalink: given }) {
  const [, year, month, day, name] = /posts\/(\d{4})-(\d\d)-(\d\d)-(.+)\.md$/.exec(page.inputPath) ?? [];
  return name ? `/${year}/${month}/${day}/${name}.html` : given;
}

/** `2022-03-11 02:00:40 +0800` */
function dateOf(text) {
  return new Date(text.replace(" ", "T").replace(/ ([+-]\d\d)(\d\d)$/, "$1:$2"));
}

function newest(api) {
  return api.getFilteredByGlob("site/posts/*.md").reverse();
}

function termsOf(articles, taxonomy) {
  const terms = new Map();
  for (const article of articles) {
    for (const term of [article.data[taxonomy]].flat()) {
      if (!terms.has(term)) terms.set(term, []);
      terms.get(term).push(article);
    }
  }
  return [...terms].map(([name, those]) => ({ name, articles: those }));
}

function pagesOf(articles, taxonomy) {
  return termsOf(articles, taxonomy).flatMap(({ name, articles: those }) => {
    const count = Math.ceil(those.length / pageSize);
    const address = (index) => `/${taxonomy}/${name}/${index === 0 ? "" : `${index + 1}.html`}`;
    return Array.from({ length: count }, (_, index) => ({
      name,
      permalink: address(index).replace(/\/$/, "/index.html"),
      articles: those.slice(index * pageSize, (index + 1) * pageSize),
      newer: index > 0 ? address(index - 1) : undefined,
      older: index + 1 < count ? address(index + 1) : undefined,
    }));
  });
}
