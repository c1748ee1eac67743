import { beginning, countCharacters } from "../characters.ts";
import type { Block } from "./blocks.ts";
import { isCredit } from "./byline.ts";
import { holds, withChildren } from "./tree.ts";

/** Shorter lines that end in a comma may be verse. */
const shortest = 20;
/** So many characters on each side show where a join was made. */
const shown = 8;

/**
 * Joins a paragraph that breaks off at a comma with the one in which it goes on, as in
 * `2022-03-11-NW202203112305042277.md`: …去年2月9日，大年二十八， / 带着厚厚一摞文件的张睿….
 * @param blocks - the blocks; elements of joined ones are changed
 * @returns the blocks that remain, and for each join the words around it
 */
export function joinBroken(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly joins: readonly string[];
} {
  const runs: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run && breaksOff(run.at(-1)!) && goesOn(block)) run.push(block);
    else runs.push([block]);
  }
  return {
    blocks: runs.map((run) => (run.length === 1 ? run[0] : joined(run))),
    joins: runs.flatMap((run) => run.slice(1).map((block, index) => wordsAround(run[index]!.text, block.text))),
  };
}

function breaksOff(block: Block): boolean {
  return /[，、]$/.test(block.text) && countCharacters(block.text) >= shortest && isRunning(block);
}

function goesOn(block: Block): boolean {
  return isRunning(block) && /[\p{L}\p{N}]/u.test(block.text) && !isCredit(block);
}

function isRunning({ element, isProse }: Block): boolean {
  return isProse && element.name === "p" && !holds(element, ({ name }) => name === "img" || name === "br");
}

/** The edges of paragraphs have no white space any more, so their texts go on without any. */
function joined(run: readonly [Block, ...Block[]]): Block {
  const children = run.flatMap(({ element }) => element.children);
  const text = run.map((block) => block.text).join("");
  return { element: withChildren(run[0].element, children), text, isProse: true };
}

function wordsAround(above: string, below: string): string {
  const end = Array.from(above.slice(-2 * shown))
    .slice(-shown)
    .join("");
  return `${end.toWellFormed()}｜${beginning(below, shown).replace(/…$/, "")}`;
}
