/** How newspapers are named; agencies, portals, magazines and broadcasters are not. */
const newspaperNames: readonly RegExp[] = [
  // 南通日报, 21世纪经济报道, 解放军报社; but not 证券时报网 and 人民日报客户端, which are sites.
  /报(?:道|社)?$/,
  // 人民日报海外版, 中国日报（国际版）
  /报[^网端]{0,6}版[)）]?$/,
  // Papers that are not called so.
  /^(?:每日经济新闻|南方周末|参考消息|新华每日电讯)$/,
  /\b(?:Daily|Gazette|Herald|Journal|Post|Times|Tribune)\b/,
];

/** What ends in 报 too and is no newspaper: accounts, notices and news of other kinds. */
const otherNames: readonly RegExp[] = [
  // 公司年报, 三季报; but not 中国青年报.
  /(?<![青少老])年报$|[季月]报$/,
  /(?:财报|研报|喜报|捷报|战报|简报|海报|情报|通报|预报|警报)$/,
  // But not 文汇报 and 大公报.
  /(?<!文)汇报$|(?<!大)公报$/,
];

/**
 * Whether a source is a newspaper, as far as its name tells.
 * @param name - the name of the source: `南通日报`, `《南通日报》`, `财联社`; of a paper with its site the paper comes first:
 * `上海证券报·中国证券网`
 * @returns true for what is named like a newspaper
 */
export function isNewspaper(name: string): boolean {
  const paper = name
    .replace(/[·•・].*$/u, "")
    .replace(/[《》]/g, "")
    .trim();
  return newspaperNames.some((pattern) => pattern.test(paper)) && !otherNames.some((pattern) => pattern.test(paper));
}
