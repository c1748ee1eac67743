import type * as Opencc from "opencc-js/t2cn";
import { installed } from "../installed.ts";
import { kept } from "../kept.ts";

const [firstHan, lastHan] = [0x3400, 0x9fff];

/**
 * Which characters are the traditional forms of others, in the mainland's, Hong Kong's and Taiwan's ways of writing.
 * Only single characters: words that are told apart in context (乾燥, 乾坤) must be found either way.
 * @returns each traditional character before its simplified one: `萬万與与`
 */
export function simplifiedPairs(): string {
  return (known ??= kept("simplified.txt", pairs));
}

let known: string | undefined;

function pairs(): string {
  const { Converter } = installed("opencc-js/t2cn") as typeof Opencc;
  // Line by line, so that no two of them are taken for a word.
  const characters = Array.from({ length: lastHan - firstHan + 1 }, (_, at) => String.fromCharCode(firstHan + at));
  const text = characters.join("\n");
  const simplified = (["t", "hk", "tw"] as const).map((from) => Converter({ from, to: "cn" })(text).split("\n"));
  let found = "";
  for (const [at, character] of characters.entries()) {
    const other = simplified.map((list) => list[at]!).find((one) => one !== character);
    if (other?.length === 1) found += character + other;
  }
  return found;
}
