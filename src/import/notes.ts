import { beginning } from "../characters.ts";
import type { Block } from "./blocks.ts";

/** Something that was guessed, or is missing: for an editor to look at. */
export type Note =
  | { readonly kind: "joined"; readonly above: Block; readonly below: Block }
  | {
      readonly kind: "joined-far";
      readonly above: Block;
      readonly below: Block;
      readonly moved: number;
      readonly under: string | undefined;
    }
  | { readonly kind: "unclosed"; readonly block: Block }
  | { readonly kind: "heading-moved"; readonly block: Block; readonly before: Block }
  | { readonly kind: "one-article"; readonly block: Block }
  | { readonly kind: "several"; readonly count: number }
  | { readonly kind: "title-guessed"; readonly title: string }
  | { readonly kind: "kept-out"; readonly texts: readonly string[] }
  | { readonly kind: "unit"; readonly name: string }
  | { readonly kind: "weekday"; readonly date: string }
  | { readonly kind: "dates"; readonly dates: readonly string[] }
  | { readonly kind: "earliest"; readonly known: string; readonly date: string; readonly isNamed: boolean }
  | { readonly kind: "full-width"; readonly count: number }
  | { readonly kind: "too-large"; readonly limit: number }
  | { readonly kind: "missing"; readonly fields: readonly string[] };

/** So many characters on each side show a seam. */
const shown = 8;

/**
 * What a note says to an editor, as it stands in the article's `review:` list.
 * @param note - the note
 * @returns a sentence in Chinese
 */
export function noteText<Kind extends Note["kind"]>(note: Extract<Note, { readonly kind: Kind }>): string {
  return (texts[note.kind] as (note: Note) => string)(note);
}

const texts: { readonly [Kind in Note["kind"]]: (note: Extract<Note, { readonly kind: Kind }>) => string } = {
  joined: (note) => `第${lastLine(note.above)}行与第${firstLine(note.below)}行接排：“${seam(note)}”。请核对。`,
  "joined-far": (note) =>
    `第${lastLine(note.above)}行与第${firstLine(note.below)}行相隔较远，接为一句：“${seam(note)}”。` +
    (note.moved > 0
      ? `其间${note.moved}段移至${note.under === undefined ? "该段之后" : `“${note.under}”一节之末`}。`
      : "") +
    "请核对顺序。",
  unclosed: (note) =>
    `第${lastLine(note.block)}行段末没有标点：“…${ending(note.block.text)}”。原文如此，未作改动，请核对是否有缺。`,
  "heading-moved": (note) =>
    `小标题“${note.block.text}”在原文第${firstLine(note.block)}行（文末），按内容移至“${beginning(note.before.text, 12)}”之前。请核对位置。`,
  "one-article": (note) =>
    `“${note.block.text}”（第${firstLine(note.block)}行）像另一篇的标题；文末的小标题与前文相呼应，故作一篇。如是两篇，请拆分。`,
  several: (note) => `原文件分作${note.count}篇。如有误分，请合并。`,
  "title-guessed": (note) => `标题是按位置判断的：“${note.title}”。请核对。`,
  "kept-out": (note) => `文末有短句不知归属，未收入正文：${note.texts.map((text) => `“${text}”`).join("、")}。`,
  unit: (note) => `以供稿单位“${note.name}”为署名。请核对。`,
  weekday: (note) => `版面日期“${note.date}”与星期不符，未采用。`,
  dates: (note) => `版面上有不同的日期：${note.dates.join("、")}。采用了第一个，请核对。`,
  earliest: (note) =>
    `只知发表于${note.known}；date 取${note.isNamed ? "正文所述最晚的日子" : "其首日"} ${note.date}，仅用于排序。`,
  "too-large": (note) => `文章超过 ${note.limit} 字节，无法发布，请拆分。`,
  "full-width": (note) => `应要求将${note.count}个半角标点改为全角。`,
  missing: (note) => `缺少：${note.fields.join("、")}。补上后移到 posts 文件夹即可发布。`,
};

function seam({ above, below }: { readonly above: Block; readonly below: Block }): string {
  return `…${ending(above.text)}｜${beginning(below.text, shown)}`;
}

function ending(text: string): string {
  return Array.from(text).slice(-shown).join("");
}

function firstLine({ spans }: Block): number {
  return spans[0]?.line ?? 0;
}

function lastLine({ spans }: Block): number {
  return spans.at(-1)?.line ?? 0;
}
