import type { RuleTable } from "../../rule.ts";

const nothing = { en: "Nothing to do, if that is right.", zh: "如果无误，无须处理。" };

/** What can be said of a post of another system while it is brought in. */
export const systemRules = {
  "old-page": {
    name: "旧网站的单页",
    severity: "note",
    message: { en: "It is a page of the old site, not a post.", zh: "它是旧网站的单页，不是文章。" },
    remedy: {
      en: "Nothing to do, unless it is wanted: then put it into layouts/pages by hand.",
      zh: "如果仍然需要，请手工放进 layouts/pages；否则无须处理。",
    },
  },
  "old-kind": {
    name: "旧网站的其他条目",
    severity: "note",
    message: { en: 'It is of the kind "{kind}", not a post.', zh: "它的类型是“{kind}”，不是文章。" },
    remedy: nothing,
  },
  "old-trash": {
    name: "旧网站已删除",
    severity: "note",
    message: { en: "It lies in the old site's trash.", zh: "它在旧网站的回收站里。" },
    remedy: {
      en: "Nothing to do, unless it is wanted: then restore it there and export again.",
      zh: "如果仍然需要，请在旧网站恢复后重新导出；否则无须处理。",
    },
  },
  "old-name": {
    name: "旧网站不读取的文件名",
    severity: "note",
    message: {
      en: "Its name is not that of a post, so the old site did not read it.",
      zh: "文件名不符合文章的写法，旧网站没有读取它。",
    },
    remedy: {
      en: "Nothing to do, unless it is an article: then name it YYYY-MM-DD-name.md and import again.",
      zh: "如果它是文章，请改名为 YYYY-MM-DD-name.md 后重新导入；否则无须处理。",
    },
  },
  "old-plain-file": {
    name: "没有文首信息的旧文件",
    severity: "note",
    message: {
      en: "It has no front matter, so the old site copied it as it was.",
      zh: "没有文首信息，旧网站只是原样复制它。",
    },
    remedy: {
      en: "Nothing to do, unless it is an article: then give it a title and a date and import again.",
      zh: "如果它是文章，请写上标题和日期后重新导入；否则无须处理。",
    },
  },
  "old-excluded": {
    name: "旧网站未收录",
    severity: "note",
    message: { en: "The old site's configuration leaves it out.", zh: "旧网站的配置没有收录它。" },
    remedy: nothing,
  },
  "old-markup": {
    name: "不支持的标记语言",
    severity: "error",
    message: { en: "Its text is in {markup}, which is not read.", zh: "正文使用 {markup}，无法读取。" },
    remedy: {
      en: "Convert it to Markdown or HTML, with pandoc for example, and import again.",
      zh: "请转换成 Markdown 或 HTML（例如使用 pandoc）后重新导入。",
    },
  },
  "old-front-matter": {
    name: "旧文首信息无法读取",
    severity: "error",
    message: { en: "Its front matter cannot be read: {reason}.", zh: "文首信息无法读取：{reason}。" },
    remedy: { en: "Mend it there and import again.", zh: "请在旧网站中改正后重新导入。" },
  },
  "old-file-there": {
    name: "已有同名文件",
    severity: "error",
    message: {
      en: "The archive has a file {file} with other content; it was left as it is.",
      zh: "档案中已有内容不同的同名文件 {file}，未作改动。",
    },
    remedy: {
      en: "Compare the two. To take the old site's, remove that file and import again.",
      zh: "请比较两者；如要采用旧网站的，请删除该文件后重新导入。",
    },
  },
  "old-template": {
    name: "未解析的模板标记",
    severity: "warning",
    message: {
      en: "{markup} was filled in by the old site; here it is text.",
      zh: "{markup} 在旧网站由程序填写，这里只是文字。",
    },
    remedy: { en: "Write in its place what it stood for.", zh: "请改写成它原来显示的内容。" },
  },
  "old-target": {
    name: "链接目标不在旧网站中",
    severity: "warning",
    message: {
      en: "{markup} leads to a file that is not in the export; it was left as text.",
      zh: "{markup} 指向的文件不在旧网站中，已保留为文字。",
    },
    remedy: { en: "Write the address in its place.", zh: "请改写成实际地址。" },
  },
  "old-address-lost": {
    name: "旧地址无法保留",
    severity: "warning",
    message: {
      en: "Its old address {address} is no ordinary page address, and leads nowhere now.",
      zh: "旧地址 {address} 不是普通的网页地址，无法保留。",
    },
    remedy: {
      en: "If it must go on working, redirect it where the site is served.",
      zh: "如果必须保留，请在网站的服务器上设置跳转。",
    },
  },
  "old-address-moved": {
    name: "旧地址跳转",
    severity: "note",
    message: {
      en: "Its old address {address}, which took its date for one in UTC, redirects to {now}.",
      zh: "旧地址 {address} 把日期当作世界时，现跳转到 {now}。",
    },
    remedy: nothing,
  },
  "old-address-unknown": {
    name: "旧地址无从得知",
    severity: "warning",
    message: {
      en: "Its old address cannot be told from {reason}.",
      zh: "无法由“{reason}”得知旧地址。",
    },
    remedy: { en: "If you know it, add a line permalink: /….", zh: "如果知道旧地址，请加一行 permalink: /…。" },
  },
  "old-address-twice": {
    name: "两篇旧文章同一地址",
    severity: "warning",
    message: {
      en: "Its address {address} is that of {other} too; both were kept, and only one can have it.",
      zh: "地址 {address} 与 {other} 相同；两篇都已保留，但只有一篇能使用该地址。",
    },
    remedy: { en: "Give one of them another permalink.", zh: "请修改其中一篇的 permalink。" },
  },
  "old-undated": {
    name: "旧文章没有日期",
    severity: "warning",
    message: { en: "It has no date; it became a draft.", zh: "没有日期，已作为草稿导入。" },
    remedy: {
      en: "Add a line date: YYYY-MM-DD HH:MM:SS +0800 and move the file out of _drafts.",
      zh: "请加一行 date: YYYY-MM-DD HH:MM:SS +0800，并把文件移出 _drafts。",
    },
  },
  "old-not-public": {
    name: "旧网站未公开",
    severity: "note",
    message: {
      en: "The old site did not show it to everybody ({state}); it is marked published: false.",
      zh: "旧网站没有公开它（{state}），已标为 published: false。",
    },
    remedy: { en: "To publish it, take out that line.", zh: "如要发布，请删去这一行。" },
  },
  "old-comments": {
    name: "旧网站的读者评论",
    severity: "warning",
    message: { en: "Its {count} comments of readers were left out.", zh: "未导入它的 {count} 条读者评论。" },
    remedy: {
      en: "Keep the export: an archive of articles has no place for them.",
      zh: "本档案只收文章，请保留导出文件。",
    },
  },
  "old-key": {
    name: "没有对应项的旧配置",
    severity: "note",
    message: { en: "{key} has no meaning here and was left out.", zh: "{key} 在这里没有对应项，已略去。" },
    remedy: nothing,
  },
  "old-zone": {
    name: "补写时区",
    severity: "note",
    message: {
      en: "Its date has no zone; that of the old site, {zone}, was written into it.",
      zh: "日期没有时区，已按旧网站的时区 {zone} 补写。",
    },
    remedy: nothing,
  },
  "old-zone-unknown": {
    name: "旧网站时区不明",
    severity: "note",
    message: {
      en: "The old site's configuration names no time zone; its days were taken to begin as in {zone}.",
      zh: "旧网站的配置没有写明时区，已按 {zone} 计算日期。",
    },
    remedy: {
      en: "If it stood elsewhere, write the zone into that configuration before you import.",
      zh: "如果不对，请先在旧网站的配置中写明时区，再导入。",
    },
  },
  "old-folder": {
    name: "没有配置的文件夹",
    severity: "note",
    message: {
      en: "There is no _posts folder; the files in {folder} whose names begin with a date were taken for its posts.",
      zh: "没有 _posts 文件夹；已把 {folder} 中以日期开头的文件当作文章。",
    },
    remedy: nothing,
  },
  "old-setting": {
    name: "无法读取的旧配置项",
    severity: "warning",
    message: {
      en: "The setting {key} is computed, which is never done here; its default was taken.",
      zh: "配置项 {key} 需要运行程序才能得知，已采用默认值。",
    },
    remedy: {
      en: "Write its value out in that file and import again, if it is another.",
      zh: "如果与默认值不同，请在该文件中直接写出后重新导入。",
    },
  },
  "old-rst": {
    name: "未转换的 reStructuredText",
    severity: "warning",
    message: {
      en: "{markup} of reStructuredText was kept as preformatted text.",
      zh: "reStructuredText 的 {markup} 已作为预格式文本保留。",
    },
    remedy: { en: "Write it in HTML.", zh: "请改写成 HTML。" },
  },
  "old-linked-folder": {
    name: "链接到别处的文件夹",
    severity: "warning",
    message: {
      en: "It is a symbolic link to a folder; links are not followed, so nothing in it was read.",
      zh: "它是指向文件夹的符号链接；链接不予跟随，其中的文件都没有读取。",
    },
    remedy: {
      en: "If it holds posts, put the folder itself in its place and import again.",
      zh: "如果里面有文章，请换成文件夹本身后重新导入。",
    },
  },
  "old-damaged": {
    name: "旧网站的损坏字符",
    severity: "warning",
    message: {
      en: "{count} characters of it are damaged in the export and stand as �.",
      zh: "导出文件中有 {count} 个字符已损坏，现显示为 �。",
    },
    remedy: { en: "Look them up on the old site and write them anew.", zh: "请对照旧网站补上。" },
  },
  "old-fields": {
    name: "未使用的旧字段",
    severity: "note",
    message: {
      en: "Its custom fields were kept as front matter: {keys}.",
      zh: "自定义字段已保留在文首信息中：{keys}。",
    },
    remedy: nothing,
  },
} as const satisfies RuleTable;
