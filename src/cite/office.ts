/** How authors are named that are not people. */
const officeNames: readonly RegExp[] = [
  // 南通市统计局, 省委宣传部, 市政府办公室, 海门区融媒体中心
  /(?:委员会|办公室|管委会|研究院|研究所|中心|学院|大学|协会|学会|商会|集团|公司|银行|.{2}局|[总分]行|编辑部|宣传部|评论部|新闻部)$/,
  // 江海日报, 新华社, 江海电视台
  /(?:报|报社|通讯社|新华社|杂志社|电视台|广播电台|网)$/,
  // 本报评论员, 本刊记者
  /^本[报刊台网]/,
  /编写?组$|课题组$|报道组$|采访组$/,
];

/**
 * Whether an author is an office, as far as the name tells.
 * @param name - the author's name: `陈可`, `南通市统计局`
 * @returns true for what is named like an office, a firm or an editorial staff
 */
export function isOffice(name: string): boolean {
  return officeNames.some((pattern) => pattern.test(name));
}
