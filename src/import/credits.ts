import type { Byline } from "../model.ts";
import { creditOf, peopleIn } from "../normalise/byline.ts";
import { doubleSurnames, surnames } from "./rules/surnames.ts";
import {
  columnist,
  office,
  photoReport,
  photoReportBy,
  photosBy,
  photoSupplier,
  reporterWords,
  sentBy,
} from "./rules/phrases.ts";
import { readRoles } from "./roles.ts";

/** Who is named, by what they did. */
export type Credits = Partial<Byline>;

/** Longer lines are no row of people, UTF-16 units. */
const longestRow = 80;
const familyNames = new Set(surnames);
const beginsWithReporter = new RegExp(String.raw`^(?:${reporterWords})`, "u");
const reporter = new RegExp(String.raw`(?:${reporterWords})[\s：:]*`, "gu");

/**
 * Reads a line of credits, as the site reads them, and in the further forms that pages of newspapers have.
 * @param text - `本报记者 刘 畅 文/图`, `（吴 刚 陈小平）`, `本报记者 陈可`
 * @returns the people, or nothing for a line that is none
 */
export function readCredits(text: string): Credits | undefined {
  const dotted = /^[·•]([^·•]{2,40})[·•]$/.exec(text)?.[1];
  if (dotted !== undefined && beginsWithReporter.test(dotted.trim())) return readCredits(dotted.trim());
  const sent = sentBy.exec(text)?.[1];
  const parts = sent === undefined ? [] : sent.split(/[\s、，]+/);
  if (parts.length > 0 && parts.every((part) => isName(part) || office.test(part))) return { authors: parts };
  const column = columnist.exec(text)?.[1];
  if (column !== undefined) return { authors: [column] };
  const photos = photoReport.exec(text) ?? photoReportBy.exec(text);
  if (photos) {
    const people = readCredits(photos[1]!)?.authors ?? namesIn(photos[1]!);
    return people && people.length > 0 ? { authors: people, photographers: people } : undefined;
  }
  const photographed = photosBy.exec(text)?.[1];
  const photographers = photographed === undefined ? [] : peopleIn(photographed);
  if (photographers.length > 0 && photographers.every(isName)) return { photographers };
  const roles = text.length <= longestRow ? readRoles(text.replace(/^[■□●◎（(]\s*|[)）]$/g, ""), isName) : undefined;
  if (roles) return roles;
  const supplier = photoSupplier.exec(text)?.[1];
  if (supplier !== undefined) return { photographers: [supplier] };
  const credits = creditOf(text.replace(report, "").replaceAll("記者", "记者"));
  if (credits) return credits.authors ? { ...credits, authors: credits.authors.filter(isNoDeed) } : credits;
  // 记者卢兆欣: close to the word, so that only a family name tells it from 记者获悉.
  const close = text.length <= 40 && beginsWithReporter.test(text) ? reportersIn(text) : undefined;
  if (close && close.length > 0 && close.every(isName)) return { authors: close };
  return bracketed.test(text) ? creditsInBrackets(text.slice(1, -1)) : undefined;
}

/** 記者 李志豪／綜合報導 */
const report = /\s*[/／]\s*(?:综合|綜合|\p{Script=Han}{2,3})?(?:报道|報導)$/u;
/** 县经信局 王成 李娟 */
const theirOffice = /^\p{Script=Han}{2,12}(?:局|委|办|站|所|院|中心|镇|乡|街道|公司|银行|宣传部|报道组)\s+/u;
const bracketed = /^[（(][^（()）]{2,40}[)）]$/;

/**
 * Reads what stands in brackets in the dateline or behind the last sentence, where names may stand close to their words.
 * @param text - what is between the brackets: `记者申琳、通讯员钱国平`, `苏岩`
 * @returns the people, or nothing when no name is there
 */
export function creditsInBrackets(text: string): Credits | undefined {
  const supplier = /^(\p{Script=Han}{2,16})供稿$/u.exec(text)?.[1];
  if (supplier !== undefined) return { authors: peopleIn(supplier) };
  const photos = photoReport.test(text) ? readCredits(text) : undefined;
  if (photos) return photos;
  const authors = reportersIn(text) ?? namesIn(text);
  if (authors) return authors.length > 0 ? { authors } : undefined;
  return creditOf(text);
}

/** `记者 徐兢 实习生 单灵欣`: each word followed by names. */
function reportersIn(text: string): readonly string[] | undefined {
  const [before, ...parts] = text.split(reporter);
  if (parts.length === 0 || before!.trim().length > 12 || /摄|图/.test(text)) return undefined;
  const names = parts.map((part) => part.replace(/^[\s、，,；;]+|[\s、，,；;]+$/g, "").replace(/(?:报道|电|文)$/, ""));
  // 佟春雨 记者 尚微: who stands before the word sent the report in.
  const senders = before!.trim() === "" ? [] : (namesIn(before!) ?? []);
  return names.every((part) => /^[\p{Script=Han}\s、，,·]{2,30}$/u.test(part))
    ? [...senders, ...names.flatMap(peopleIn).filter(isNoDeed)]
    : undefined;
}

/** A row of people without a word for what they did; their family names tell. */
function namesIn(said: string): readonly string[] | undefined {
  const text = said.replace(theirOffice, "");
  const people = peopleIn(text);
  return people.every(isName) ? people : undefined;
}

/**
 * Whether a line is a row of people and nothing else, as their family names tell.
 * @param text - the line
 * @returns true for `庄妍 朱先明` and `钱 江`
 */
export function isRowOfNames(text: string): boolean {
  return namesIn(text) !== undefined;
}

/** 苗蕾, 欧阳明月: the family name tells. */
function isName(text: string): boolean {
  if (doubleSurnames.test(text)) return /^\p{Script=Han}{3,4}$/u.test(text);
  return /^\p{Script=Han}{2,3}$/u.test(text) && familyNames.has(text.charAt(0));
}

/** 整理 in 本报记者 整理 is what was done. */
function isNoDeed(text: string): boolean {
  return !/^(?:整理|综合|报道|编译|摘编|采写|供稿|发自\p{Script=Han}+)$/u.test(text);
}
