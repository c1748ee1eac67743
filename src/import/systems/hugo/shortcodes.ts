import { closingTag, type Stretch } from "../closingTag.ts";
import { codeBlock, figureOf, valuesIn, type Around } from "../figure.ts";

/** What the shortcodes of a body are resolved with. */
export interface ShortcodeContext {
  readonly isMarkdown: boolean;
  /** The address of a page, by its path as `ref` names it; without its anchor. */
  readonly ref: (path: string) => string | undefined;
}

/** A shortcode that stays in the text. */
export interface KeptShortcode {
  readonly markup: string;
  readonly at: number;
  readonly isTarget: boolean;
}

const shortcode = /\{\{([<%])(\/\*)?\s*(\/?)([\w./-]+)([^]*?)\s*(?:\*\/)?[>%]\}\}/g;

/**
 * Resolves the shortcodes of a body where there is one right answer; nothing is run.
 * @param body - the body
 * @param context - what it is resolved with
 * @returns the body, and the shortcodes that stay in it as text
 */
export function resolveShortcodes(
  body: string,
  context: ShortcodeContext,
): { readonly body: string; readonly kept: readonly KeptShortcode[] } {
  const kept: KeptShortcode[] = [];
  let resolved = "";
  let end = 0;
  shortcode.lastIndex = 0;
  for (let match = shortcode.exec(body); match; match = shortcode.exec(body)) {
    const [markup, mark, escaped, closes, name = "", rest = ""] = match;
    resolved += body.slice(end, match.index);
    end = match.index + markup.length;
    const close = name === "highlight" && closes === "" ? closeOf(name, body, end) : undefined;
    const inside = close && { text: body.slice(end, close.from), before: resolved, after: body.slice(close.to) };
    // {{</* figure */>}} shows the shortcode itself.
    const answer = escaped
      ? `{{${mark}${markup.slice(5, -5)}${mark === "<" ? ">" : "%"}}}`
      : closes === ""
        ? answerOf(name, rest, inside, context)
        : undefined;
    if (typeof answer === "string") {
      resolved += answer;
      end = close?.to ?? end;
    } else {
      resolved += markup;
      // What closes one that was kept has been told of with it.
      if (closes === "") kept.push({ markup: markup.replace(/\s+/g, " "), at: match.index, isTarget: answer === null });
    }
    shortcode.lastIndex = end;
  }
  return { body: resolved + body.slice(end), kept };
}

function closeOf(name: string, body: string, from: number): Stretch | undefined {
  return closingTag(new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, "g"), body, from);
}

/** A text in its place; `null` for a page that is not there, `undefined` where there is no one answer. */
function answerOf(
  name: string,
  rest: string,
  inside: (Around & { readonly text: string }) | undefined,
  context: ShortcodeContext,
): string | null | undefined {
  const { named, plain } = valuesIn(rest.replace(/\/\s*$/, ""));
  switch (name) {
    case "figure": {
      const source = named.get("src") ?? plain[0];
      const caption = [named.get("title"), named.get("caption"), named.get("attr")].filter(Boolean).join(" ");
      return source === undefined
        ? undefined
        : figureOf(source, named.get("alt") ?? named.get("caption") ?? "", caption);
    }
    case "highlight":
      return inside && codeBlock(inside.text, plain[0] ?? "", context.isMarkdown ? inside : undefined);
    case "ref":
    case "relref": {
      const [path = "", anchor] = (named.get("path") ?? plain[0] ?? "").split("#", 2);
      const address = path === "" ? undefined : context.ref(path);
      return address === undefined ? null : address + (anchor === undefined ? "" : `#${anchor}`);
    }
    default:
      return undefined;
  }
}
