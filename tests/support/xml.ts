/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of the elements in it. */
  readonly text: string;
}

const token =
  /<\/(?<close>[\w:.-]+)\s*>|<(?<open>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads the part of XML that feeds and sitemaps need, and refuses anything that is not well-formed.
 * @param text - a document
 * @returns its root element
 */
export function readXml(text: string): XmlElement {
  const wrong = notXml.exec(text);
  if (wrong) throw new Error(`Expected characters of XML, got U+${wrong[0].codePointAt(0)!.toString(16)}`);
  const prolog = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/.exec(text);
  if (!prolog) throw new Error("Expected an XML declaration at the very beginning");
  const document = { name: "", attributes: {}, children: [] as XmlElement[], text: "" };
  const open = [document];
  for (token.lastIndex = prolog[0].length; token.lastIndex < text.length;) {
    const at = token.lastIndex;
    const found = token.exec(text)?.groups;
    const inner = open.at(-1)!;
    if (!found) throw new Error(`Expected mark-up, got ${text.slice(at, at + 40)}`);
    if (found["text"] !== undefined) inner.text += plain(found["text"]);
    else if (found["close"] !== undefined) {
      if (inner.name !== found["close"]) throw new Error(`Expected </${inner.name}>, got </${found["close"]}>`);
      open.pop();
    } else {
      const element = { name: found["open"]!, attributes: attributesIn(found["attributes"]!), children: [], text: "" };
      inner.children.push(element);
      if (found["empty"] === "") open.push(element);
    }
  }
  const [root, ...others] = document.children;
  if (open.length > 1 || !root || others.length > 0 || document.text.trim() !== "") {
    throw new Error("Expected one root element, closed, and nothing beside it");
  }
  return root;
}

/** The elements of a name directly in another. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", , value = ""] of text.matchAll(/([\w:.-]+)\s*=\s*(["'])(.*?)\2/gs)) {
    if (name in attributes) throw new Error(`Expected ${name} once`);
    attributes[name] = plain(value);
  }
  return attributes;
}

function plain(text: string): string {
  if (text.includes("]]>")) throw new Error("Expected ]]&gt;, got ]]>");
  return text.replace(/&([^;\s]*)(;?)/g, (_, name: string, end: string) => {
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const character = code
      ? String.fromCodePoint(Number.parseInt(code[1] ?? code[2]!, code[1] ? 16 : 10))
      : named[name];
    if (end === "" || character === undefined || notXml.test(character)) throw new Error(`Expected no &${name}${end}`);
    return character;
  });
}
