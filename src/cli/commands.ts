import type { Bilingual } from "../rule.ts";

/** An option of a command. */
export interface OptionHelp {
  readonly type: "string" | "boolean";
  /** What stands for its value in the help. */
  readonly value?: string;
  /** Whether it may be given several times. */
  readonly multiple?: true;
  /** What it is for, of a command that takes two kinds of things. */
  readonly of?: "files" | "site";
  readonly help: Bilingual;
}

/** A command of the program. */
export interface CommandHelp {
  /** What follows its name. */
  readonly usage: string;
  readonly help: Bilingual;
  readonly options: Readonly<Record<string, OptionHelp>>;
}

const posts: OptionHelp = {
  type: "string",
  value: "DIR",
  help: { en: "the articles (default: posts)", zh: "文章文件夹（默认：posts）" },
};
const drafts: OptionHelp = { type: "boolean", help: { en: "drafts too", zh: "包括草稿" } };
const future: OptionHelp = {
  type: "boolean",
  help: { en: "articles with a date to come too", zh: "包括日期未到的文章" },
};

const category = {
  type: "string",
  value: "SLUG",
  help: { en: "its category, such as nantongribao", zh: "所属类别，例如 nantongribao" },
} as const satisfies OptionHelp;
const tag = {
  type: "string",
  value: "NAME",
  multiple: true,
  help: { en: "a tag; may be given several times", zh: "标签，可以多次给出" },
} as const satisfies OptionHelp;

/** All commands, with all their options. */
export const commands = {
  build: {
    usage: "[--posts DIR] [--output DIR] …",
    help: { en: "build the site", zh: "生成网站" },
    options: {
      posts,
      output: {
        type: "string",
        value: "DIR",
        help: { en: "where the site goes (default: _site)", zh: "网站的输出文件夹（默认：_site）" },
      },
      cache: {
        type: "string",
        value: "DIR",
        help: {
          en: "what the next build makes use of (default: .cache/build)",
          zh: "缓存文件夹（默认：.cache/build）",
        },
      },
      "no-cache": { type: "boolean", help: { en: "read and draw everything anew", zh: "不用缓存，全部重新读取" } },
      workers: {
        type: "string",
        value: "N",
        help: { en: "threads at work (default: one for each core)", zh: "线程数（默认：每个处理器核一个）" },
      },
      strict: {
        type: "boolean",
        help: { en: "exit with 1 when a file is held back", zh: "有文件未能发布时以 1 退出" },
      },
      drafts,
      future,
      explain: {
        type: "string",
        value: "PATH",
        help: {
          en: "say why this page was drawn or not: its path, its address or its article's file",
          zh: "说明某页为何重新生成或未重新生成（页面路径、网址或文章文件）",
        },
      },
      summary: {
        type: "string",
        value: "FILE",
        help: {
          en: "write into FILE, as Markdown, which articles and pages have changed since the last build",
          zh: "把上次构建以来文章与页面的变化写入 FILE（Markdown）",
        },
      },
      json: { type: "boolean", help: { en: "print a JSON object as the last line", zh: "最后一行输出 JSON" } },
      quiet: { type: "boolean", help: { en: "print errors only", zh: "只输出错误" } },
    },
  },
  serve: {
    usage: "[--port N] …",
    help: { en: "show the site while you work on it", zh: "边写边看：保存后自动刷新" },
    options: {
      posts,
      port: {
        type: "string",
        value: "N",
        help: { en: "port on this machine (default: 8080)", zh: "本机端口（默认：8080）" },
      },
      drafts,
      future,
    },
  },
  check: {
    usage: "[FILES…] [--all] [--fix] …",
    help: {
      en: "read the articles that have changed and report problems; exit with 1 on any",
      zh: "检查有改动的文章，有问题则以 1 退出",
    },
    options: {
      posts,
      cache: {
        type: "string",
        value: "DIR",
        help: {
          en: "what the last build has kept, to compare with (default: .cache/build)",
          zh: "上次生成时的缓存，用于比对（默认：.cache/build）",
        },
      },
      all: {
        type: "boolean",
        help: {
          en: "all articles, not only those that Git knows as changed",
          zh: "检查全部文章，不只是 Git 中有改动的",
        },
      },
      since: {
        type: "string",
        value: "REF",
        help: {
          en: "what has changed since this branch or commit (default: the main branch)",
          zh: "与这个分支或提交相比有改动的文章（默认：主分支）",
        },
      },
      fix: {
        type: "boolean",
        help: { en: "mend what has one right mend, in the files", zh: "自动修改只有一种改法的问题" },
      },
      format: {
        type: "string",
        value: "NAME",
        help: {
          en: "text, github (annotations), json or sarif (default: text)",
          zh: "输出格式：text、github（注解）、json 或 sarif（默认：text）",
        },
      },
    },
  },
  new: {
    usage: '["TITLE"] [--category SLUG] …',
    help: {
      en: "make an article file; on a terminal it asks for what is missing",
      zh: "新建一个文章文件；在终端中会询问缺少的信息",
    },
    options: {
      posts,
      cache: {
        type: "string",
        value: "DIR",
        help: {
          en: "what the last build has kept, to complete names from (default: .cache/build)",
          zh: "上次生成时的缓存，用于补全名称（默认：.cache/build）",
        },
      },
      category,
      tag,
      source: {
        type: "string",
        value: "NAME",
        help: { en: "the paper it comes from", zh: "文章来源，例如 南通日报" },
      },
      date: {
        type: "string",
        value: "DATE",
        help: { en: "when it was published (default: now)", zh: "发布日期（默认：现在）" },
      },
    },
  },
  import: {
    usage: "FILES… [--date D] [--source S] [--category SLUG] … | SYSTEM PATH",
    help: {
      en: "make articles of newspaper text, saved web pages, PDF and Word files, or of a jekyll, hugo, hexo, pelican or wordpress site",
      zh: "把报纸文字、保存的网页、PDF 或 Word 文件，或 jekyll、hugo、hexo、pelican、wordpress 的整个网站变成文章",
    },
    options: {
      posts,
      cache: {
        type: "string",
        value: "DIR",
        of: "files",
        help: {
          en: "what the last build has kept, to complete names from (default: .cache/build)",
          zh: "上次生成时的缓存，用于补全名称（默认：.cache/build）",
        },
      },
      date: {
        type: "string",
        of: "files",
        value: "D",
        help: { en: "published on YYYY-MM-DD, in YYYY-MM or in YYYY", zh: "发表日期：年-月-日，或只到 年-月、年" },
      },
      source: {
        type: "string",
        of: "files",
        value: "S",
        help: { en: "the paper it was in", zh: "来源报纸，例如 南通日报" },
      },
      category: { ...category, of: "files" },
      tag: { ...tag, of: "files" },
      single: { type: "boolean", of: "files", help: { en: "each file is one article", zh: "每个文件只作一篇" } },
      "full-width": {
        type: "boolean",
        of: "files",
        help: { en: "make half-width punctuation in Chinese full-width", zh: "把中文里的半角标点改为全角" },
      },
      "dry-run": {
        type: "boolean",
        help: { en: "show what would become of each line, write nothing", zh: "只显示每一行的去处，不写入" },
      },
      json: {
        type: "boolean",
        of: "site",
        help: { en: "of a whole site: print a JSON object as the last line", zh: "导入整个网站时，最后一行输出 JSON" },
      },
      yes: {
        type: "boolean",
        of: "files",
        help: { en: "accept what a corrected source changes", zh: "接受原文更正后的改动，不再询问" },
      },
    },
  },
  links: {
    usage: "[--format text|json] [--strict] …",
    help: {
      en: "ask whether the pages outside the site that articles name are still there",
      zh: "逐一询问文章中的站外网址是否仍然有效",
    },
    options: {
      posts,
      format: {
        type: "string",
        value: "text|json",
        help: { en: "plain lines, or a JSON object (default: text)", zh: "普通文本或 JSON（默认：text）" },
      },
      limit: {
        type: "string",
        value: "N",
        help: { en: "ask for N addresses at most, spread over the archive", zh: "最多询问 N 个网址，均匀取自全部文章" },
      },
      timeout: {
        type: "string",
        value: "S",
        help: { en: "seconds that a host may think (default: 20)", zh: "等待每次回应的秒数（默认：20）" },
      },
      concurrency: {
        type: "string",
        value: "N",
        help: {
          en: "pages asked for at a time, of one host never more than two (default: 8)",
          zh: "同时询问的网址数，同一网站至多两个（默认：8）",
        },
      },
      private: {
        type: "boolean",
        help: { en: "ask this machine and its own network too", zh: "也询问本机和内网地址" },
      },
      strict: { type: "boolean", help: { en: "exit with 1 when a page is gone", zh: "有网址失效时以 1 退出" } },
    },
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;

export type CommandName = keyof typeof commands;
