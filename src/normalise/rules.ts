import type { RuleTable } from "../rule.ts";

const dateRemedy = {
  en: "Write YYYY-MM-DD HH:MM:SS +0800.",
  zh: "请写成 YYYY-MM-DD HH:MM:SS +0800。",
};
const permalinkRemedy = {
  en: "Write an address such as /folder/name.html, or delete the key.",
  zh: "请写成 /folder/name.html 这样的地址，或删去这一项。",
};
const nothing = { en: "Nothing to do, if that is right.", zh: "如果无误，无须处理。" };

/** What making an article of a post can find wrong, and what it does of its own accord. */
export const normaliseRules = {
  "no-date": {
    name: "没有日期",
    severity: "error",
    message: {
      en: "It has no date, neither in its front matter nor in its name.",
      zh: "文首信息和文件名里都没有日期。",
    },
    remedy: { en: "Add a line date: YYYY-MM-DD HH:MM:SS +0800.", zh: "请加一行 date: YYYY-MM-DD HH:MM:SS +0800。" },
  },
  "date-unreadable": {
    name: "日期无法辨认",
    severity: "error",
    message: { en: 'date is "{text}", which has no one meaning.', zh: "日期“{text}”无法确定是哪一天。" },
    remedy: {
      en: "Write YYYY-MM-DD HH:MM:SS +0800. If only the month is known, write its first day and a line date_precision: month.",
      zh: "请写成 YYYY-MM-DD HH:MM:SS +0800。只知道月份的，写该月 1 日，另加一行 date_precision: month。",
    },
  },
  "date-no-month": {
    name: "月份不存在",
    severity: "error",
    message: { en: 'date is "{text}": there is no month {month}.', zh: "日期“{text}”有误：没有 {month} 月。" },
    remedy: dateRemedy,
  },
  "date-no-day": {
    name: "日期不存在",
    severity: "error",
    message: {
      en: 'date is "{text}": month {month} of {year} has no day {day}.',
      zh: "日期“{text}”有误：{year} 年 {month} 月没有 {day} 日。",
    },
    remedy: dateRemedy,
  },
  "date-no-time": {
    name: "时刻不存在",
    severity: "error",
    message: { en: 'date is "{text}": there is no time {time}.', zh: "日期“{text}”有误：没有 {time} 这个时刻。" },
    remedy: dateRemedy,
  },
  "date-zone": {
    name: "时区不明",
    severity: "error",
    message: {
      en: 'date is "{text}": the zone "{zone}" has no one meaning.',
      zh: "日期“{text}”有误：时区“{zone}”含义不明。",
    },
    remedy: { en: "Write the zone in figures: +0800.", zh: "请用数字写时区，例如 +0800。" },
  },
  "date-mended": {
    name: "日期写法不规范",
    severity: "warning",
    message: { en: 'date is "{text}"; it was read as {mended}.', zh: "日期“{text}”已按 {mended} 处理。" },
    remedy: { en: "Write {mended}.", zh: "请写成 {mended}。" },
  },
  "date-empty": {
    name: "日期为空",
    severity: "warning",
    message: { en: "date is empty; the date in the file's name was taken.", zh: "date 是空的，已采用文件名里的日期。" },
    remedy: dateRemedy,
  },
  "date-precision": {
    name: "日期精度写法有误",
    severity: "warning",
    message: {
      en: 'The front matter says date_precision: "{text}", which is none; it was read as day.',
      zh: "date_precision 的值“{text}”无法辨认，已按 day 处理。",
    },
    remedy: {
      en: "Write day, month or year: how much of the date is known.",
      zh: "请写 day、month 或 year，即日期确知到日、月还是年。",
    },
  },
  "source-file-name": {
    name: "来源文件名不可用",
    severity: "warning",
    message: {
      en: 'The front matter says source_file: "{text}", which is no file below _sources.',
      zh: "source_file 的值“{text}”不是 _sources 文件夹里的文件名。",
    },
    remedy: {
      en: "Write its name as it stands in the folder _sources of the posts: 004.txt.",
      zh: "请写它在文章文件夹的 _sources 里的名称，例如 004.txt。",
    },
  },
  "to-review": {
    name: "待编辑核对",
    severity: "note",
    message: { en: "An editor is to look at this: {note}.", zh: "待编辑核对：{note}。" },
    remedy: { en: "When it is right, delete the line from review.", zh: "核对无误后，请从 review 中删去这一条。" },
  },
  "no-title": {
    name: "没有标题",
    severity: "error",
    message: { en: "It has no title, and no text to take one from.", zh: "没有标题，也没有可以用作标题的文字。" },
    remedy: { en: 'Add a line title: "…".', zh: '请加一行 title: "…"。' },
  },
  "title-from-text": {
    name: "标题取自正文",
    severity: "warning",
    message: {
      en: 'It has no title; its first sentence was taken: "{title}".',
      zh: "没有标题，已用第一句话代替：“{title}”。",
    },
    remedy: { en: 'Add a line title: "…".', zh: '请加一行 title: "…"。' },
  },
  "title-too-long": {
    name: "标题过长",
    severity: "error",
    message: {
      en: "The title has {characters} characters; the limit is {limit}.",
      zh: "标题有 {characters} 个字，超过 {limit} 个字的上限。",
    },
    remedy: { en: "Shorten it; the text belongs in the body.", zh: "请缩短标题，其余放进正文。" },
  },
  "terms-left-out": {
    name: "分类或标签过多、过长",
    severity: "warning",
    message: {
      en: "Of {key}, {left} were left out: a name has at most {limit} characters, an article at most {most} names.",
      zh: "{key} 中有 {left} 项没有采用：每项最多 {limit} 字，每篇最多 {most} 项。",
    },
    remedy: { en: "Shorten the list or the names.", zh: "请减少项数或缩短名称。" },
  },
  "text-hidden": {
    name: "去掉了隐藏的文字",
    severity: "note",
    message: { en: "Hidden text was left out: {words}.", zh: "去掉了隐藏的文字：{words}。" },
    remedy: {
      en: "Nothing to do, unless it is meant to be read.",
      zh: "如果读者应当看到它，请去掉隐藏样式；否则无须处理。",
    },
  },
  "source-differs": {
    name: "来源不一致",
    severity: "warning",
    message: {
      en: "The front matter names {stated} as the source, the text {found}; the front matter counts.",
      zh: "文首信息写的来源是{stated}，正文写的是{found}；以文首信息为准。",
    },
    remedy: { en: "Delete the one that is wrong.", zh: "请删去错误的一处。" },
  },
  "empty-body": {
    name: "正文为空",
    severity: "warning",
    message: { en: "The body is empty.", zh: "正文是空的。" },
    remedy: { en: "Write the text below the second line ---.", zh: "请在第二行 --- 之后写正文。" },
  },
  "permalink-not-inside": {
    name: "permalink 不可用",
    severity: "warning",
    message: {
      en: 'permalink "{permalink}" is no ordinary page address inside this site; the default was used.',
      zh: "permalink“{permalink}”不是本站内的普通网页地址，已改用默认地址。",
    },
    remedy: permalinkRemedy,
  },
  "redirect-not-made": {
    name: "旧地址不可用",
    severity: "warning",
    message: {
      en: 'Nothing redirects from "{address}", which redirect_from lists: it is no ordinary page address inside this site.',
      zh: "redirect_from 中的“{address}”不是本站内的普通网页地址，不会从那里跳转。",
    },
    remedy: {
      en: "Write an address such as /folder/name.html or /folder/name/, or take it out of the list.",
      zh: "请写成 /folder/name.html 或 /folder/name/ 这样的地址，或从列表中删去。",
    },
  },
  "permalink-site-page": {
    name: "permalink 与网站页面冲突",
    severity: "warning",
    message: {
      en: 'permalink "{permalink}" belongs to a page of the site itself; the default was used.',
      zh: "permalink“{permalink}”是网站自身页面的地址，已改用默认地址。",
    },
    remedy: permalinkRemedy,
  },
  "permalink-placeholder": {
    name: "permalink 占位符不明",
    severity: "warning",
    message: {
      en: 'permalink "{permalink}" has a placeholder that Jekyll does not know; the default was used.',
      zh: "permalink“{permalink}”里有 Jekyll 不认识的占位符，已改用默认地址。",
    },
    remedy: permalinkRemedy,
  },
  "address-too-long": {
    name: "地址过长",
    severity: "error",
    message: {
      en: "Its address is {bytes} bytes long; the limit is {limit}.",
      zh: "地址长 {bytes} 字节，超过 {limit} 字节的上限。",
    },
    remedy: {
      en: "Give it a shorter permalink, or fewer categories.",
      zh: "请缩短 permalink，或减少类别。",
    },
  },
  "unsafe-markup": {
    name: "去掉了不安全的标记",
    severity: "warning",
    message: { en: "Mark-up that no article needs was taken off: {markup}.", zh: "去掉了文章不需要的标记：{markup}。" },
    remedy: { en: "Delete it in the source file.", zh: "请在源文件中删去。" },
  },
  "markup-open": {
    name: "标记没有结束",
    severity: "warning",
    message: {
      en: "The comment or tag '{words}' is never closed and was taken for text.",
      zh: "注释或标记“{words}”没有结束，已当作正文。",
    },
    remedy: { en: "Close it, or delete it.", zh: "请补上结尾，或将其删去。" },
  },
  "image-dropped": {
    name: "去掉了无地址的图片",
    severity: "warning",
    message: {
      en: "Images whose addresses lead nowhere were left out: {count}, the first one '{source}'.",
      zh: "去掉了 {count} 张地址无法访问的图片，第一张的地址是“{source}”。",
    },
    remedy: {
      en: "Give images addresses that begin with https: or /.",
      zh: "请给图片写上以 https: 或 / 开头的地址。",
    },
  },
  "paragraphs-joined": {
    name: "合并断开的段落",
    severity: "note",
    message: {
      en: "A paragraph that broke off was joined with the next: {words}.",
      zh: "中途断开的段落已与下一段相接：{words}。",
    },
    remedy: nothing,
  },
  "heading-inferred": {
    name: "推断的小标题",
    severity: "note",
    message: { en: "A short paragraph was taken for a sub-heading: {words}.", zh: "独立短句已作为小标题：{words}。" },
    remedy: nothing,
  },
} as const satisfies RuleTable;
