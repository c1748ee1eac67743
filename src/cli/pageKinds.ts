import type { Bilingual } from "../rule.ts";

/** A kind of file in the output folder. */
export interface PageKind {
  readonly name: Bilingual;
  readonly pattern: RegExp;
}

/** All kinds, in the order in which they are told; a file is of the first one that it fits. */
export const pageKinds: readonly PageKind[] = [
  { name: { en: "home", zh: "首页" }, pattern: /^index\.html$/ },
  { name: { en: "feeds", zh: "订阅源" }, pattern: /(?:^|\/)feed\.(?:xml|json)$/ },
  { name: { en: "categories", zh: "报纸（类别）" }, pattern: /^category\// },
  { name: { en: "tags", zh: "标签" }, pattern: /^tag\// },
  { name: { en: "months and years", zh: "合订本" }, pattern: /^volume\// },
  { name: { en: "texts side by side", zh: "对照异同" }, pattern: /^compare\// },
  { name: { en: "search", zh: "检索" }, pattern: /^search(?:\.html$|\/)/ },
  { name: { en: "data", zh: "数据" }, pattern: /^(?:data(?:\.html$|\/)|api\/)/ },
  { name: { en: "sitemaps", zh: "站点地图" }, pattern: /^sitemap(?:\.xml$|\/)/ },
  { name: { en: "styles, scripts, pictures", zh: "样式、脚本与图片" }, pattern: /^assets\// },
  // An article stands in folders, unless it has asked for another address.
  { name: { en: "articles and redirects", zh: "文章与跳转页" }, pattern: /\/.*\.html?$/ },
  { name: { en: "other", zh: "其他" }, pattern: /^/ },
];

/**
 * The kind of a file.
 * @param path - its path in the output folder
 * @returns the kind
 */
export function kindOf(path: string): PageKind {
  return pageKinds.find(({ pattern }) => pattern.test(path))!;
}
