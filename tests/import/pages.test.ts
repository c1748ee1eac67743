import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findLosses } from "../../src/import/account.ts";
import { articleFile } from "../../src/import/articleFile.ts";
import { readImported } from "../../src/import/formats.ts";
import { understand } from "../../src/import/understand.ts";

const folder = path.join(import.meta.dirname, "../fixtures/import");
const heads = ["title", "kicker", "subtitle", "page", "source", "authors", "photographers", "editors"] as const;
const none = { authors: [], photographers: [], editors: [] };

test.each([
  [
    "pages/agency-detail.html",
    "长三角港口群货物吞吐量稳步回升",
    "2022-11-08",
    { source: "东华网", authors: ["王佳"], photographers: ["方喆"], editors: ["王佳宁"] },
  ],
  ["pages/discuz-gbk-undeclared.html", "[转帖]老城改造三年账本", "2021-06-08", { source: "江海晚报" }],
  [
    "pages/finance-content-body.html",
    "海星重工：上半年净利润同比预增40%-60%",
    "2022-07-14",
    { source: "财富研究中心" },
  ],
  [
    "pages/founder-epaper.html",
    "码头“第三通道”开通",
    "2022-10-13",
    {
      kicker: "通州湾新出海口建设再提速",
      subtitle: "首批集装箱昨天驶往宁波",
      page: "A6",
      authors: ["陈可", "司占伟"],
      photographers: ["陈炳群"],
    },
  ],
  [
    "pages/government-ucap.html",
    "关于促进船舶海工产业发展的若干意见解读",
    "2023-03-02 16:40:00",
    { source: "市工信局" },
  ],
  [
    "pages/old-tables-gb2312.html",
    "蚕茧收购价再创新高",
    "2004-06-18",
    // （县蚕桑站供稿） behind the last sentence.
    { source: "海安农业信息网", authors: ["县蚕桑站"] },
  ],
  [
    "pages/party-paper-ozoom.html",
    "小麦“喝饱水” 农户笑开颜",
    "2023-02-21",
    { kicker: "春耕一线见闻", subtitle: "——高标准农田里的新变化", page: "03", source: "东洲日报", authors: ["顾小建"] },
  ],
  [
    "pages/people-rm.html",
    "一粒种子里的“芯”事",
    "2022-04-06",
    {
      kicker: "乡村振兴看江海",
      source: "民声网-江海频道",
      authors: ["苗蕾"],
      photographers: ["苗蕾"],
      editors: ["周恬", "韩璐"],
    },
  ],
  [
    "pages/television-area.html",
    "江苏：新能源船舶订单排到两年后",
    "2023-07-11",
    { source: "国视网", editors: ["刘珊", "郭亮"] },
  ],
  [
    "pages/toutiao-article.html",
    "这座江边小镇，靠一把剪刀剪出百亿产业",
    "2023-09-01 08:15:00 +0800",
    { source: "今日快讯", authors: ["江海视野"] },
  ],
  [
    "pages/trs-editor.html",
    "前三季度外贸进出口增长8.2%",
    "2022-10-25 07:12:00",
    { source: "江海日报", authors: ["沈雪"], photographers: ["钱咸华"], editors: ["张晨"] },
  ],
  [
    "pages/unknown-system.html",
    "纺织之乡“织”出新天地",
    "2024-03-05 09:30:00 +0800",
    { subtitle: "一条纱线串起两百家企业", authors: ["林然"] },
  ],
  [
    "pages/wechat.html",
    "重磅！滨江又添百亿级项目",
    "2023-05-18 18:30:00",
    { source: "滨江发布", authors: ["小滨"], editors: ["小滨"] },
  ],
  [
    "pages/agency-zw.html",
    "洱海畔古村“慢”出新产业",
    "2021-11-03",
    { source: "东国新闻网", authors: ["缪超群"], photographers: ["缪超群"], editors: ["钟欣怡"] },
  ],
  [
    "pages/county-tables-gbk.html",
    "我县冬闲田里种出“增收菜”",
    "2019-11-28",
    { source: "云岭县融媒体中心", authors: ["龚正平", "谭丽"], editors: ["舒红"] },
  ],
  [
    "pages/epaper-enpproperty.html",
    "老粮站变身“共享车间”",
    "2015-06-18",
    {
      kicker: "闲置资产“活”起来①",
      subtitle: "淮滨镇八成村集体年增收超二十万元",
      page: "A05",
      source: "淮阴晨报",
      authors: ["戚海燕", "暴玉国"],
      photographers: ["戚海燕"],
    },
  ],
  [
    "pages/government-index.html",
    "关于印发《南岭市支持预制菜产业发展十条措施》的通知",
    "2022-07-06 15:30:00",
    { source: "市农业农村局" },
  ],
  [
    "pages/portal-artibody.html",
    "临港码头迎来首艘甲醇双燃料集装箱船",
    "2024-03-19 14:05:12 +0800",
    { source: "临港日报", authors: ["范思远", "阮清"], photographers: ["范思远"], editors: ["欧阳一鸣"] },
  ],
  [
    "pages/portal-mp-editor.html",
    "一碗米粉的百亿账：柳南乡镇“粉”墨登场",
    "2021-08-19",
    { source: "龙城晚报", authors: ["韦彩云", "覃志勇"], photographers: ["覃志勇"] },
  ],
  [
    "pages/portal-post-body.html",
    "南浔古镇边的“电梯之乡”，为何又忙起来了？",
    "2023-06-12 09:20:31 +0800",
    { source: "浙北财经观察", authors: ["沈梅芳"] },
  ],
  [
    "pages/portal-reprint.html",
    "县城咖啡馆，熬过了第一个冬天",
    "2022-03-08",
    {
      subtitle: "开在老粮库里的咖啡馆，靠什么活下来？",
      source: "边城商业笔记",
      authors: ["瞿一凡"],
      editors: ["虞山"],
    },
  ],
  [
    "pages/securities-gbk.html",
    "三家水泥企业公布限产安排 区域价格企稳",
    "2020-09-11",
    { source: "证财报·证财网", authors: ["司马晴"] },
  ],
  [
    "pages/wechat-badge.html",
    "龙港印刷人，把“年画”印进了元宇宙",
    "2023-01-12 19:05:00",
    { source: "港城印象", authors: ["苏青禾"], photographers: ["林上军"], editors: ["项小米", "陈伟国"] },
  ],
  [
    "pdf/boxed.pdf",
    "一床夏被的“出海”路",
    "2023-06-15",
    {
      kicker: "外贸一线观察②",
      subtitle: "——海门家纺企业跨境订单增长四成",
      page: "03",
      authors: ["郑书瑶"],
      photographers: ["郑书瑶"],
      editors: ["郭畅"],
    },
  ],
  [
    "pdf/table.pdf",
    "首季工业实现“开门稳”",
    "2024-04-18",
    { source: "开放周刊", page: "5", authors: ["覃立", "俞静之"], editors: ["贺敏"] },
  ],
  [
    "pdf/newspaper.pdf",
    "一座港口的“加减法”",
    "2022-10-13",
    {
      kicker: "新港答卷之三",
      subtitle: "——新港十年",
      page: "A6",
      authors: ["陈可", "顾小建"],
      photographers: ["陈炳群"],
      editors: ["苗蕾"],
    },
  ],
])("%s is the article an editor would make of it, and nothing is lost", async (name, title, date, known) => {
  const source = await readImported(readFileSync(path.join(folder, name)), name);
  const { articles, fates } = understand(source);
  const { blocks, date: day, ...first } = articles[0]!;
  const said = Object.fromEntries(heads.flatMap((key) => (first[key] === undefined ? [] : [[key, first[key]]])));
  expect({ ...said, date: day?.date }).toEqual({ ...none, title, date, ...known });
  expect(blocks.filter(({ kind }) => kind === "paragraph").length).toBeGreaterThan(1);
  const files = articles.map((article, index) => {
    const origin = { name: "page", sha256: "0".repeat(64), fates: fates.filter((each) => each.article === index) };
    return articleFile(article, {}, origin).text;
  });
  expect(findLosses(source.lines, fates, files)).toEqual([]);
});
