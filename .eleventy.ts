import type { UserConfig } from "@11ty/eleventy";
import { defineSite, fangzhi } from "./src/index.ts";

/** All that a site owner decides; README.md says what else there is. */
export const site = defineSite({
  title: "区域经济新闻档案",
  description: "收录区域经济新闻，按报纸、标签与月份编目，供浏览、查阅与引用。",
  url: process.env["SITE_URL"] || "https://finews.withounder.com",
  timeZone: "Asia/Shanghai",
  language: "zh-CN",
  formerHosts: ["finews.withounder.com", "finews.zning.me", "finnews.zning.me"],
});

export default function configure(eleventy: UserConfig): void {
  eleventy.addPlugin(fangzhi, site);
  // Ordinary Eleventy plugins, filters and settings go here; ordinary pages go into layouts/pages.
}
