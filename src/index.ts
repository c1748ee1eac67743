/** What `.eleventy.ts` and other programs may use. */
export { defineSite, type Site, type SiteOptions } from "./config.ts";
export type * from "./model.ts";
export { fangzhi } from "./render/plugin.ts";
