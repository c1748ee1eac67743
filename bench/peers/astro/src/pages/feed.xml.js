import rss from "@astrojs/rss";
import { addressOf, newest } from "../articles.js";

export function GET({ site }) {
  return rss({
    title: "区域经济新闻档案",
    description: "区域经济新闻档案",
    site,
    trailingSlash: false,
    items: newest()
      .slice(0, 30)
      .map((article) => ({
        title: article.data.title,
        pubDate: article.data.date,
        link: `/${addressOf(article)}.html`,
      })),
  });
}
