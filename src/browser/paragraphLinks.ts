import { element } from "./element.ts";

/** Gives each paragraph and heading of an article a link to itself, in the margin; to follow it is to copy it. */
export function linkParagraphs(): void {
  const blocks = document.querySelectorAll<HTMLElement>(".body > :is(p, h2, blockquote)[id]");
  if (blocks.length === 0) return;
  const status = element("p", { className: "copied", role: "status" });
  document.body.append(status);
  let paragraphs = 0;
  for (const block of blocks) {
    const name = block.tagName === "H2" ? `小标题“${block.textContent}”` : `第 ${++paragraphs} 段`;
    const link = element("a", { className: "anchor", href: `#${block.id}`, ariaLabel: `${name}的链接` });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      // The reader has the paragraph under their eyes: it must not jump to the top of the window.
      event.preventDefault();
      history.replaceState(history.state, "", link.href);
      void copy(link.href).then((isCopied) => {
        status.textContent = isCopied ? `已复制${name}的链接` : `${name}的链接已在地址栏`;
        setTimeout(() => (status.textContent = ""), shown);
        return undefined;
      });
    });
    block.append(link);
  }
}

/** How long it is said that a link was copied, milliseconds. */
const shown = 4000;

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The browser has no clipboard for this page, or the reader does not want it used.
    return false;
  }
}
