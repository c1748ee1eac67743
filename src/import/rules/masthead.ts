import { surnames } from "./surnames.ts";

/** What a newspaper's page says of itself at its head and foot. */
export type MastheadPart =
  | "date"
  | "weekday"
  | "page"
  | "section"
  | "paper"
  | "periodical"
  | "source"
  | "author"
  | "editor"
  | "staff"
  | "number"
  | "contact"
  | "rule";

const editors =
  "(?:责任|值班|见习|执行|本版|版面|責任|[一二三四五六七八九十\\d]{1,3}版)?(?:编辑|责编|主编|編輯)|[Ee]ditor";
const staff =
  "(?:美术|视觉|版式|图片|新媒体)?(?:美编|编辑|设计)|校对|责校|值班校对|组版|版式|版面|排版|制版|审核|审读|监制|统筹|(?:版式|版面|视觉)?策划|视觉|二审|三审|初审|终审|值班(?:总编|主任|编委|领导)|签发|电脑制作|制作|检校";
const authors = "作者|撰文|撰稿|采写";
/** What pages invite readers to, beside the names: 我要评论(0), 点击：1287. */
const invitations = "我要(?:评论|纠错|留言|投稿|分享)|(?:发表|查看)评论|评论(?!员)|浏览|阅读|点击|跟贴";
const name = String.raw`(?!${invitations})(?!(?:${editors}|${staff}|${authors})(?!\p{Script=Han}))(?:\p{Script=Han}\s+\p{Script=Han}(?!\p{Script=Han})|\p{Script=Han}[\p{Script=Han}·]{1,3}(?!\p{Script=Han}))`;
const names = String.raw`${name}(?:[\s、，,/／]+${name}(?![\s]*[：:／/]))*`;
// 李思阳 SN098, 王晓易_NE0011
const number = String.raw`\s*_[A-Za-z]{1,4}\d{1,6}|\s*[A-Z]{2,4}\d{3,6}(?!\w)`;
const labelled = (roles: string) =>
  new RegExp(String.raw`(?:${roles})(?:\s*[：:／/丨|]\s*|\s+)(?<value>${names})(?:${number})?`, "uy");

/**
 * The parts a masthead is made of, each anchored at the place it is tried at; the first that fits is taken. What a part
 * names is its group `value`.
 */
export const mastheadParts: readonly { readonly part: MastheadPart; readonly pattern: RegExp }[] = [
  {
    part: "date",
    pattern: /(?:公元)?(?<value>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?/y,
  },
  {
    part: "date",
    pattern: /(?<value>(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})(?:[\sT]+\d{1,2}:\d\d(?::\d\d)?)?(?!\d)/y,
  },
  // 《新闻联播》 20231231 19:00
  {
    part: "date",
    pattern: /(?<![\d])(?<value>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))\s+\d{1,2}[:：]\d\d(?!\d)/y,
  },
  {
    part: "date",
    pattern: /(?<value>[○〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)/y,
  },
  // 《洪泽日报》2018年10月刊
  { part: "date", pattern: /(?<value>\d{4}\s*年\s*\d{1,2}\s*月)(?:刊|号)?(?![\d\p{Script=Han}])/uy },
  { part: "weekday", pattern: /[（(]?(?:星期|周|礼拜)\s*[一二三四五六日天][)）]?/y },
  { part: "weekday", pattern: /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/iy },
  {
    part: "number",
    pattern:
      /(?:农历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:[正一二三四五六七八九十冬腊]{1,2}月)(?:初|十|廿|卅|二十|三十)[一二三四五六七八九十]?/y,
  },
  {
    part: "number",
    pattern:
      /(?:国内统一(?:连续出版物|刊)号|统一刊号|国内刊号|刊号)?[：:\s]*CN\s*\d\d\s*[-—–]\s*\d{4}|(?:总)?第\s*\d{1,6}\s*期|邮发代号[：:\s]*[\d\-—]+|(?:今日|本期|共)\s*[\d一二三四五六七八九十]{1,3}\s*版|代号[：:]\s*[\d\-—]+/y,
  },
  {
    part: "contact",
    pattern:
      /(?:(?:新闻|读者|投稿|服务|广告|发行|爆料)?(?:热线|电话|邮箱|网址)[：:]?\s*|E-?mail[：:]?\s*)?(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w.-]+|\d{3,4}\s*[-—]\s*\d{7,8})/iy,
  },
  { part: "contact", pattern: /(?:新闻|读者|投稿|服务|广告|发行|爆料)?(?:热线|电话)[：:]?\s*\d[\d\s—-]{4,14}/y },
  // 第A6版：开发区周刊
  { part: "page", pattern: /(?:第\s*)?(?<value>[A-Z]?\d{1,3})\s*版\s*[：:]\s*\p{Script=Han}{2,10}/uy },
  {
    part: "page",
    pattern:
      /(?:版次[：:]\s*|第\s*)?(?<value>[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,2})\s*版(?:面)?(?![\p{Script=Han}])/uy,
  },
  { part: "page", pattern: /(?:版次[：:]\s*)?(?<value>[A-Z]\d{1,2})(?![\d\p{L}%．.])/uy },
  // 2 要闻, 赣南日报 7 图片新闻
  {
    part: "page",
    pattern: /(?<=^|(?:报|日|星期[一二三四五六天])\s+)(?<value>[A-Z]?\d{1,2})(?=\s+\p{Script=Han}{2,6}(?:\s|$))/uy,
  },
  { part: "page", pattern: /(?<![:：\d])(?<value>\d{1,2})(?=\s*(?:$|[|｜丨]))/y },
  {
    part: "source",
    pattern:
      /[（(【[]?\s*(?:(?:文章|稿件|信息|新闻|本文)?来源|稿源)\s*[：:丨|｜]\s*《?(?<value>[^：:，,；;。()（）【】《》\s]{2,20})》?\s*[)）】\]]?/y,
  },
  // 定西市发展和改革委员会编, at the head of a bulletin
  {
    part: "source",
    pattern:
      /(?<value>\p{Script=Han}{2,20}(?:局|厅|委|委员会|办公室|研究室|中心|宣传部|领导小组))\s*(?:主办|编印|编发|编)(?!\p{Script=Han})/uy,
  },
  { part: "editor", pattern: labelled(editors) },
  {
    part: "staff",
    pattern: labelled(staff),
  },
  // 责任编辑：DF075, (责任编辑：admin)
  { part: "staff", pattern: /[（(]?(?:责任编辑|责编|编辑)\s*[：:]\s*(?:[A-Z]{1,4}\d{1,5}|[a-z][\w.-]{1,19})[)）]?/y },
  { part: "author", pattern: labelled(authors) },
  // 2024-03-05 09:30 记者 林然
  {
    part: "author",
    pattern: new RegExp(
      String.raw`(?:本报|本网|特约|首席|见习)?(?:记者|通讯员)(?:\s+|\s*[：:]\s*)(?<value>${names})`,
      "uy",
    ),
  },
  {
    part: "paper",
    pattern:
      /《?(?<value>\p{Script=Han}{2,6}(?:日报|晚报|早报|时报|商报|晨报|都市报|经济报|导报|周报|快报|新闻报|日報|晚報|時報))》?(?:社|社出版|出版)?(?![\p{Script=Han}])/uy,
  },
  // Only beside other parts of a masthead: 县域经济周刊, 盐城大众报; 统计公报 is none.
  {
    part: "periodical",
    pattern:
      /《?(?<value>今日(?!时评|关注|视点|话题|要闻|看点|评论|聚焦|推荐|导读)\p{Script=Han}{2,3}|\p{Script=Han}{2,8}(?:周刊|月刊|导刊|杂志|信息网|新闻网|在线|客户端|融媒(?:体中心)?|(?<![捷喜通公简汇预情年海战快]|机关)报))》?(?!\p{Script=Han})/uy,
  },
  { part: "paper", pattern: /[A-Z][A-Z ]{2,20}(?:DAILY|WEEKLY|NEWS|TIMES|HERALD|JOURNAL|RIBAO|WANBAO|ZHOUBAO)/iy },
  {
    part: "section",
    pattern:
      /(?:(?:一周|本周|区域|县域|县区|市县|市州|城乡|城市|园区|开发区|海洋|港口|地方|国内|国际|图片|时政|综合|财经|产业|产经|企业|民生|三农|社会|开放|经济)(?:经济|新闻|财经|周刊|要闻|观察|视野|广角|之窗|纵横)|要闻|头版|(?:深度|特别|专题|系列|调查)报道|综合(?:新闻)?|经济(?:新闻)?|财经|产业|时政|本地|民生|社会|国内(?:新闻)?|国际(?:新闻)?|区域|县域|园区|开发区|产经|商业|市场|证券|房产|消费|三农|农业|工业|企业|城市|县区|乡镇|热点|人物|生活|健康|法治|党建|调查|专版|专题|专刊|特刊|特别报道|理论|评论|广告|公告|副刊|文化|体育|教育|科技|金融|城事|新闻|视点|关注|聚焦|深度)(?![\p{Script=Han}])/uy,
  },
  // 巫晓薇 2019-09-11 14:32: a family name, and not the name of a site or place.
  {
    part: "author",
    pattern: new RegExp(
      String.raw`(?<=^)(?<value>[${surnames}]\p{Script=Han}{2})(?<![网报界社台端讯圈省市县区镇])(?=[\s|｜丨·]+(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?$)`,
      "uy",
    ),
  },
  {
    part: "rule",
    pattern: new RegExp(String.raw`(?:${invitations})(?:次数|量|数)?\s*[：:]?\s*(?:[（(]\s*\d*\s*[)）]|\d*)`, "y"),
  },
  {
    part: "rule",
    pattern:
      /[|｜丨/／·•、，,\-—–─━=~*《》（）()【】]+|(?:原创|(?:发表|发布|刊发|刊登|更新|编辑)于|回复|主题|字号)|(?:发布|发表|更新|刊发)?(?:时间|日期)\s*[：:]|字体|字号|打印|分享(?:到)?|收藏/y,
  },
];
