import { element } from "./element.ts";
import { textsIn } from "./textFragment.ts";

/** Marks the words that the address names, wherever they stand in the article, and goes to the first. */
export function markHits(): void {
  const texts = textsIn(location.hash).map(solid).filter(Boolean);
  if (texts.length === 0) return;
  const marks = Array.from(document.querySelectorAll("article .body > *"), (block) => markIn(block, texts)).flat();
  const visit = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  // Who comes back to a page is where they left it.
  if (visit?.type === "reload" || visit?.type === "back_forward") return;
  const goThere = () => marks[0]?.scrollIntoView({ block: "center" });
  goThere();
  // When a page has come whole, a browser goes to the text by itself, perhaps to the same words in a table of contents.
  addEventListener("load", () => requestAnimationFrame(goThere), { once: true });
}

/** A unit of a block's text: where it stands, and whether it belongs to a hit. */
interface Unit {
  readonly node: Text;
  readonly offset: number;
  isHit: boolean;
}

/** Words may go on from one element into the next, and then have a mark in each. */
function markIn(block: Element, texts: readonly string[]): readonly HTMLElement[] {
  const units = unitsOf(block);
  const text = units.map(({ node, offset }) => node.data[offset]).join("");
  for (const wanted of texts) {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      for (const unit of units.slice(at, at + wanted.length)) unit.isHit = true;
    }
  }
  // From the end, for a node keeps its beginning when it is parted.
  return runsOf(units)
    .reverse()
    .map(([first, last]) => {
      const range = document.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      const mark = element("mark", {});
      range.surroundContents(mark);
      return mark;
    })
    .reverse();
}

/** White space is left out: where a line is broken on the page there may be some or none in the text. */
function unitsOf(block: Element): readonly Unit[] {
  const units: Unit[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let offset = 0; offset < node.data.length; offset++) {
      if (!/\s/.test(node.data[offset]!)) units.push({ node, offset, isHit: false });
    }
  }
  return units;
}

/** Hits that stand side by side in one node: the first unit and the last. */
function runsOf(units: readonly Unit[]): [first: Unit, last: Unit][] {
  const runs: [Unit, Unit][] = [];
  for (const [at, unit] of units.entries()) {
    if (!unit.isHit) continue;
    const run = runs.at(-1);
    if (run && run[1] === units[at - 1] && run[1].node === unit.node) run[1] = unit;
    else runs.push([unit, unit]);
  }
  return runs;
}

function solid(text: string): string {
  return text.replace(/\s/g, "");
}
