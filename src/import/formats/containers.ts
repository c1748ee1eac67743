/** Elements that hold the text of an article and little else, by the system that makes the page. */
export const ownBoxes = [
  { selector: "founder-content", of: "Founder's e-paper (方正电子报)" },
  { selector: "#ozoom", of: "e-papers of Founder and People's Daily" },
  { selector: ".TRS_Editor, .trs_editor_view, .trs_paper_default", of: "TRS, of government sites and Party papers" },
  { selector: "#UCAP-CONTENT", of: "gov.cn" },
  { selector: "#js_content", of: "WeChat (微信公众号)" },
  { selector: ".rm_txt_con, #rwb_zw, .box_con", of: "people.com.cn (人民网)" },
  { selector: "#p-detail, #detailContent, .main-aticle", of: "xinhuanet.com (新华网)" },
  { selector: "#content_area, .cnt_bd", of: "cctv.com (央视网)" },
  { selector: "#ContentBody, .newsContent", of: "eastmoney.com (东方财富)" },
  { selector: "#artibody", of: "sina.com.cn (新浪)" },
  { selector: "#mp-editor", of: "sohu.com (搜狐)" },
  { selector: ".post_body, #endText", of: "163.com (网易)" },
  { selector: ".left_zw, .content_maincontent_content", of: "chinanews.com (中新网)" },
  { selector: ".article-content, .tt-input__content", of: "toutiao.com (今日头条)" },
  { selector: "[id^='postmessage_'], #article_content", of: "Discuz!" },
  { selector: "#vsb_content, .v_news_content", of: "VSB (博达), of universities and districts" },
  { selector: ".wp_articlecontent", of: "WebPlus (苏迪)" },
  { selector: "#zoom, #Zoom, .ccontent", of: "Hanweb (大汉), of governments in Jiangsu and Zhejiang" },
  { selector: "[itemprop='articleBody']", of: "https://schema.org/articleBody" },
] as const;

/** Elements that hold an article on many sites, and on some the whole page: within them the text is looked for. */
export const commonBoxes =
  "article, content, #article, .article, #content, .content, #main-content, .article-body, .article_body, .articleContent, .news_content, .news-content, .detail, #detail, .entry-content, .post-content, main";

/** Elements whose rows say nothing but what statements are read from them: WeChat's row of author, account and day. */
export const statedBoxes = "#meta_content:has(#js_name)";

/** Elements that hold the title. */
export const titleBoxes =
  "founder-title, #activity-name, .rich_media_title, #thread_subject, #title, .title, .article-title, .article_title, .news_title, .main_title, .bt, [itemprop='headline']";

/** Words in the class or id of what surrounds an article. */
export const outsideWords = new Set(
  "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs location position footer foot copyright sidebar aside side share shares sharing bshare bdsharebuttonbox social related relate relation recommend recommended recommends more hot hotnews rank ranking comment comments reply toolbar tools ad ads advert banner login search prevnext pager pagination qrcode qr digg newdigg tags links friendlink".split(
    " ",
  ),
);
/** Elements of which the same is true; not forms, as pages of ASP.NET stand in one altogether. */
export const outsideTags = new Set(["nav", "footer", "aside", "select", "textarea", "button", "datalist"]);

/** What an article is about, in a line of its own below the title, by class. */
export const standfirstWords = /(?:^|[-_\s])(?:summary|abstract|digest|standfirst|daodu|zhaiyao)(?:$|[-_\s])/i;
/** Captions by class. */
export const captionWords =
  /(?:^|[-_\s])(?:caption|picture-caption|(?:img|image|pic|picture)[-_]?(?:desc|descr|description|note|text)|tuzhu|tushuo|photo-?(?:caption|text))(?:$|[-_\s])/i;

/** What holds a picture and the line below it, by class. */
export const pictureBoxes = /(?:^|[-_\s])(?:img|image|pic|picture|photo)[-_]?(?:wrap|wrapper|box|container)(?:$|\s)/i;

/** Rows that belong to the page wherever they stand: what readers do next, and what the site says of itself. */
export const furnitureRows = [
  /^[【[（(]?(?:上|下)(?:一)?(?:篇|条|版|期|页)(?:[】\]）):：\s]|$)/,
  /^(?:上一版|下一版|上一篇|下一篇|上一期|下一期)/,
  /^[【[]?(?:打印|关闭|打印本页|关闭窗口|返回顶部|返回首页|返回列表|返回目录|收藏|点赞|举报|分享|复制链接|在看)/,
  /^(?:分享到|分享至|分享：|扫一扫|微信扫一扫|手机扫|扫描二维码|长按|关注我们|点击关注)/,
  /^点击.{0,20}(?:关注|订阅|阅读)/,
  /^点(?:个|亮)[“"]?(?:在看|赞)/,
  /^(?:今天是[^，。]{0,8}\d{4}\s*[-年][^，。]*$|设为首页|加入收藏|参与互动\s*(?:[（(]|$)|更多精彩(?:内容|资讯|新闻))/,
  /尽在.{1,12}(?:APP|客户端)$/i,
  // Nobody is named.
  /^(?:责任编辑|编辑|作者|来源)\s*[：:]$/,
  // 听新闻 00:00 / 04:12
  /^(?:听新闻|听全文|收听|播放|朗读|语音播报)?\s*\d\d:\d\d\s*\/\s*\d\d:\d\d$/,
  // 12下一页
  /^[\d\s.…[\]<>«»]*(?:上一页|下一页|尾页|末页)/,
  // What another site called the article.
  /^[（(【]?原(?:标题|题)\s*[：:]/,
  /^(?:点(?:分享|收藏|点?赞|在看)[，、\s]*)+$|^阅读(?:原文|全文)$/,
  /^[-—－\s]*END[-—－\s]*$/i,
  /^[小中大]?(?:字体|字号|放大|缩小|默认)(?:[：:\s]|$|大|小|放)/,
  /^(?:相关(?:阅读|链接|新闻|文章|报道|稿件)|延伸阅读|推荐阅读|往期(?:推荐|回顾|精选)|热门(?:推荐|新闻|文章)|精彩推荐|为您推荐|猜你喜欢|热点排行|网友评论|我要评论|查看评论|更多(?:>>|»|$))/,
  /(?:版权所有|Copyright|All Rights Reserved|ICP备|公网安备|许可证(?:编?号)?[：:]|违法和不良信息举报)/i,
  /^(?:您|你)?(?:现在|当前|所在)(?:的)?位置/,
] as const;

/** What a site says of its rights and of whose opinion it prints, however long. */
export const disclaimers = [
  /^(?:特别|免责|版权|平台|郑重|\p{Script=Han}{2,8}[网报社])?(?:免责)?声明\s*[：:].*(?:转载|观点|平台|授权|版权)/u,
  /^凡(?:本[网站报]|未?注明)[^。]{0,20}(?:注明|来源)/,
  /^[本该此]文(?:内容|观点)?仅代表作者/,
] as const;

/** Links at the end of a paragraph that lead to the site and are not of its text. */
export const closingLinks = /^(?:返回\S{2,4}[，,])?(?:查看更多|阅读(?:原文|全文|更多)|\[?(?:详细|全文|更多)\]?)[>»]*$/;

const day = String.raw`(?:19|20)\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}`;
const people = "作者|记者|文|图|摄影|编辑|责任编辑|责编|值班编辑|美编|校对|审核|监制|组版";
/** Rows that name an article's source and people. */
export const creditRows = [
  /^[（(【[]?(?:稿件|文章|信息|新闻)?(?:来源|出处)\s*[：:丨|｜]/,
  new RegExp(`^[（(【[]?(?:${people})\\s*[：:丨|｜]`),
] as const;
/** Who edited an article is named in its box, perhaps in an element that is called something else. */
export const editorRow = /^[（(【[]?(?:责任)?(?:编辑|责编)\s*[：:丨|｜]\s*\p{Script=Han}/u;
/** A caption that says who took the picture: such may stand below the article, as its table of pictures does there. */
export const creditedCaption = /(?:摄影?|供图)[）)]?。?$/;
/** Rows that speak of the article, though they may stand outside its box: these, its day, its printed page. */
export const articleRows = [
  ...creditRows,
  new RegExp(`^[^\\d，]{0,14}${day}(?!.*，)`),
  new RegExp(`(?:来源|作者|记者|编辑)\\s*[：:].*${day}`),
  /^第?\s*[A-Z]?\d{1,3}\s*版(?:\s*[：:·]|$|\s)/,
] as const;
