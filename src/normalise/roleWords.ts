/** Words that say what a person did, as they stand in credits: `文：陈可`, `记者 陈炳群 摄`, `责任编辑：…`. */
export const roleWords = {
  authors: row(
    "文 文字 文图 文/图 文／图 图文 撰文 撰稿 执笔 采写 作者 来稿 记者 本报记者 首席记者 特约记者 实习记者 见习记者 全媒体记者 融媒体记者 通讯员 本报通讯员 特约通讯员 实习生 記者",
  ),
  photographers: row("图 图片 照片 配图 供图 制图 摄 摄影 摄影记者 摄影报道 攝影"),
  editors: row("编辑 责编 责任编辑 值班编辑 见习编辑 主编 编审 审核 审稿 校对 责校 美编 版式 组版 监制 編輯 責任編輯"),
} as const;

/** What a byline calls the people of each kind. */
export type Role = keyof typeof roleWords;

function row(words: string): readonly string[] {
  return words.split(" ");
}
