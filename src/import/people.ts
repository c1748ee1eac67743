import { peopleIn } from "../normalise/byline.ts";
import { creditsInBrackets, type Credits } from "./credits.ts";
import type { Fate } from "./fate.ts";
import type { Part } from "./parts.ts";
import { caption, captionLabel, datelineCredit, inlineCredit, unit } from "./rules/phrases.ts";
import { creditsOf } from "./traits.ts";

/** Who made an article. */
export interface People {
  readonly authors: readonly string[];
  readonly photographers: readonly string[];
  readonly editors: readonly string[];
  /** Offices that stand for an author: `单位：定海工业园区`. */
  readonly units: readonly string[];
  /** What a credit is called when it is alone. */
  readonly fate: Fate;
}

/** 民声网 苗蕾, 东华社记者 方喆: whose photographer it is stands before the name. */
function photographersIn(names: string): readonly string[] {
  const people = peopleIn(names.replace(/^.*(?:记者|通讯员|摄影)\s*/u, ""));
  const persons = people.filter((name) => !/(?:网|报|社|台|频道)$/.test(name));
  return (persons.length > 0 ? persons : people).filter((name) => !/^(?:受访(?:者|对象|单位)|网络|资料)$/.test(name));
}

/** `……。（记者 陈可）` */
const signature = /[。！？”]\s*[（(]([^（()）]{2,40})[)）]$/;
const atTheEnd = /[（(]([^（()）]{2,40})[)）]$/;

/**
 * The people that the parts of an article name: in credits, captions, the dateline, and behind the last sentence.
 * @param parts - the parts
 * @returns the names, each once, in their order
 */
export function peopleOf(parts: readonly Part[]): People {
  const authors = new Set<string>();
  const photographers = new Set<string>();
  const editors = new Set<string>();
  const units: string[] = [];
  const add = (credits: Credits | undefined) => {
    for (const name of credits?.authors ?? []) authors.add(name);
    for (const name of credits?.photographers ?? []) photographers.add(name);
    for (const name of credits?.editors ?? []) editors.add(name);
  };
  const paragraphs = parts.filter(({ kind }) => kind === "paragraph");
  for (const { kind, block, reason } of parts) {
    if (kind === "credit") {
      add(creditsOf(block) ?? (reason === "credit" ? creditsInBrackets(block.text) : undefined));
      const office = reason === "unit" ? block.text : unit.exec(block.text)?.[1];
      if (office !== undefined) units.push(office);
      if (reason === "unit") authors.add(block.text);
    }
    const names =
      kind === "caption"
        ? (caption.exec(block.text)?.groups?.["names"] ?? captionLabel.exec(block.text)?.[1])
        : undefined;
    for (const name of names === undefined ? [] : photographersIn(names)) photographers.add(name);
    for (const { span } of block.taken) {
      const inline = Array.from(` ${span.text} …`.matchAll(inlineCredit), (found) => found.groups?.["names"] ?? "");
      for (const name of inline.flatMap(peopleIn)) photographers.add(name);
    }
  }
  const report = paragraphs.find(({ block }) => block.form !== "note");
  const first = report ? datelineCredit.exec(report.block.text)?.[1] : undefined;
  const last = paragraphs.at(-1) ? atTheEnd.exec(paragraphs.at(-1)!.block.text)?.[1] : undefined;
  // Several reports in one, each signed: …为近五年最高。(王晶)
  const signed = paragraphs.slice(0, -1).map(({ block }) => signature.exec(block.text)?.[1]);
  for (const behind of [first, ...signed, last]) if (behind !== undefined) add(creditsInBrackets(behind));
  const fate: Fate =
    authors.size > 0 || editors.size + photographers.size === 0
      ? "byline"
      : photographers.size > 0
        ? "photographer"
        : "editor";
  return { authors: [...authors], photographers: [...photographers], editors: [...editors], units, fate };
}
