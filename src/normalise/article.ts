import { beginning, countCharacters, oneLine, solid } from "../characters.ts";
import type { Site } from "../config.ts";
import { HeldBack } from "../errors.ts";
import { shortHash } from "../hash.ts";
import { limits } from "../limits.ts";
import type { Article, Byline, Permalink, Position, Post, Problem, Published } from "../model.ts";
import { TooMuchMarkup } from "../parse/html.ts";
import { placeOfKey } from "../parse/post.ts";
import type { TextOrList } from "../parse/schema.ts";
import { present } from "../present.ts";
import { formerCategoryOf, formerPermalinksOf, permalinkOf } from "./articleAddresses.ts";
import { readBody, type BodyReading } from "./body.ts";
import { countWords, readingMinutes } from "./counts.ts";
import { isEmptyDate, readDate, type DateReading } from "./date.ts";
import { TooSlow, withinTime } from "./deadline.ts";
import { excerptOf } from "./excerpt.ts";
import { readFileName, type FileName } from "./fileName.ts";
import { keptSource } from "./keptSource.ts";
import type { Note, Report } from "./note.ts";
import { readPrecision } from "./precision.ts";
import { printedPage } from "./printedPage.ts";
import { sourceBehind } from "./publisher.ts";
import { reviewNotes } from "./review.ts";
import { infoCodeOf } from "./tail.ts";
import { categoriesOf, tagsOf, termsOf } from "./terms.ts";
import { readTitle, titleFrom } from "./title.ts";
import { sketchSentences, twinCodeOf } from "./twins.ts";

/**
 * Makes an article of a post: dates, addresses and terms by Jekyll's rules, the body safe and in its final form.
 * @param post - a parsed post
 * @param site - the site's configuration
 * @returns the article with all that was noted on the way
 * @throws HeldBack when it has no date, no title, or a body beyond the limits
 */
export function normalise(post: Post, site: Site): Article {
  const { frontMatter, source } = post;
  const notes: Problem[] = [...post.notes];
  const report = (rule: Problem["rule"], position: Position, values: Problem["values"] = {}): Problem => ({
    rule,
    path: source.path,
    ...position,
    values,
  });
  const note = (rule: Problem["rule"], position: Position, values: Problem["values"] = {}) =>
    notes.push(report(rule, position, values));

  const file = readFileName(source.path);
  const draft = file.draft || frontMatter.draft || !frontMatter.published;
  const date = dateOf(post, file, site, report, note);
  const categories = bounded(categoriesOf(frontMatter, file.categories), "categories", post, note);
  const tags = bounded(tagsOf(frontMatter), "tags", post, note);
  const { permalink, formerPermalink } = permalinkOf(post, file, categories, date, site, note);

  const bytes = Buffer.byteLength(permalink);
  if (bytes > limits.addressBytes) {
    const values = { bytes, limit: limits.addressBytes };
    throw new HeldBack(report("address-too-long", placeOfKey(post, "permalink"), values));
  }

  const body = bodyOf(post, permalink, site, report, note);
  const stated = readTitle(frontMatter.title ?? "");
  const title = stated || titleFrom(body.prose.join("\n") || body.text);
  if (title === "") throw new HeldBack(report("no-title", placeOfKey(post, "title")));
  const characters = countCharacters(title);
  if (characters > limits.titleCharacters) {
    throw new HeldBack(
      report("title-too-long", placeOfKey(post, "title"), { characters, limit: limits.titleCharacters }),
    );
  }
  if (stated === "") note("title-from-text", placeOfKey(post, "title"), { title });
  if (body.body === "") note("empty-body", { line: post.bodyLine, column: 1 });

  const words = countWords(body.text);
  const twinCode = twinCodeOf(file.slug);
  const found = body.source === undefined ? undefined : oneLine(body.source);
  const named = oneLine(frontMatter.source ?? "") || found;
  if (found !== undefined && named !== found) {
    note("source-differs", placeOfKey(post, "source"), { stated: named!, found });
  }
  const behind = named === undefined ? sourceBehind(body.prose.at(-1) ?? "") : undefined;
  const paper = named ?? behind;
  const page = printedPage(frontMatter.page);
  const originalAddress = webAddress(frontMatter.original) ?? webAddress(body.originalAddress);
  const infoCode = originalAddress === undefined ? undefined : infoCodeOf(originalAddress);
  const formerCategory = formerCategoryOf(frontMatter.categories);
  const sourceFile = sourceFileOf(post, note);
  const [kicker, subtitle] = [frontMatter.kicker, frontMatter.subtitle].map((text) => readTitle(text ?? ""));
  notes.push(...reviewNotes(post));

  return {
    id: shortHash(permalink, 10),
    path: source.path,
    sha256: source.sha256,
    permalink,
    formerPermalinks: formerPermalinksOf(post, permalink, formerPermalink, note),
    title,
    language: frontMatter.lang ?? site.language,
    published: date.published,
    categories: termsOf(categories),
    tags: termsOf(tags),
    byline: bylineOf(post, body.byline),
    excerpt: excerptOf(post, body, site, (part) => bodyOf({ ...post, body: part }, permalink, site, report, () => 0)),
    characters: words,
    readingMinutes: readingMinutes(words),
    // What has no text is told apart by its pictures.
    textDigest: shortHash(solid(body.text || body.body), 32),
    siteLinks: body.links.filter((link) => link.startsWith("/")) as Permalink[],
    draft,
    warnings: notes,
    body: body.body,
    text: body.text,
    paragraphs: body.paragraphs,
    headings: body.headings,
    images: body.images,
    securities: body.securities,
    links: body.links,
    inferred: [
      ...(stated === "" ? [{ what: "title" as const, text: title }] : []),
      ...(behind === undefined ? [] : [{ what: "source" as const, text: behind }]),
      ...body.inferred,
    ],
    extra: frontMatter.extra,
    // Last: what follows a spread takes long to set.
    ...present({
      formerCategory,
      source: paper,
      page,
      originalAddress,
      sourceFile,
      infoCode,
      layout: frontMatter.layout,
      twin: twinCode === undefined ? undefined : { code: twinCode, sentences: sketchSentences(withoutLead(body)) },
      kicker: kicker || undefined,
      subtitle: subtitle || undefined,
    }),
  };
}

function withoutLead({ text, leadLines }: BodyReading): string {
  return leadLines === 0 ? text : text.split("\n").slice(leadLines).join("\n");
}

const beginningOfFile: Position = { line: 1, column: 1 };

/** As many names of terms, and as long ones, as the limits allow. */
function bounded(names: readonly string[], key: "categories" | "tags", post: Post, note: Note): readonly string[] {
  const kept = names.filter((name) => name.length <= limits.termCharacters).slice(0, limits.terms);
  const left = names.length - kept.length;
  if (left > 0) {
    const values = { key, left, limit: limits.termCharacters, most: limits.terms };
    note("terms-left-out", placeOfKey(post, key), values);
  }
  return kept;
}

/** Jekyll's order: the front matter's date, else the file name's; a draft without either is as old as its file. */
function dateOf(post: Post, file: FileName, site: Site, report: Report, note: Note): DateReading {
  const written = post.frontMatter.date;
  const place = () => (written === undefined ? beginningOfFile : placeOfKey(post, "date"));
  const stated = written === undefined || isEmptyDate(written) ? undefined : written;
  const undatedDraft = file.draft ? new Date(post.source.modified).toISOString() : undefined;
  const text = stated ?? file.date ?? undatedDraft;
  if (text === undefined) throw new HeldBack(report("no-date", place()));

  const date = readDate(text, site.timeZone);
  if ("rule" in date) throw new HeldBack(report(date.rule, place(), { text: beginning(text, 60), ...date.values }));
  if (written !== undefined && stated === undefined && text !== undatedDraft) note("date-empty", place());
  if (stated !== undefined && date.mended !== undefined) note("date-mended", place(), { text, mended: date.mended });
  // The time of its file is no date that could be known in part.
  return text === undatedDraft ? date : { ...date, published: asKnown(date.published, post, note) };
}

/** The date as exactly as the front matter says that it is known. */
function asKnown(published: Published, post: Post, note: Note): Published {
  const precision = readPrecision(post.frontMatter.date_precision);
  if (precision === undefined) return published;
  if (typeof precision === "string") return { ...published, precision };
  note("date-precision", placeOfKey(post, "date_precision"), { text: beginning(precision.text, 60) });
  return { ...published, precision: "day" };
}

function bodyOf(post: Post, permalink: Permalink, site: Site, report: Report, note: Note): BodyReading {
  const { path, text } = post.source;
  const top: Position = { line: post.bodyLine, column: 1 };
  const noteInBody = (rule: Problem["rule"], values: Problem["values"]) =>
    note(rule, placeOfWords(text, values) ?? top, values);
  const read = () => readBody(post.body, { site, permalink, path, note: noteInBody });
  try {
    return post.body.length <= limits.untimedLength ? read() : withinTime(read);
  } catch (error) {
    if (error instanceof TooMuchMarkup) {
      const limit = error.rule === "body-too-deep" ? limits.depth : limits.nodes;
      throw new HeldBack(report(error.rule, top, { limit }));
    }
    if (error instanceof TooSlow)
      throw new HeldBack(report("body-too-slow", top, { seconds: limits.bodyMilliseconds / 1000 }));
    throw error;
  }
}

/** Where in the file the words of a note stand, if they stand there just so. */
function placeOfWords(text: string, values: Problem["values"]): Position | undefined {
  const words = String(values["words"] ?? values["markup"] ?? "").split(/[｜ >]/)[0]!;
  const at = words === "" ? -1 : text.indexOf(words);
  if (at < 0) return undefined;
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** The people that the front matter names, then those that the body names besides; each once. */
function bylineOf(post: Post, found: Byline): Byline {
  const { author, byline, photographer, editor } = post.frontMatter;
  return {
    authors: namesIn(author, byline, found.authors),
    photographers: namesIn(photographer, found.photographers),
    editors: namesIn(editor, found.editors),
  };
}

function namesIn(...named: readonly TextOrList[]): readonly string[] {
  return [...new Set(named.flat().map(oneLine).filter(Boolean))];
}

/** The kept source that the front matter names. */
function sourceFileOf(post: Post, note: Note): Article["sourceFile"] {
  const stated = post.frontMatter.source_file;
  if (stated === undefined) return undefined;
  const [name, place] = [keptSource(stated), placeOfKey(post, "source_file")];
  if (name !== undefined) return { name, ...place };
  note("source-file-name", place, { text: beginning(stated, 60) });
  return undefined;
}

function webAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  try {
    const { protocol, href } = new URL(address.trim());
    return protocol === "http:" || protocol === "https:" ? href : undefined;
  } catch {
    return undefined;
  }
}
