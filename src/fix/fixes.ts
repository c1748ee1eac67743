import type { Bilingual } from "../rule.ts";
import type { RuleName } from "../rules.ts";
import { composed, withoutBlankEnds, withoutControl } from "./characters.ts";
import { datedWithZone, properDate } from "./date.ts";
import type { Draft, Edit } from "./draft.ts";
import { namesOnce } from "./names.ts";
import { isSame, isSameButTitle, isSameComposed, type Versions } from "./sameArticle.ts";
import { escapedTitle, quotedTitle } from "./title.ts";

/** Something that has one right mend. */
export interface Fix {
  /** What was done, for the report. */
  readonly done: Bilingual;
  /** The rules whose problems are gone then; what no rule speaks of does no harm, and is only tidied. */
  readonly rules: readonly RuleName[];
  readonly edits: (draft: Draft) => readonly Edit[];
  /** What may be different in the article that is published; edits that change more are not made. */
  readonly allows: (versions: Versions) => boolean;
}

/** All fixes, in the order in which they are made: what is read by offsets must first be free of control characters. */
export const fixes = {
  "control-characters": {
    done: {
      en: "control characters and byte order marks taken out",
      zh: "去掉了控制字符和字节顺序标记",
    },
    rules: ["control-characters"],
    edits: withoutControl,
    allows: isSame,
  },
  "letters-composed": {
    done: { en: "letters and their marks written as one character (NFC)", zh: "字母与附加符号合成了一个字符（NFC）" },
    rules: [],
    edits: composed,
    allows: isSameComposed,
  },
  "title-quoted": {
    done: { en: "title put into quotation marks", zh: "给标题加上了引号" },
    rules: ["title-cut", "front-matter-colon", "front-matter-reserved"],
    edits: quotedTitle,
    allows: isSameButTitle,
  },
  "title-escaped": {
    done: { en: "quotation marks inside the title marked", zh: '标题里的双引号写作了 \\"' },
    rules: ["title-quotes-repaired"],
    edits: escapedTitle,
    allows: isSame,
  },
  "date-proper": {
    done: { en: "date written properly", zh: "规范了日期的写法" },
    rules: ["date-mended"],
    edits: properDate,
    allows: isSame,
  },
  "date-zone": {
    done: { en: "time zone added to the date", zh: "给日期加上了时区" },
    rules: [],
    edits: datedWithZone,
    allows: isSame,
  },
  "names-once": {
    done: { en: "categories or tags that stood twice taken out", zh: "去掉了重复的分类或标签" },
    rules: [],
    edits: namesOnce,
    allows: isSame,
  },
  "blank-ends": {
    done: { en: "blanks at the ends of lines taken off", zh: "去掉了行末的空白" },
    rules: [],
    edits: withoutBlankEnds,
    allows: isSame,
  },
} as const satisfies Readonly<Record<string, Fix>>;

export type FixName = keyof typeof fixes;
