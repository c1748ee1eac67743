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

/**
 * Whether a source is a newspaper, as far as its name tells.
 * @param name - the name of the source: `南通日报`, `财联社`
 * @returns true for what is named like a newspaper
 */
export function isNewspaper(name: string): boolean {
  return newspaperNames.some((pattern) => pattern.test(name));
}
