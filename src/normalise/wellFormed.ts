import { Document, Element, isText, Text, type ChildNode } from "domhandler";
import { limits } from "../limits.ts";
import * as allowed from "./allowList.ts";

/** Deeper mark-up is not simple. */
const mostDepth = 16;
/** Tags without content, and where they may stand. */
const voidTags = new Set(["br", "hr"]);
const runningTags = new Set("a b strong i em u s sub sup small span font strike mark del ins".split(" "));
/** Blocks, and what they may stand in; the root's name is empty. */
const parentsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    "p h1 h2 h3 h4 h5 h6 ul ol blockquote hr center div section".split(" ").map((tag) => [tag, [""]]),
  ),
  p: ["", "blockquote"],
  li: ["ul", "ol"],
};

/** A tag in lower case whose attributes stand in double quotation marks and need no decoding. */
const tagForm = /<(\/?)([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"<>&]*")*)( ?\/)?>/y;
const attributeForm = / ([a-z-]+)="([^"]*)"/g;
const commentForm = /<!--[\w ]*-->/y;
/** What the check for unsafe mark-up would take offence at. */
const unsafeBeginning = /^\s*(?:javascript|vbscript|data)\s*:/i;
const unsafeInside = /on[a-z]{3,}\s*=|=\s*["']?\s*(?:javascript|vbscript|data)\s*:/i;
/** A text with an entity, or with what could be half of an attribute, is not simple. */
const oddText = /[&=]/;
const simpleAddress = /^(?:https?:)?\/\/[\w./:?=%#,;+~@!*()|$-]+$/;
/** A hidden element that hides nothing: breaks and white space up to its end. */
const emptyInside = /(?:\s|<br ?\/?>)*<\/([a-z][a-z0-9]*)>/y;

/**
 * Reads simple HTML into the tree that sanitising and parsing would make of it: allowed tags only, each closed where
 * it should be, no entities, nothing hidden but empty elements. Most bodies are such, and are read once instead of
 * three times.
 * @param html - untrusted HTML
 * @returns the nodes, or `undefined` when it takes the sanitiser to read it
 */
export function readWellFormed(html: string): ChildNode[] | undefined {
  // Simple HTML of this length is within the limits.
  if (html.length > limits.untimedLength) return undefined;
  const root = new Document([]);
  const open: { readonly element: Document | Element; readonly tag: string }[] = [{ element: root, tag: "" }];
  for (let at = 0; at < html.length;) {
    const { element, tag: parent } = open.at(-1)!;
    if (html[at] !== "<") {
      const end = endOfText(html, at);
      const text = html.slice(at, end);
      if (oddText.test(text)) return undefined;
      addText(element, text);
      at = end;
      continue;
    }
    const found = match(tagForm, html, at);
    if (!found) {
      const comment = match(commentForm, html, at);
      if (!comment) return undefined;
      at += comment[0].length;
      continue;
    }
    const [source, slash, tag, attributes, selfClosing] = found as unknown as [string, string, string, string, string?];
    at += source.length;
    if (slash !== "") {
      if (tag !== parent || attributes !== "" || selfClosing) return undefined;
      open.pop();
      continue;
    }
    const isVoid = voidTags.has(tag);
    if (!mayStand(tag, parent) || open.length > mostDepth || (selfClosing && !isVoid)) return undefined;
    const name = allowed.renamedTags[tag] ?? tag;
    const kept = attributes === "" ? {} : keptAttributes(name, attributes);
    if (kept === "odd" || (kept === "hidden" && isVoid)) return undefined;
    if (kept === "hidden") {
      const inside = match(emptyInside, html, at);
      if (inside?.[1] !== tag) return undefined;
      at += inside[0].length;
      continue;
    }
    const child = new Element(name, kept);
    append(element, child);
    if (!isVoid) open.push({ element: child, tag });
  }
  return open.length === 1 ? root.children : undefined;
}

function mayStand(tag: string, parent: string): boolean {
  return tag === "br" || runningTags.has(tag) || (parentsOf[tag]?.includes(parent) ?? false);
}

/** The attributes that the sanitiser would leave, or why the tag is not simple. */
function keptAttributes(name: string, attributes: string): Record<string, string> | "hidden" | "odd" {
  const kept: Record<string, string> = {};
  const seen: string[] = [];
  let isHidden = false;
  attributeForm.lastIndex = 0;
  for (let found = attributeForm.exec(attributes); found; found = attributeForm.exec(attributes)) {
    const [, attribute = "", value = ""] = found;
    if (seen.includes(attribute) || isSuspect(attribute, value)) return "odd";
    seen.push(attribute);
    if (attribute === "style" && allowed.hidingStyles.some((hiding) => hiding.test(value))) isHidden = true;
    if (attribute === "class" && name in allowed.classes) {
      if (!/^[\w-]+$/.test(value)) return "odd";
      if (allowed.classes[name]!.includes(value)) kept[attribute] = value;
    } else if (allowed.attributes[name]?.includes(attribute)) {
      if (value === "" || (attribute === "href" && !simpleAddress.test(value))) return "odd";
      kept[attribute] = value;
    }
  }
  return isHidden ? "hidden" : kept;
}

function isSuspect(attribute: string, value: string): boolean {
  if (attribute === "hidden" || attribute.startsWith("on")) return true;
  return unsafeBeginning.test(value) || (value.includes("=") && unsafeInside.test(value));
}

function endOfText(html: string, from: number): number {
  const end = html.indexOf("<", from);
  return end < 0 ? html.length : end;
}

function match(form: RegExp, html: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(html);
}

/** A comment or an empty element between two texts leaves one text. */
function addText(parent: Document | Element, text: string): void {
  const last = parent.children.at(-1);
  if (last && isText(last)) last.data += text;
  else append(parent, new Text(text));
}

function append(parent: Document | Element, child: ChildNode): void {
  const last = parent.children.at(-1);
  child.parent = parent;
  child.prev = last ?? null;
  if (last) last.next = child;
  parent.children.push(child);
}
