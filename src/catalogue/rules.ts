import type { RuleTable } from "../rule.ts";

/** What becomes known only when all articles are side by side. */
export const catalogueRules = {
  "address-taken": {
    name: "地址重复",
    severity: "error",
    message: {
      en: "Its address {permalink} is that of another page: {other}.",
      zh: "它的地址 {permalink} 已属于另一个页面：{other}。",
    },
    remedy: {
      en: "Give one of them another file name, slug or permalink.",
      zh: "请修改其中一篇的文件名、slug 或 permalink。",
    },
  },
  "address-of-site": {
    name: "地址属于网站自身",
    severity: "error",
    message: {
      en: "Its address {permalink} is that of a page of the site itself, or below one.",
      zh: "它的地址 {permalink} 与网站自身的页面冲突。",
    },
    remedy: {
      en: "Give it another file name, slug, category or permalink.",
      zh: "请修改文件名、slug、类别或 permalink。",
    },
  },
  "address-case": {
    name: "地址仅大小写不同",
    severity: "warning",
    message: {
      en: "Its address differs from that of {other} only in case; it is at {permalink} instead.",
      zh: "它的地址与 {other} 的地址只有大小写之别，已改为 {permalink}。",
    },
    remedy: { en: "Give it another file name or slug.", zh: "请修改文件名或 slug。" },
  },
  "redirect-taken": {
    name: "旧地址已属于别的页面",
    severity: "warning",
    message: {
      en: "Nothing redirects from its former address {address}: that is the address of {other}.",
      zh: "它的旧地址 {address} 已属于 {other}，不会从那里跳转。",
    },
    remedy: {
      en: "Take it out of redirect_from, or give the other one another address.",
      zh: "请从 redirect_from 中删去，或修改另一篇的地址。",
    },
  },
  merged: {
    name: "重复文章",
    severity: "note",
    message: {
      en: "It is the same article as {other} and is merged with it.",
      zh: "它与 {other} 是同一篇文章，已合并。",
    },
    remedy: { en: "Nothing to do, if that is right.", zh: "如果无误，无须处理。" },
  },
  "broken-link": {
    name: "站内链接失效",
    severity: "warning",
    message: {
      en: "It links to {address}, which this archive does not have.",
      zh: "它链接到 {address}，本档案中没有这个页面。",
    },
    remedy: { en: "Mend the link, or add the article.", zh: "请修改链接，或补上那篇文章。" },
  },
  "term-slip": {
    name: "疑似写错的分类或标签",
    severity: "note",
    message: {
      en: '{key} "{label}" is used for the first time; did you mean {other} ({count} articles)?',
      zh: "{key} 的“{label}”是第一次使用，是不是想写“{other}”（{count} 篇）？",
    },
    remedy: {
      en: "Write {other}, or leave it if it is meant.",
      zh: "如果是，请改为“{other}”；确实是新的，则无须处理。",
    },
  },
} as const satisfies RuleTable;
