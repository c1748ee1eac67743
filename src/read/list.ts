import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import path from "node:path";
import { reasonOf } from "../errors.ts";
import { limits } from "../limits.ts";
import type { PassedOver, Problem, SourcePath } from "../model.ts";
import { byCodeUnit, byPath } from "../order.ts";
import { listKept, sourcesFolder, type KeptSources } from "./kept.ts";

/** What stands in the posts folder, in code-unit order of the paths. */
export interface Listing {
  readonly articles: readonly SourcePath[];
  /** All folders that were looked into, the posts folder itself among them; their real paths. */
  readonly folders: readonly string[];
  readonly passedOver: readonly PassedOver[];
  readonly heldBack: readonly Problem[];
  /** The kept sources, where they are wanted. */
  readonly kept: KeptSources;
}

const articleEnding = /\.(?:md|markdown|html?|txt)$/i;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Lists the posts folder, at any depth. The sources that it keeps are no articles, and nothing is said of them.
 * @param folder - path of the posts folder
 * @param options - `sources`: whether the kept sources are wanted too
 * @returns the files that count as articles, and all others by name with the reason
 * @throws Error (of the file system) when the folder itself cannot be read
 */
export function listSources(folder: string, { sources }: { readonly sources: boolean } = { sources: false }): Listing {
  const root = realpathSync(folder);
  const articles: SourcePath[] = [];
  const folders: string[] = [];
  const passedOver: PassedOver[] = [];
  const heldBack: Problem[] = [];

  const pass = (at: string, rule: PassedOver["rule"]) => passedOver.push({ path: at as SourcePath, rule });
  const hold = (at: string, rule: Problem["rule"], values: Problem["values"]) =>
    heldBack.push({ rule, path: at as SourcePath, line: 1, column: 1, values });

  const visit = (below: string) => {
    const inside = namesIn(path.join(root, below));
    folders.push(path.join(root, below));
    for (const { entry, text, isUtf8 } of inside) {
      const at = below === "" ? text : `${below}/${text}`;
      if (at === sourcesFolder && !entry.isFile()) continue;
      if (text.startsWith(".")) pass(at, "dot-file");
      else if (!isUtf8) hold(at, "name-not-utf-8", {});
      else if (entry.isDirectory()) enter(at);
      else if (entry.isSymbolicLink()) follow(at);
      else if (entry.isFile()) add(at, Buffer.byteLength(text));
      else pass(at, "special-file");
    }
  };
  const enter = (at: string) => {
    try {
      visit(at);
    } catch (error) {
      hold(at, "unreadable", { reason: reasonOf(error) });
    }
  };
  const add = (at: string, nameBytes: number) => {
    if (!articleEnding.test(at)) pass(at, "not-an-article");
    else if (nameBytes > limits.nameBytes) hold(at, "name-too-long", { bytes: nameBytes, limit: limits.nameBytes });
    else articles.push(at as SourcePath);
  };
  const follow = (at: string) => {
    try {
      const target = realpathSync(path.join(root, at));
      const kind = statSync(target);
      if (target !== root && !target.startsWith(root + path.sep)) pass(at, "link-outside");
      else if (
        path
          .relative(root, target)
          .split(path.sep)
          .some((name) => name.startsWith("."))
      )
        pass(at, "dot-file");
      else if (kind.isDirectory()) pass(at, "link-folder");
      else if (kind.isFile()) add(at, Buffer.byteLength(path.basename(at)));
      else pass(at, "special-file");
    } catch {
      pass(at, "link-broken");
    }
  };

  visit("");
  const { kept, folders: keptFolders } = sources ? listKept(root) : { kept: new Map(), folders: [] };
  return {
    articles: articles.sort(byCodeUnit),
    folders: [...folders, ...keptFolders],
    passedOver: passedOver.sort(byPath),
    heldBack: heldBack.sort(byPath),
    kept,
  };
}

/** What stands in a folder. */
interface Named {
  readonly entry: Pick<Dirent<string | Buffer>, "isFile" | "isDirectory" | "isSymbolicLink">;
  readonly text: string;
  readonly isUtf8: boolean;
}

/** The bytes of names are looked at only where Node has put a sign for what is no UTF-8, or a name has that sign. */
function namesIn(folder: string): readonly Named[] {
  const inside = readdirSync(folder, { withFileTypes: true });
  if (inside.some(({ name }) => name.includes("\uFFFD"))) {
    const byByte = readdirSync(folder, { withFileTypes: true, encoding: "buffer" });
    return byByte.map((entry) => ({ entry, ...nameOf(entry.name) }));
  }
  return inside.map((entry) => ({ entry, text: entry.name, isUtf8: true }));
}

function nameOf(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: utf8.decode(bytes), isUtf8: true };
  } catch {
    const visible = Array.from(bytes, (byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`,
    );
    return { text: visible.join(""), isUtf8: false };
  }
}
