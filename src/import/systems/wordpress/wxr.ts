import { Parser } from "htmlparser2";

/** A term of an item: a category, a tag, a post format. */
export interface WxrTerm {
  readonly domain: string;
  readonly nicename: string;
  readonly label: string;
}

/** One item of a WordPress export. */
export interface WxrItem {
  /** Line of the export on which it begins. */
  readonly line: number;
  /** Its simple elements by name: `wp:post_name`, `content:encoded`. */
  readonly fields: ReadonlyMap<string, string>;
  readonly terms: readonly WxrTerm[];
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly comments: number;
  /** Whether the export ends before the item does. */
  readonly isCut: boolean;
}

/** What the channel says before its items. */
export interface WxrChannel {
  readonly fields: ReadonlyMap<string, string>;
  /** Names that readers see, by login. */
  readonly authors: ReadonlyMap<string, string>;
}

/**
 * Reads a WordPress export (WXR, an RSS 2.0 feed) piece by piece:
 * https://github.com/WordPress/WordPress/blob/6.4/wp-admin/includes/export.php
 * @param pieces - its text
 * @returns the channel, of which each item knows what stood before it, with the item
 */
export async function* readWxr(
  pieces: AsyncIterable<string>,
): AsyncGenerator<{ readonly channel: WxrChannel; readonly item: WxrItem }> {
  const reader = new WxrReader();
  for await (const piece of pieces) {
    reader.write(piece);
    for (const item of reader.taken()) yield { channel: reader.channel, item };
  }
  reader.end();
  for (const item of reader.taken()) yield { channel: reader.channel, item };
}

interface OpenItem extends Omit<WxrItem, "fields" | "terms" | "meta"> {
  fields: Map<string, string>;
  terms: WxrTerm[];
  meta: [string, string][];
  comments: number;
  isCut: boolean;
}

/** Holds the parser and what it is in the midst of. */
class WxrReader {
  readonly channel = { fields: new Map<string, string>(), authors: new Map<string, string>() };
  readonly #parser: Parser;
  readonly #names: string[] = [];
  #items: WxrItem[] = [];
  #item: OpenItem | undefined;
  /** Texts of the elements inside `wp:author` and `wp:postmeta`. */
  #part = new Map<string, string>();
  #attributes: Readonly<Record<string, string>> = {};
  #text = "";
  /** Line ends before the offset up to which they were counted, and the text from there on. */
  #line = 1;
  #counted = 0;
  #tail = "";

  constructor() {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        ontext: (text) => (this.#text += text),
        onclosetag: (name) => this.#close(name),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  write(piece: string): void {
    this.#tail += piece;
    this.#parser.write(piece);
    this.#countTo(this.#counted + this.#tail.length);
  }

  end(): void {
    if (this.#item) this.#item.isCut = true;
    this.#parser.end();
  }

  taken(): readonly WxrItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #countTo(offset: number): void {
    const passed = this.#tail.slice(0, Math.max(0, offset - this.#counted));
    for (let at = passed.indexOf("\n"); at >= 0; at = passed.indexOf("\n", at + 1)) this.#line++;
    this.#tail = this.#tail.slice(passed.length);
    this.#counted += passed.length;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#names.push(name);
    this.#text = "";
    this.#attributes = attributes;
    if (name === "item") {
      this.#countTo(this.#parser.startIndex);
      this.#item = { line: this.#line, fields: new Map(), terms: [], meta: [], comments: 0, isCut: false };
    }
    if (name === "wp:author" || name === "wp:postmeta") this.#part = new Map();
    if (name === "wp:comment" && this.#item) this.#item.comments++;
  }

  #close(name: string): void {
    this.#names.pop();
    const parent = this.#names.at(-1);
    const item = this.#item;
    if (name === "item" && item) {
      this.#items.push(item);
      this.#item = undefined;
    } else if (parent === "item" && item) this.#closeField(name, item);
    else if (parent === "wp:author" || parent === "wp:postmeta") this.#part.set(name, this.#text);
    else if (name === "wp:author") {
      this.channel.authors.set(this.#part.get("wp:author_login") ?? "", this.#part.get("wp:author_display_name") ?? "");
    } else if (parent === "channel" && !this.channel.fields.has(name)) this.channel.fields.set(name, this.#text);
    this.#text = "";
  }

  #closeField(name: string, item: OpenItem): void {
    if (name === "category") {
      const { domain = "", nicename = "" } = this.#attributes;
      item.terms.push({ domain, nicename, label: this.#text.trim() });
    } else if (name === "wp:postmeta") {
      item.meta.push([this.#part.get("wp:meta_key") ?? "", this.#part.get("wp:meta_value") ?? ""]);
    } else if (name !== "wp:comment") item.fields.set(name, this.#text);
  }
}
