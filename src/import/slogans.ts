import { solid } from "../characters.ts";
import { slogans, twoHalves } from "./rules/phrases.ts";
import { widthOf } from "./wrap.ts";

/** Longer lines are no slogans, characters of full width. */
const longest = 40;

/**
 * Whether a line is a slogan that pages carry, whoever printed them.
 * @param text - the line, without Markdown's marks
 * @returns true for 请用文明 尺子丈量自己, also with the paper's telephone behind it
 */
export function isSlogan(text: string): boolean {
  // 请用文明 尺子丈量自己 新闻热线：0513-12345678
  const said = solid(text.replace(/\s(?:新闻|读者|投稿|服务|广告|发行|爆料)(?:热线|电话)[：:\s\d—-]+$/, ""));
  return said.length <= longest && slogans.some((slogan) => slogan.test(said));
}

/**
 * Whether two lines are one slogan; the end of a sentence above 广告热线：… is none of it.
 * @param above - the first line, without Markdown's marks
 * @param below - the second
 * @returns true when both are needed
 */
export function isSloganInTwo(above: string, below: string): boolean {
  return /\p{L}/u.test(above) && widthOf(above) <= longest && !isSlogan(below) && isSlogan(above + below);
}

/**
 * Whether a line, between the lines of a masthead, is what a city says of itself.
 * @param text - the line, without Markdown's marks
 * @returns true for 浪漫之都 时尚大连
 */
export function isCitySlogan(text: string): boolean {
  return twoHalves.test(text);
}
