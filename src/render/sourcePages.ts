import { readFileSync } from "node:fs";
import { keptSourcesOf } from "../catalogue/keptSources.ts";
import { Digest } from "../digest.ts";
import { FangzhiError, reasonOf } from "../errors.ts";
import type { Make } from "./makers.ts";
import type { PageSet } from "./pageSets.ts";

/** The kept sources of published articles, byte for byte. */
export const sourceSet: PageSet = {
  name: "sources",
  layouts: ["source"],
  *pages({ archive, kept }) {
    if (kept.size === 0) return;
    const published = new Set(archive.entries.flatMap((entry) => keptSourcesOf(entry, kept)));
    for (const { file, permalink, state } of kept.values()) {
      if (!published.has(permalink)) continue;
      yield {
        layout: "source",
        permalink,
        context: () => ({ file }),
        fingerprint: () => new Digest().text(state).value(),
      };
    }
  },
};

/** What copies them. */
export const sourceMakers: Readonly<Record<string, Make>> = {
  source: (context) => {
    const { file } = context as { readonly file: string };
    try {
      return readFileSync(file);
    } catch (error) {
      const reason = reasonOf(error);
      throw new FangzhiError(
        { en: `The kept source ${file} cannot be read: ${reason}`, zh: `无法读取来源文件 ${file}：${reason}` },
        1,
        { cause: error },
      );
    }
  },
};
