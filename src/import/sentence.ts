import { dateline } from "./rules/phrases.ts";

/** So many characters on each side are enough to find the words at a seam. */
const around = 8;

/** The words of Chinese text, by the dictionary of ICU that Node brings with it. */
const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Punctuation with which a sentence, or what leads up to one, ends; brackets and quotation marks may close behind it. */
const closing = /(?:[。！？!?；;：:…．.]|[（(【[][^（()）】]{1,40}[)）\]】])[”’"'」』）)》】\]]*$/u;
/** What cannot stand at the beginning of a sentence. */
const inside = /^[，。、；：！？!?,;:.）)】」』”’》%％‰℃]/;

/**
 * Whether a text ends where a sentence ends.
 * @param text - any text
 * @returns false for one that breaks off: `…积极探`
 */
export function isClosed(text: string): boolean {
  return closing.test(text.trimEnd());
}

/**
 * Whether a text begins with what must go on from something before it.
 * @param text - any text
 * @returns true for `，精准对接`
 */
export function beginsInside(text: string): boolean {
  return inside.test(text.trimStart());
}

/** What completes a verb or a clause, when it is a word by itself: 出 in 腾 | 出工业用地, but not in 出口. */
const complements = /^(?:[的了着得们出起则却便]|就(?=[没不能会可要把被已]))/;
/** The last word of a sentence: 奶罐。 82%。 */
const lastOfSentence = /^[\p{Script=Han}\d%％]{1,4}。/u;

/**
 * Whether a text is the end of a sentence that something before it began, as its first word tells.
 * @param text - any text
 * @returns true for `奶罐。每一包奶…` and `就没熄过火。`
 */
export function beginsAtEnd(text: string): boolean {
  if (lastOfSentence.test(text)) return true;
  const complement = complements.exec(text)?.[0];
  if (complement === undefined) return false;
  const [first] = words.segment(text.slice(0, around));
  return first?.segment === complement;
}

/**
 * Puts two pieces of one sentence together: Chinese without white space, words of other scripts with a space.
 * @param above - what comes first
 * @param below - what goes on
 * @returns both
 */
export function joinTexts(above: string, below: string): string {
  // （记者 周娟 | 通讯员 吴海兵）
  if (/(?:记者|通讯员)\s\p{Script=Han}{2,4}$/u.test(above) && /^(?:通讯员|记者|实习生)/.test(below)) {
    return `${above} ${below}`;
  }
  const isApart = /[A-Za-z\d,.;:!?)]$/.test(above) && /^[A-Za-z\d(]/.test(below) && !above.endsWith("-");
  return isApart && /[A-Za-z]/.test(above.slice(-1) + below.slice(0, 1)) ? `${above} ${below}` : above + below;
}

/**
 * Puts the pieces of a text together.
 * @param pieces - the pieces in order
 * @returns all of them
 */
export function joinAll(pieces: readonly string[]): string {
  // What stands at a seam depends on its two sides, not on all that is above.
  const seams = pieces.map((piece, index) => {
    const above = pieces[index - 1]?.slice(-around) ?? "";
    return joinTexts(above, piece).slice(above.length);
  });
  return seams.join("");
}

/**
 * The word that stands across the seam of two texts: 高速 in …建立高 | 速物流….
 * @param above - a text that breaks off
 * @param below - a text that may be its other half
 * @returns the word, or nothing when a word ends at the seam
 */
export function wordAcross(above: string, below: string): string | undefined {
  const head = above.slice(-around);
  const text = head + below.slice(0, around);
  for (const { segment, index } of words.segment(text)) {
    if (index >= head.length || index + segment.length <= head.length) continue;
    // 产业 and 产业链 are both words: one that is whole before the seam tells nothing.
    const isCut = head.length - index === 1 || lastWord(head) !== head.slice(index);
    return isCut && /^\p{Script=Han}{2,}$/u.test(segment) ? segment : undefined;
  }
  return undefined;
}

function lastWord(text: string): string | undefined {
  return Array.from(words.segment(text)).at(-1)?.segment;
}

/** How sentences begin; what does not, and completes a word across a break, is the end of one. */
const starts =
  /^(?:我|你|他|她|它|这|那|在|从|要|但|而|为|今|以|据|对|当|此|每|各|与|和|及|由|如|若|让|把|被|上|下|前|后|本|该|其|某|也|又|再|还|更|最|一|二|三|四|五|六|七|八|九|十|去|近|自|经|按|照)/;

/** What a number follows: 销售收入达到 | 九亿多元，同比增长近三成. */
const wantsQuantity =
  /(?:有|达|达到|超|超过|突破|约|近|共|共计|完成|实现|增至|降至|升至|增长|下降|占|占比|投资|总投资)$/;
/** A number with what it counts, and then no sentence: a sentence that begins with one goes on without a comma. */
const quantity =
  /^(?:\d[\d.]*|[一二三四五六七八九十百千两]+)[多余几]?[十百千万亿]*[多余]?(?:[元个家人名户亩吨台辆件项座条倍成岁次%％]|美元|公里|平方米|公顷)[，。；、,;]/;

const quantityRest =
  /^(?:[十百千万亿]{1,2}[多余]?(?:[元吨亩户人家个件台辆]|美元|公里|平方米|公顷|标箱)|(?:[元吨亩户家]|美元|公里|平方米|公顷|标箱)[，。；、,;])/;

/** 九十 | 二家: the numeral stands across the seam. */
function isCutNumeral(above: string, below: string): boolean {
  // 每亩达到45 | 万元以上
  if (/\d[十百千万亿]{0,2}$/.test(above) && quantityRest.test(below)) return true;
  return (
    /[一二三四五六七八九十百千][十百千]$/.test(above) &&
    /^(?:[一二三四五六七八九][十百千]?)+[多余]?(?:[元个家人名户亩吨台辆件项座条倍次]|万|亿)/.test(below)
  );
}

/**
 * Whether a number is broken over two texts at its point: 3. | 8亿元.
 * @param above - the text that breaks off
 * @param below - the text behind it
 * @returns false where the point ends a sentence
 */
export function isCutNumber(above: string, below: string): boolean {
  return /\d[.．]$/.test(above) && /^\d{1,2}(?!\d*[.．、年月日])/.test(below);
}

/**
 * Whether one paragraph is the end of the sentence that another begins, wherever the two stand.
 * @param above - the text that breaks off
 * @param below - a text elsewhere
 * @returns true for …建立高 and 速物流…: a word stands across the seam, and no sentence begins so
 */
export function isBrokenEnd(above: string, below: string): boolean {
  if (isCutNumeral(above, below)) return true;
  if (wantsQuantity.test(above) && quantity.test(below)) return true;
  if (starts.test(below) || dateline.test(below)) return false;
  return /^\p{Script=Han}/u.test(below) && wordAcross(above, below) !== undefined;
}
