import type { RuleTable } from "../rule.ts";

/** Why an article waits. */
export const bindRules = {
  unpublished: {
    name: "草稿",
    severity: "note",
    message: { en: "It is a draft.", zh: "它是草稿。" },
    remedy: { en: "Build with --drafts to see it.", zh: "用 --drafts 可以预览。" },
  },
  future: {
    name: "日期未到",
    severity: "note",
    message: { en: "Its date, {date}, is still to come.", zh: "它的日期 {date} 还没有到。" },
    remedy: { en: "Build with --future to see it.", zh: "用 --future 可以预览。" },
  },
} as const satisfies RuleTable;
