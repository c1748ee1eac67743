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

/**
 * Puts two pieces of one sentence together: Chinese without white space, words of other scripts with a space.
 * @param above - what comes first
 * @param below - what goes on
 * @returns both
 */
export function joinTexts(above: string, below: string): string {
  const isApart = /[A-Za-z\d,.;:!?)]$/.test(above) && /^[A-Za-z\d(]/.test(below) && !above.endsWith("-");
  return isApart && /[A-Za-z]/.test(above.slice(-1) + below.slice(0, 1)) ? `${above} ${below}` : above + below;
}

/** The words of Chinese text, by the dictionary of ICU that Node brings with it. */
const words = new Intl.Segmenter("zh", { granularity: "word" });
/** So many characters on each side are enough to find the words at a seam. */
const around = 8;

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

/**
 * Whether one paragraph is the end of the sentence that another begins, wherever the two stand.
 * @param above - the text that breaks off
 * @param below - a text elsewhere
 * @returns true for …建立高 and 速物流…: a word stands across the seam, and no sentence begins so
 */
export function isBrokenEnd(above: string, below: string): boolean {
  return /^\p{Script=Han}/u.test(below) && !starts.test(below) && wordAcross(above, below) !== undefined;
}
