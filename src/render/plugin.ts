import type { UserConfig } from "@11ty/eleventy";
import type { SiteOptions } from "../config.ts";
import { pressOf } from "./press.ts";

/**
 * The project's Eleventy plugin: shell pages are drawn with the same Nunjucks environment as the page sets, and the
 * assets are copied.
 * @param eleventy - Eleventy's configuration
 * @param options - the site's options
 */
export function fangzhi(eleventy: UserConfig, options: SiteOptions): void {
  eleventy.setUseGitIgnore(false);
  eleventy.setTemplateFormats(["njk", "html", "md", "11ty.js"]);
  const { environment, site } = pressOf(options);
  eleventy.setLibrary("njk", environment);
  // Pages in Markdown and HTML see the site too, and may say layout: base.njk. The path is from layouts/pages/_includes,
  // where Eleventy looks; it would ignore the pages if all of layouts/ were named to it instead.
  eleventy.addLayoutAlias("base.njk", "../../base.njk");
  eleventy.addGlobalData("site", site);
  if (!site.search) eleventy.ignores.add("layouts/pages/search.njk");
  if (!site.data) eleventy.ignores.add("layouts/pages/data.njk");
  eleventy.addPassthroughCopy({ "layouts/assets": "assets" });
  eleventy.addWatchTarget("./layouts/");
}
