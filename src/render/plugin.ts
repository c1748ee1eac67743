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
  eleventy.setLibrary("njk", pressOf(options).environment);
  eleventy.addPassthroughCopy({ "layouts/assets": "assets" });
  eleventy.addWatchTarget("./layouts/");
}
