import type { RuleTable } from "../rule.ts";

/** What reading the posts folder can find wrong, or pass over. */
export const readRules = {
  "not-an-article": {
    name: "不是文章",
    severity: "note",
    message: {
      en: "Its name does not end in .md, .markdown, .html, .htm or .txt.",
      zh: "文件名不以 .md、.markdown、.html、.htm 或 .txt 结尾。",
    },
    remedy: {
      en: "Nothing to do, unless it is an article: then rename it.",
      zh: "如果它是文章，请改名；否则无须处理。",
    },
  },
  "dot-file": {
    name: "点号开头的文件",
    severity: "note",
    message: { en: "Its name begins with a dot.", zh: "名称以点号开头。" },
    remedy: {
      en: "Nothing to do, unless it is an article: then rename it.",
      zh: "如果它是文章，请改名；否则无须处理。",
    },
  },
  "link-outside": {
    name: "指向外部的链接",
    severity: "note",
    message: { en: "It is a symbolic link that leaves the posts folder.", zh: "它是指向文章文件夹之外的符号链接。" },
    remedy: { en: "Copy the file into the folder instead.", zh: "请把文件复制到文章文件夹里。" },
  },
  "link-broken": {
    name: "失效的链接",
    severity: "note",
    message: { en: "It is a symbolic link to nothing.", zh: "它是失效的符号链接。" },
    remedy: { en: "Remove the link, or restore what it points to.", zh: "请删除该链接，或恢复它指向的文件。" },
  },
  "link-folder": {
    name: "指向文件夹的链接",
    severity: "note",
    message: {
      en: "It is a symbolic link to a folder, whose files are read where they stand.",
      zh: "它是指向文件夹的符号链接，其中的文件已在原处读取。",
    },
    remedy: { en: "Nothing to do.", zh: "无须处理。" },
  },
  "special-file": {
    name: "特殊文件",
    severity: "note",
    message: { en: "It is neither a file nor a folder.", zh: "它既不是文件，也不是文件夹。" },
    remedy: { en: "Remove it from the posts folder.", zh: "请把它移出文章文件夹。" },
  },
  "name-not-utf-8": {
    name: "文件名编码有误",
    severity: "error",
    message: { en: "The file's name is not UTF-8.", zh: "文件名不是 UTF-8 编码。" },
    remedy: { en: "Rename the file.", zh: "请改名。" },
  },
  "name-too-long": {
    name: "文件名过长",
    severity: "error",
    message: {
      en: "The file's name is {bytes} bytes long; the limit is {limit}.",
      zh: "文件名长 {bytes} 字节，超过 {limit} 字节的上限。",
    },
    remedy: { en: "Give it a shorter name.", zh: "请缩短文件名。" },
  },
  "file-too-large": {
    name: "文件过大",
    severity: "error",
    message: {
      en: "The file is {bytes} bytes long; the limit is {limit}.",
      zh: "文件大小为 {bytes} 字节，超过 {limit} 字节的上限。",
    },
    remedy: { en: "Split it into several articles.", zh: "请拆分成几篇文章。" },
  },
  unreadable: {
    name: "无法读取",
    severity: "error",
    message: { en: "It cannot be read: {reason}.", zh: "无法读取：{reason}。" },
    remedy: { en: "Check that it is there and may be read.", zh: "请检查它是否存在、是否有读取权限。" },
  },
  "bad-bytes": {
    name: "编码无法识别",
    severity: "error",
    message: {
      en: "The bytes are neither UTF-8, nor UTF-16 with a byte order mark, nor GB18030 (first wrong byte: 0x{byte}).",
      zh: "文件内容既不是 UTF-8，也不是带 BOM 的 UTF-16 或 GB18030（首个错误字节：0x{byte}）。",
    },
    remedy: { en: "Save the file as UTF-8.", zh: "请另存为 UTF-8 编码。" },
  },
  "source-missing": {
    name: "来源文件缺失",
    severity: "warning",
    message: {
      en: "The front matter says source_file: {name}, which is not in _sources or cannot be read.",
      zh: "source_file 写的 {name} 不在 _sources 文件夹里，或无法读取。",
    },
    remedy: { en: "Put the file there, or mend its name.", zh: "请把该文件放到那里，或改正名称。" },
  },
  unexpected: {
    name: "程序出错",
    severity: "error",
    message: { en: "The program failed on it: {reason}.", zh: "程序处理它时出错：{reason}。" },
    remedy: { en: "Please report this with the file.", zh: "请连同该文件一起报告这个问题。" },
  },
  "loses-worker": {
    name: "处理时线程中断",
    severity: "error",
    message: {
      en: "Reading it ends the thread that reads it, or takes forever.",
      zh: "处理它的线程会中断，或迟迟不能完成。",
    },
    remedy: {
      en: "Please report this with the file. It is tried again when it has changed, or with --no-cache.",
      zh: "请连同该文件一起报告这个问题。修改它或使用 --no-cache 时会再次尝试。",
    },
  },
  "not-utf-8": {
    name: "不是 UTF-8 编码",
    severity: "note",
    message: { en: "The file was read as {encoding}.", zh: "已按 {encoding} 编码读取。" },
    remedy: {
      en: "Nothing to do if the text is right; else save the file as UTF-8.",
      zh: "文字无误则无须处理，否则请另存为 UTF-8 编码。",
    },
  },
  "control-characters": {
    name: "含控制字符",
    severity: "warning",
    message: { en: "{count} control characters were taken out.", zh: "去掉了 {count} 个控制字符。" },
    remedy: { en: "Delete them in the source file.", zh: "请在源文件中删除这些字符。" },
  },
} as const satisfies RuleTable;
