import { FangzhiError } from "../../errors.ts";
import type { Bilingual } from "../../rule.ts";

/** Why a file gives no text, and what to do then. */
const faults = {
  encoding: {
    en: "its characters cannot be read: it is neither UTF-8, UTF-16 with a byte order mark, GB18030, nor what its <meta charset> says. Save it as UTF-8.",
    zh: "文字无法识别：既不是 UTF-8、带字节序标记的 UTF-16、GB18030，也不是其 <meta charset> 所声明的编码。请另存为 UTF-8。",
  },
  depth: {
    en: "its elements are nested too deep to be a news page. Save the text alone.",
    zh: "元素嵌套过深，不像新闻网页。请只保存文字。",
  },
  scanned: {
    en: "this PDF has no text layer; its pages are pictures. Run OCR over it, for example `ocrmypdf -l chi_sim in.pdf out.pdf`, then import the result.",
    zh: "此 PDF 没有文字层，页面都是图片。请先做文字识别，例如 `ocrmypdf -l chi_sim 原文件.pdf 新文件.pdf`，再导入新文件。",
  },
  encrypted: {
    en: "this PDF opens only with a password. Save a copy without one, then import that.",
    zh: "此 PDF 需要密码才能打开。请另存一份不带密码的副本再导入。",
  },
  damagedPdf: {
    en: "this PDF is damaged and cannot be read. Save or download it again.",
    zh: "此 PDF 已损坏，无法读取。请重新保存或下载。",
  },
  damagedDocx: {
    en: "this Word document is damaged and cannot be read. Save it again from Word or WPS.",
    zh: "此 Word 文档已损坏，无法读取。请在 Word 或 WPS 中重新保存。",
  },
  oldDoc: {
    en: "this is a document of Word 97–2003 (.doc) or an encrypted one. Save it as .docx without a password, then import that.",
    zh: "这是 Word 97–2003 文档（.doc）或加密文档。请另存为不带密码的 .docx 再导入。",
  },
  otherArchive: {
    en: "this is an archive, or an office document that is no text. Save its text as .docx, then import that.",
    zh: "这是压缩包，或不是文字文档的办公文件。请将文字另存为 .docx 再导入。",
  },
  richText: {
    en: "this is a document in Rich Text Format. Save it as .docx, then import that.",
    zh: "这是 RTF 文档。请另存为 .docx 再导入。",
  },
  webArchive: {
    en: "this is a page saved as a web archive (.mhtml). Save it as HTML, then import that.",
    zh: "这是另存为单个文件（.mhtml）的网页。请另存为 HTML 再导入。",
  },
  noText: {
    en: "this is no text: its bytes fit neither UTF-8, UTF-16 with a byte order mark, nor GB18030.",
    zh: "这不是文本文件：内容既不是 UTF-8、带字节序标记的 UTF-16，也不是 GB18030。",
  },
  tooLarge: {
    en: "its parts are too large to be an article. Save the text alone.",
    zh: "文件展开后过大，不像文章。请只保存文字。",
  },
} as const satisfies Record<string, Bilingual>;

/**
 * The error of a file that gives no text.
 * @param name - what is wrong with it
 * @param cause - what was thrown, if anything
 * @returns an error whose text says what to do, in each language; the caller names the file
 */
export function faultOf(name: keyof typeof faults, cause?: unknown): FangzhiError {
  return new FangzhiError(faults[name], 1, cause === undefined ? {} : { cause });
}
