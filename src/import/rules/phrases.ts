/** Slogans that pages of newspapers carry at head and foot, without white space and marks. */
export const slogans: readonly RegExp[] = [
  // 奋进新征程 建功新时代, which heads many papers' pages since 2022.
  /^(?:奋进新征程)?[，,]?(?:建功新时代|奋进新征程|谱写新篇章)$/,
  // 请用 文明 尺子丈量自己
  /^请用.{1,12}(?:尺子|标尺)(?:丈量|衡量).{1,6}$/,
  /^(?:喜迎|迎接|庆祝|学习(?:宣传)?贯彻|深入学习|献礼).{0,16}(?:二十大|十九大|二十届.中全会|两会|精神|献礼|华诞|周年)$/,
  /^(?:讲文明|树新风|讲文明树新风|公益广告|图说我们的价值观|社会主义核心价值观|文明健康有你有我|光盘行动|厉行节约反对浪费)/,
  // 讲究职业道德 树立行业新风, 讲究卫生 从我做起
  /^(?:讲究?|崇尚|争做)(?:职业道德|社会公德|文明|诚信|科学|卫生).{0,4}(?:树|促|做|创)立?.{0,4}(?:新风|风尚|公民|市民|新人|城市)$/,
  /^.{2,12}(?:从(?:你)?我做起|从你我做起|人人有责|你我同行|人人参与|我们在行动)$/,
  /^(?:富强民主文明和谐|自由平等公正法治|爱国敬业诚信友善)/,
  /^(?:不忘初心|牢记使命|绿水青山就是金山银山|为人民服务)+$/,
  /^.{0,8}(?:版权所有|未经许可|未经.{1,8}(?:许可|授权|同意)[，,]?(?:不得|禁止|严禁|请勿)|违者必究|法律顾问|广告(?:热线|许可证|经营)|印刷[:：]|零售价|定价[:：]).{0,60}$/,
];

/** 浪漫之都 时尚大连: two halves as long, which between the lines of a masthead are the city's slogan. */
export const twoHalves = /^(?:\p{Script=Han}{4}[\s·]+\p{Script=Han}{4}|\p{Script=Han}{5}[\s·]+\p{Script=Han}{5})$/u;

/** 请给 **斑马线** / 多一份礼让: a word set apart and bold, and the rest in the line below. */
export const emphasised =
  /^(?:\p{Script=Han}{1,6}\s+\*\*\p{Script=Han}{2,5}\*\*(?:\s+\p{Script=Han}{1,8})?|\*\*\p{Script=Han}{2,5}\*\*\s+\p{Script=Han}{1,8})$/u;
/** The line below such a word. */
export const emphasisedEnd = /^\p{Script=Han}{2,10}$/u;

/** Words of a series, a column or a report, which stand in kickers and in page heads. */
export const kickerWords: readonly RegExp[] = [
  /(?:特别|系列|深度|连续|专题|调查)(?:报道|策划|观察)(?:之[一二三四五六七八九十]+)?[”"]?$/,
  /(?:选登|选刊|连载|专栏|专版|专刊|特刊|巡展|访谈|展播|(?:案例|经验|成果)(?:汇编|选编|集锦))[（(]?[一二三四五六七八九十\d]{0,3}[)）]?$/,
  /[（(]?第\s*[一二三四五六七八九十\d]{1,4}\s*[期辑批讲][)）]?$/,
  /^(?:读者来信|来信照登|读者之声|群众来信|今日关注|一线见闻|记者调查|记者观察|新春走基层|走基层|人物|特写|述评|综述|侧记)$/,
  /[（(][一二三四五六七八九十\d]{1,3}[)）]$|[①②③④⑤⑥⑦⑧⑨⑩]$/,
  /^[【〔［[].{2,20}[】〕］\]]$/,
  /[—–-]{2,}$/,
  // 三论应对危机保增长
  /^[一二三四五六七八九十再][论谈评]\p{Script=Han}{3,}/u,
  // 西部大开发·走进银川
  /^.{2,10}[·•](?:聚焦|关注|走进|直击|回眸).{2,10}$/,
  // 聚焦招商引资突破年, 喜迎二十大
  /^(?:聚焦|关注|走进|直击|回眸|喜迎|奋进|贯彻落实|学习贯彻|献礼).{3,12}$/,
];
/** A line of a title that ends with such a verb goes on in the next: 开发区聚力打造 / 千亿级医药产业. */
export const transitive =
  /(?:打造|推进|推动|建设|构建|助力|赋能|激活|引领|成为|跑出|迈向|奔向|走出|实现|加快|促进|培育|擦亮|书写|谱写|绘就|做强|做优|做大|争创|争当|勇当|聚焦|围绕|破解|撬动|释放|领跑|率先|全力|奋力|[的与和及在为向让把]|(?<![以之])后)$/;

/** A line that says what is striven for, as kickers do: 全力打造“中国动力电池之都”, 走好…高质量发展新路子. */
export const transitiveStart =
  /^(?:(?:全力|奋力|聚力|着力|加快|大力|扎实|深入|持续)(?:打造|推进|推动|建设|构建|实施|促进|书写|谱写|服务|建好|做好)|走好|守护好|讲好|答好|奋战|争创|勇当)\S{4,}$/;

/** A line of a title that is only who or where goes on in the next: 苏通科技产业园 / 新增3家外资研发中心. */
export const subject =
  /^\p{Script=Han}{2,9}(?:园|区|县|市|镇|乡|村|街道|局|公司|集团|银行|大学|学院|医院|港|厂|(?:吞吐|产|销|总)量|(?:产|总|增加)值|(?:总|出口|成交|交易|销售)额)$/u;

/** `如东县：链式招商激活发展新动能`: a title that names its place. */
export const placeTitle = /^\p{Script=Han}{2,6}[：:]\s*\S/u;

/** What begins a sub-title. */
export const dashed = /^(?:[—–―─]{1,2}|--)\s*(?=\S)/;

/** `（下转A3版）`, `（上接第1版）`: where an article goes on. */
export const jumpLine =
  /(?:[（(【[]\s{0,4})?(?:[▶►➤]\s?)*(?:下转|上接|紧接|转|接|详见|(?:相关|更多|详细)(?:报道|内容|新闻)(?:请?详?[见刊])?)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版?(?:\s*[·•]?\s*\p{Script=Han}{2,6})?\s*[)）】\]]|^\s*(?:[▶►➤]\s*)*(?:下转|上接|紧接)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版\s*$/gu;

/** A line that only separates. */
export const separator = /^[\s\-—–_=*＊·•.。…~～#＃─━═◇◆○●□■△▲☆★※+]{3,}$|^[※◇☆★]$/;

/** A sign or two without a word, or a page's number between dashes: `|`, `- 3 -`. */
export const stray =
  /^(?:[^\p{L}\p{N}\p{Emoji_Presentation}]{1,2}|[-—–·]\s*\d{1,4}\s*[-—–·]|第\s*\d{1,4}\s*页(?:[\s/／,，]*共\s*\d{1,4}\s*页)?)$/u;

/** `[查看原文](https://…)`, `原文链接：https://…`: where an article stood. */
export const originalLink =
  /^(?:\[[^\]]*(?:原文|出处|来源)[^\]]*\]\((?<linked>https?:\/\/[^\s()]+)\)|(?:查看|阅读)?原文(?:链接|地址|网址)?\s*[：:]\s*(?<said>https?:\/\/\S+)|<(?<bare>https?:\/\/[^\s<>]+)>)$/;

/** What only leads about a web page. */
export const navigation: readonly RegExp[] = [
  // A picture of a Markdown file, without words.
  /^!\[\]\([^\s()]+\)$/,
  /^[【[]?\s*分享(?:到|至)?\s*[：:]?\s*[】\]]?$/,
  /^[【[]?\s*(?:我要)?(?:纠错|举报|点赞|推荐阅读|热门推荐|更多(?:新闻|内容)?)\s*[】\]]?$/,
  // 江边客 主题 36: who posts in a forum, and how often.
  /^.{0,16}(?:主题|帖子|积分|精华)\s*[|：:]?\s*\d+.{0,20}$/,
  /^(?:(?:您(?:现在|当前)?的|当前)位置\s*[：:].{0,60}|首页\s*[>＞»/→].{1,60})$/,
  /^(?:[【[]?\s*(?:字[号体]|大|中|小|打印(?:本页|此页)?|关闭(?:窗口|本页)?|分享(?:到)?|收藏|返回(?:顶部|首页|列表)?|上一[篇页条]|下一[篇页条]|微信|微博|扫一扫)\s*[】\]]?\s*[：:|｜]?\s*){2,}$/,
];

/** A paper's own address, telephone and price, among the lines of its masthead. */
export const imprint =
  /^(?:(?:本?报?社)?地?址|邮编|邮政编码|本?报?印刷厂?|主办|主管|出版|发行)\s*[：:]\s*\S|^\p{Script=Han}{0,6}(?:电话|热线|传真)\s*[：:]?\s*\d[\d\s—-]{4,}|^(?:本报)?(?:每份|零售|定价|售价|订价|月价|年价)[^。]{0,10}[\d一二三四五六七八九十]\s*[元角分]|^\p{Script=Han}{2,12}印刷厂(?:承?印)?$|机关报$/u;

/** What a front page says of the day and of its other pages. */
export const frontPage: readonly RegExp[] = [
  // 今日天气：多云到阴，偏东风3—4级，20℃—27℃
  /^(?:\p{Script=Han}{0,6}天气(?:预报)?\s*[：:]?|(?:今天|今日|今夜|明天|白天)).{0,40}\d\s*(?:℃|°C|度)$/u,
  // 今日导读, and below it 余姚塑料城交易额破百亿 ……2版
  /^(?:(?:今日|本期|要闻)(?:导读|要目|提要|看点)|(?:导读|要目)\s*[▼↓])$/,
  /^.{4,36}?\s*(?:…+|\.{3,}|·{3,}|[▶►→]|>>|详?见|\/)\s*第?\s*[A-Z]?\d{1,2}\s*版$/,
];

/** Signs that begin a heading. */
export const bullet = /^[■□◆◇●○▲△▼▽★☆◎※►▶◀➤❖◼◾]\s*/;

/** How the first sentence of a report begins, with those who report in brackets. */
export const dateline =
  /^(?:[（(【]?\s*)?(?:本报(?!告|刊|社)\S{0,8}?(?:讯|电|消息)|新华社\S{0,12}?电|中新(?:社|网)\S{0,14}?电|据\S{2,10}?(?:消息|报道)|\S{2,8}(?:消息|讯)(?=[（(\s]))/;
/** `本报讯（记者 陈可 通讯员 李明）`. */
export const datelineCredit = /^[^。]{0,24}?[（(]\s*((?:\p{Script=Han}{0,8})?(?:记者|通讯员)[^（()）]{2,40})[)）]/u;

/** An office that wrote: `单位：定海工业园区`. */
export const unit = /^(?:供稿|来稿|报送|撰稿|作者)?单位\s*[：:]\s*(\S.{1,30})$/;

/** Words for those who report, as they stand before their names. */
export const reporterWords = String.raw`(?:\p{Script=Han}{2,8}报社?|本报|本台|本刊|新华社|全媒体|融媒体|首席|特约|见习|实习)*(?:记者|通讯员|报道员|评论员|记者站|记者团)|实习生|見習記者|記者`;
/** `本报评论员`: who wrote, without a name. */
export const columnist = /^[■□●◎（(]?\s*(本[报刊台](?:特约|特邀|联合)?(?:评论员|编辑部|采访组|报道组|记者组))[)）]?$/;
/** What people did for a report, by what the archive calls them; of others nothing is kept but the line. */
export const roleWords = {
  authors: ["文", "撰文", "采写", "文字", "撰稿", "执笔", "采访", "记者", "本报记者", "通讯员", "实习生", "见习记者"],
  photographers: ["图", "摄", "摄影", "图片", "照片", "供图", "拍摄"],
  editors: ["编辑", "责编"],
  others: ["策划", "统筹", "执行", "监制", "制图", "视频", "剪辑", "设计", "审核", "审校", "校对", "美编", "版式"],
} as const;
/** An office that gives pictures: 供图：绥芬河综合保税区. */
export const pictureOffice = /^\p{Script=Han}{3,20}(?:[局委办部社区镇乡村县市园港厂]|中心|公司|集团|学院|大学|银行)$/u;
/** `本报记者 刘畅 文/图`: who wrote and photographed. */
export const photoReport =
  /^[■□●◎（(]?\s*(\S.{0,30}?)\s*(?:文\s*(?:[/／、]?\s*[图圖]|[/／、]\s*摄)|图\s*[/／、]?\s*文|摄影报道|攝影報導|文并摄|文并图)[)）]?$/;
/** `文/图 本报记者 刘畅`, `（图文：刘畅）`: the same, the words first. */
export const photoReportBy =
  /^[■□●◎（(]?\s*(?:文\s*[/／、]\s*[图圖]|[图圖]\s*[/／、]?\s*文|文[图圖]|摄影报道)\s*[/／：:]?\s*(\S[^/／：:]{0,30}?)[)）]?$/;

/** `（图片由苍溪县融媒体中心提供）`: who gave an article's pictures. */
export const photoSupplier =
  /^[（(]?(?:本版(?=.{2,6}由\S{3,16}(?:部|局|中心|委|办|社|公司|集团|院)\s*(?:提供|供图))|本文|文中|配图)?(?:图片|照片|配图)(?:均|皆|全部)?由\s*([^（()）。，,]{2,20}?)\s*(?:提供|供图)[)）]?$/;

/** `（本版图片由本报记者 张三 拍摄）`: who took an article's pictures. */
export const photosBy =
  /^[（(]?(?:本版|本文|文中)?(?:图片|照片|配图)(?:均|皆|全部)?[为由]?\s*(?:\p{Script=Han}{0,6}(?:记者|通讯员)\s*)?([\p{Script=Han}、·\s]{2,14}?)\s*(?:摄|拍摄|摄影)[)）]?$/u;

/** An office that stands below a title as the one that wrote: 宝应县行政审批局, 市委政策研究室课题组. */
export const office =
  /^\p{Script=Han}{2,22}(?:局|厅|委|办|委员会|办公室|研究室|研究院|研究所|中心|课题组|调研组|联合会|协会|商会|管委会|人民政府|党校|宣传部|组织部|统战部|党委|党组|支行|分行|公司)$/u;

/** `（供稿：赤水市委宣传部 刘子富）`: who sent an article in. */
export const sentBy = /^[（(]?(?:供稿|来稿|报送)\s*[：:]\s*(\p{Script=Han}[\p{Script=Han}\s、，]{1,40}?)[)）]?$/u;

/** Labels whose text stands in the next line. */
export const label = /^(?:关键词|关键字|主题词)\s*[：:]?\s*$/;
export const keywords = /^[【[]?(?:关键词|关键字|主题词)[】\]]?\s*[：:]?\s*(\S.*)$/;

/** Words that are headings wherever they stand alone. */
export const sectionWords =
  /^(?:摘\s*要|内容提要|核心提示|导\s*语|引\s*言|编者按|背景情况|基本情况|主要做法|具体做法|取得成效|经验启示|几点启示|工作成效|案例简介|记者手记|短\s*评|结\s*语|后\s*记|链\s*接|相关链接)\s*[：:]?$/;

/** What an editor says above an article. */
export const editorsNote =
  /^[【［[（(]?\s*(?:编者按|编者的话|编者|开栏的话|开栏语|开篇语|核心提示|导读|阅读提示|内容提要|内容提示)\s*(?:[】］\])）]\s*[：:]?|[：:])\s*\S/;

/** The words above an editor's note that begins in the next line: 开栏的话 */
export const noteLabel = /^[【［[（(]?\s*(?:编者的话|开栏的话|开栏语|开篇语|编前|编前语)\s*[】］\])）]?[：:]?$/;

/** The name of a box above an article: 【人物名片】. */
export const boxName = /^[【［[][^】］\]]{2,8}[】］\]]$/;

/** The day below the name of who signed. */
export const signedDay = /^\d{4}年\d{1,2}月\d{1,2}日$/;
/** 南农发〔2022〕15号: the number of an office's document. */
export const documentNumber = /^\p{Script=Han}{2,12}[〔[（(]\d{4}[〕\])）](?:第)?\d{1,4}号$/u;

/** Words of a letter that stand by themselves. */
export const letterWords = /^(?:此致|敬礼[！!]?|(?:编辑同志|编辑部|尊敬的.{1,12}|敬爱的.{1,12})[：:])$/;

/** A line of an announcement that says whom to turn to. */
export const contactLine =
  /^(?:联系(?:人|电话|方式|地址)|咨询(?:电话|热线)|监督电话|报名(?:时间|地点|电话)|电话|传真|地址|邮编|邮政编码|网址|电子邮箱|邮箱|开户(?:行|银行)|账号|时间|地点)\s*[：:]\s*\S/;

/** Who speaks, before a colon. */
export const speaker = /^(\p{Script=Han}{1,6})\s*[：:]\s*\S/u;

/** `一、…`, `（二）…`, `3. …`: the sign that numbers a heading or a passage. */
export const numbered =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]+[，、：]|\d{1,2}[.．、](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩])\s*/;

/** `开发区俯瞰 钱咸华摄`, `图为…。记者 陈可 摄`: a caption with its credit. */
export const caption =
  /^(?<words>.{2,120}?)[\s　。，,（(]+(?:(?:本报|新华社|通讯社|\p{Script=Han}{2,4}[日晚时早晨]?报)?(?:全媒体|首席|见习|特约)?(?:记者|通讯员|摄影(?:记者)?)\s*[:：]?\s*)?(?<names>\p{Script=Han}[\p{Script=Han}\s、·]{1,12}?|\p{Script=Han}{1,12}(?:公司|局|中心|部|办|委|园|社|集团))(?:\s*[/／]?\s*(?:摄影报道|摄影|摄|供图|提供)|\s*[/／\s]\s*图)[)）]?[。]?$/u;
/** `……套色。摄影/林上军`: a caption whose credit begins with what was done. */
export const captionLabel =
  /[\s。，（(](?:摄影|摄|图|供图)\s*[/／丨|：:]\s*(\p{Script=Han}{2,4}(?:[\s、]\p{Script=Han}{2,4})?)[)）]?$/u;
/** `……检测。（周铁男 文/摄）`: who wrote, behind the text. */
export const wroteToo = /文\s*[/／、]\s*(?:图|圖|图片|摄|摄影)[)）]$/;
/** A caption without a credit: `图为星源材质南通项目施工现场。` */
export const captionWords = /^(?:[▲△▼▽◀▶←→↑↓]\s*|(?:上|下|左|右|本)?图(?:为|片[：:]|[：:①②③④⑤\d])|资料图)/;
/** What a picture shows, named by how it shows it: “云上粮仓”民宿外景。 */
export const captionView =
  /^(?![从由让把])[^。，,；：！？]{2,22}(?:(?:外景|夜景|一角|一隅|俯瞰|鸟瞰|效果图|示意图|(?:实景|航拍|鸟瞰|规划)图)。?|全景。)$|^[^。]{2,40}[。\s（(]\s*(?:本报)?资料(?:图片?|照片)[)）]?$/;
/** What a picture at the end of an article shows: 华创新材料公司铜箔生产车间. */
export const scene =
  /^[^。，,；：:！？\s]{2,16}(?:公司|集团|企业|[市县区镇乡村港园])[^。，,；：:！？\s]{0,10}(?:车间|现场|厂区|产业园|基地|码头|港区|街区|生产线|全貌)$/;
/** What stands below a caption and belongs to it: （资料照片） */
export const captionEnd = /^[（(](?:资料(?:照片|图片|图)|效果图|本报资料|.{2,14}(?:供图|提供|摄))[)）]$/;
/** Signs that point from a caption to its picture. */
export const pointing = /^[▲△▼▽◀▶]$/;
/** A photographer's line that stands within a line of text, between white space. */
export const inlineCredit =
  /(?<=\S)[\s　]+(?:本报)?(?:首席|见习|通讯)?(?:记者|通讯员|摄影)\s*(?<names>\p{Script=Han}{2,4}(?:[\s、]\p{Script=Han}{2,4})?)\s*(?:摄|供图)(?=[\s　]+\S)/gu;
