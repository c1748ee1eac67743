import { copied } from "./clipboard.ts";
import { element } from "./element.ts";

/** How long it is said that a link was copied, milliseconds. */
const shown = 4000;

/** Which key leads to which link, seen from the one that has the focus. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Gives each paragraph and heading of an article a link to itself, in the margin; to follow it is to copy it. All of them
 * are one stop of the Tab key, and the arrow keys go from one to the next, so that it is not far from the text to what
 * comes after it: https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function linkParagraphs(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>(".body > :is(p, h2, blockquote)[id]")];
  if (blocks.length === 0) return;
  const status = element("p", { className: "copied", role: "status" });
  document.body.append(status);
  let paragraphs = 0;
  const links = blocks.map((block) => {
    const isHeading = block.tagName === "H2";
    // A heading is named by all that stands in it: its name would end with its link's.
    if (isHeading) block.ariaLabel = block.textContent;
    const link = linkTo(block, isHeading ? "本节链接" : `第 ${++paragraphs} 段的链接`, status);
    block.append(link);
    return link;
  });
  let stop = links[0]!;
  stop.tabIndex = 0;
  for (const [at, link] of links.entries()) {
    link.addEventListener("focus", () => {
      stop.tabIndex = -1;
      stop = link;
      stop.tabIndex = 0;
    });
    link.addEventListener("keydown", (event) => {
      const next = links[at + (steps[event.key] ?? Number.NaN)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }
}

function linkTo(block: HTMLElement, name: string, status: HTMLElement): HTMLAnchorElement {
  const link = element("a", {
    className: "anchor",
    href: `#${block.id}`,
    ariaLabel: name,
    ariaDescription: "按 ↑ ↓ 移到上一处、下一处",
    tabIndex: -1,
  });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // The reader has the paragraph under their eyes: it must not jump to the top of the window.
    event.preventDefault();
    history.replaceState(history.state, "", link.href);
    void copied(link.href).then((isCopied) => {
      status.textContent = isCopied ? `已复制${name}` : `${name}已在地址栏`;
      setTimeout(() => (status.textContent = ""), shown);
      return undefined;
    });
  });
  return link;
}
