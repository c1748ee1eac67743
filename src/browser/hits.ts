import { textsIn } from "./textFragment.ts";

/** Marks what the address names and goes there, where the browser itself does not know how. */
export function markHits(): void {
  const marksItself = "fragmentDirective" in document;
  if (marksItself) return;
  const body = document.querySelector("article .body");
  const found = body ? textsIn(location.hash).flatMap((text) => markIn(body, text)) : [];
  found[0]?.scrollIntoView({ block: "center" });
}

/** Marks the first place of a text that lies within one node. */
function markIn(body: Element, text: string): readonly Element[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const mark = document.createElement("mark");
    range.surroundContents(mark);
    return [mark];
  }
  return [];
}
