/**
 * Radicals that stand for whole characters, with those characters: fonts draw both with one glyph, and the text layer of a
 * PDF names the wrong one. https://www.unicode.org/Public/UCD/latest/ucd/EquivalentUnifiedIdeograph.txt
 */
const radicals =
  "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟";
/** Punctuation as it is turned in vertical text, with its upright form: https://www.unicode.org/charts/PDF/UFE10.pdf, UFE30. */
const verticalForms =
  "︐， ︑、 ︒。 ︓： ︔； ︕！ ︖？ ︗〖 ︘〗 ︙… ︰‥ ︱— ︲– ︳＿ ︵（ ︶） ︷｛ ︸｝ ︹〔 ︺〕 ︻【 ︼】 ︽《 ︾》 ︿〈 ﹀〉 ﹁「 ﹂」 ﹃『 ﹄』 ﹇［ ﹈］";

/**
 * What Unicode does not say: fonts for simplified Chinese draw these with the glyph of a common character. All other
 * characters of GB 2312 come back as they were from PDFs set in Noto Sans CJK, Noto Serif CJK and WenQuanYi.
 */
const twins = "⼾户 㬵胶";
/** Dashes that fonts for Chinese draw with one glyph: https://www.unicode.org/charts/PDF/U2E00.pdf */
const longDashes = "⸺—— ⸻———";

const plainForms = new Map(
  `${radicals} ${verticalForms} ${twins} ${longDashes}`
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);
/** Long dashes, CJK radicals, Kangxi radicals, 㬵, ligatures, vertical forms. */
const glyphNames = /[\u2E3A\u2E3B\u2E80-\u2FDF\u3B35\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE48]/g;

/**
 * Writes the characters that a PDF's glyphs stand for: `⽉` (the radical) as `月`, `ﬁ` as `fi`, `︐` as `，`.
 * @param text - text of a PDF's text layer
 * @returns the text as one would type it
 */
export function plainText(text: string): string {
  return text.replace(glyphNames, (character) => plainForms.get(character) ?? character.normalize("NFKC"));
}
