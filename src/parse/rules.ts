import type { RuleTable } from "../rule.ts";

const quoteIt = {
  en: 'Put the whole value in double quotes, with \\" for quotes inside it.',
  zh: '请给整个值加上英文双引号，其中的双引号写作 \\"。',
};

/** What taking a source file apart can find wrong. */
export const parseRules = {
  "no-front-matter": {
    name: "缺少文首信息",
    severity: "error",
    message: { en: "It has no front matter: no line --- at its beginning.", zh: "缺少文首信息：开头没有 --- 行。" },
    remedy: {
      en: "Begin the file with a line ---, then title: and date:, then another line ---.",
      zh: "请在文件开头写一行 ---，接着写 title: 和 date:，再写一行 ---。",
    },
  },
  "not-a-post": {
    name: "没有文首信息的文件",
    severity: "note",
    message: {
      en: "It has no front matter, and no date in its name.",
      zh: "没有文首信息，文件名里也没有日期。",
    },
    remedy: {
      en: "Nothing to do, unless it is an article: then begin it with a line ---, title:, date: and another line ---.",
      zh: "如果它是文章，请在开头写一行 ---、title:、date: 和另一行 ---；否则无须处理。",
    },
  },
  "front-matter-unclosed": {
    name: "文首信息未结束",
    severity: "error",
    message: { en: "The front matter has no closing line ---.", zh: "文首信息没有以 --- 行结束。" },
    remedy: { en: "Write a line --- after its last key.", zh: "请在最后一项之后写一行 ---。" },
  },
  "front-matter-language": {
    name: "文首信息格式不受支持",
    severity: "error",
    message: {
      en: 'Front matter in "{language}" is not read; articles are data, never code.',
      zh: "不读取 {language} 格式的文首信息：文章是数据，不是代码。",
    },
    remedy: { en: "Write it in YAML, after a bare line ---.", zh: "请改用 YAML，首行只写 ---。" },
  },
  "front-matter-too-large": {
    name: "文首信息过长",
    severity: "error",
    message: {
      en: "The front matter is {bytes} bytes long; the limit is {limit}.",
      zh: "文首信息长 {bytes} 字节，超过 {limit} 字节的上限。",
    },
    remedy: { en: "Move text into the body.", zh: "请把正文移到文首信息之后。" },
  },
  "front-matter-fence": {
    name: "文首信息分隔行有误",
    severity: "error",
    message: { en: "A line in the front matter begins with ---.", zh: "文首信息中有一行以 --- 开头。" },
    remedy: {
      en: "End the front matter with a line that is --- and nothing else.",
      zh: "结束行只能是 ---，不能有别的内容。",
    },
  },
  "front-matter-colon": {
    name: "值里有冒号",
    severity: "error",
    message: {
      en: "The value has a colon followed by a space, which begins another key in YAML.",
      zh: "值里有“英文冒号加空格”，YAML 会把它当成另一个键。",
    },
    remedy: quoteIt,
  },
  "front-matter-reserved": {
    name: "值以特殊字符开头",
    severity: "error",
    message: {
      en: "The value begins with {character}, which has a meaning of its own in YAML.",
      zh: "值以 {character} 开头，它在 YAML 中有特殊含义。",
    },
    remedy: quoteIt,
  },
  "front-matter-quote": {
    name: "引号不配对",
    severity: "error",
    message: { en: "A quotation mark is not closed, or text follows it.", zh: "引号没有配对，或引号之后还有文字。" },
    remedy: quoteIt,
  },
  "front-matter-tab": {
    name: "用制表符缩进",
    severity: "error",
    message: { en: "The line is indented with a tab.", zh: "这一行用制表符缩进。" },
    remedy: { en: "Indent with spaces.", zh: "请用空格缩进。" },
  },
  "front-matter-alias": {
    name: "使用了 YAML 别名",
    severity: "error",
    message: { en: "YAML anchors (&) and aliases (*) are not read.", zh: "不读取 YAML 的锚点（&）与别名（*）。" },
    remedy: { en: "Write the value out.", zh: "请把值直接写出来。" },
  },
  "front-matter-yaml": {
    name: "YAML 语法错误",
    severity: "error",
    message: { en: "The front matter is not YAML: {reason}.", zh: "文首信息不是有效的 YAML。" },
    remedy: { en: "Mend this line, or put its value in double quotes.", zh: "请修改这一行，或给值加上英文双引号。" },
  },
  "front-matter-not-keys": {
    name: "文首信息不成键值",
    severity: "error",
    message: { en: "The front matter is no list of keys and values.", zh: "文首信息不是“键: 值”的形式。" },
    remedy: { en: "Write one key a line: title: …", zh: "请一行写一项，例如 title: …" },
  },
  "front-matter-type": {
    name: "值的类型不对",
    severity: "error",
    message: { en: "{key}: expected {expected}, got {got}.", zh: "{key} 的值不是这一项应有的类型。" },
    remedy: {
      en: "Change the value of {key}.",
      zh: "请修改 {key} 的值：应为文字或文字列表；published、draft 应为 true 或 false。",
    },
  },
  "duplicate-key": {
    name: "键重复",
    severity: "warning",
    message: {
      en: "A key stands twice; the last one counts, as in Jekyll.",
      zh: "同一个键出现两次；与 Jekyll 一样，以最后一个为准。",
    },
    remedy: { en: "Delete the one that is not meant.", zh: "请删去多余的一项。" },
  },
  "refused-key": {
    name: "不接受的键",
    severity: "warning",
    message: { en: 'The key "{key}" is not read.', zh: "不读取名为 {key} 的键。" },
    remedy: { en: "Give it another name.", zh: "请改用别的名称。" },
  },
  "title-quotes-repaired": {
    name: "标题引号已修正",
    severity: "warning",
    message: {
      en: "The title has quotation marks inside its quotation marks; they were read as part of it.",
      zh: "标题的双引号里还有双引号；已按标题文字处理。",
    },
    remedy: { en: 'Write \\" for each of them.', zh: '请把里面的双引号写作 \\"。' },
  },
  "title-cut": {
    name: "标题被 # 截断",
    severity: "warning",
    message: {
      en: 'The title ends before " #": YAML takes the rest for a comment.',
      zh: "标题在“ #”处被截断：YAML 把其后的内容当作注释。",
    },
    remedy: quoteIt,
  },
  "body-too-deep": {
    name: "正文嵌套过深",
    severity: "error",
    message: { en: "Elements of the body stand more than {limit} deep.", zh: "正文的元素嵌套超过 {limit} 层。" },
    remedy: { en: "Take out needless nested markup.", zh: "请去掉多余的嵌套标记。" },
  },
  "body-too-many-nodes": {
    name: "正文元素过多",
    severity: "error",
    message: { en: "The body has more than {limit} elements and texts.", zh: "正文的元素超过 {limit} 个。" },
    remedy: { en: "Split it into several articles.", zh: "请拆分成几篇文章。" },
  },
  "body-too-slow": {
    name: "正文处理超时",
    severity: "error",
    message: {
      en: "The body took more than {seconds} seconds and was given up.",
      zh: "正文处理超过 {seconds} 秒，已放弃。",
    },
    remedy: { en: "Simplify its markup.", zh: "请简化正文的标记。" },
  },
} as const satisfies RuleTable;
