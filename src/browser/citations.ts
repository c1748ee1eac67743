import type { Citation } from "../cite/citation.ts";
import { fileName } from "../cite/fileName.ts";
import { formats, type Format } from "../cite/formats.ts";
import { online } from "../cite/gbt7714.ts";
import { copied } from "./clipboard.ts";
import { citationIn } from "./citedPage.ts";
import { element } from "./element.ts";

/** How long the status is empty before it speaks, milliseconds. A frame may never come: in a tab that is not seen there are none. */
const pause = 50;

/** Lets the reader copy the citations of an article's page, and have them as files for reference managers. */
export function offerCitations(): void {
  const section = document.querySelector<HTMLElement>(".cite");
  const place = section?.querySelector<HTMLElement>(".formats");
  if (!section || !place) return;
  const citation = citationIn(document, section.dataset["id"] ?? "");
  const status = element("p", { role: "status" });

  section.querySelector(".online dd")!.textContent = online(citation, today());
  for (const row of section.querySelectorAll("dl > div")) {
    const [name, text] = [row.querySelector("dt")!, row.querySelector("dd")!];
    const label = name.textContent;
    name.append(
      " ",
      button("复制", label, () => copy(text.textContent, label, "请选取文字后自行复制", status)),
    );
  }
  place.append(...formats.map((format) => rowOf(format, citation, status)), status);
}

function rowOf(format: Format, citation: Citation, status: HTMLElement): HTMLElement {
  const text = () => format.write(citation, today());
  return element(
    "p",
    {},
    format.name,
    " ",
    button("复制", format.name, () => copy(text(), format.name, "请改用下载", status)),
    " ",
    button("下载", format.name, () => download(text(), fileName(citation, format), format.mediaType)),
  );
}

function button(verb: string, object: string, act: () => unknown): HTMLButtonElement {
  const made = element("button", { type: "button", ariaLabel: `${verb} ${object}` }, verb);
  made.addEventListener("click", act);
  return made;
}

/** Copies a text, or says what else can be done. */
async function copy(text: string, name: string, otherwise: string, status: HTMLElement): Promise<void> {
  // A status that says the same again is read out only after it has been empty.
  status.textContent = "";
  const said = (await copied(text)) ? `已复制 ${name}` : `未能复制，${otherwise}`;
  setTimeout(() => (status.textContent = said), pause);
}

function download(text: string, name: string, mediaType: string): void {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: mediaType })), download: name });
  link.click();
  // Browsers begin to read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The reader's day, by the reader's clock: `2024-01-01`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
