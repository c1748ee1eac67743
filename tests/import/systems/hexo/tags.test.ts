import { expect, test } from "vitest";
import { resolveTags } from "../../../../src/import/systems/hexo/tags.ts";

const context = {
  isMarkdown: true,
  asset: (name: string) => `/2022/a/${name}`,
  post: (name: string) => (name === "b" ? { title: "乙", address: "/2022/b/" } : undefined),
};

test.each<[markup: string, text: string]>([
  ["{% asset_img a.png 塔 %}", '<figure><img src="/2022/a/a.png" alt="塔"><figcaption>塔</figcaption></figure>'],
  ["{% asset_img big a.png 300 200 %}", '<figure><img src="/2022/a/a.png" alt=""></figure>'],
  ["![]({% asset_path a.png %})", "![](/2022/a/a.png)"],
  ["{% post_link b %}{% post_link b '另一篇' %}", '<a href="/2022/b/">乙</a><a href="/2022/b/">另一篇</a>'],
  ["{% codeblock lang:js %}\na {{ b }}\n{% endcodeblock %}", "```js\na {{ b }}\n```"],
  ["{% blockquote 陈可 %}\n甲\n\n乙\n{% endblockquote %}", "> 甲\n>\n> 乙\n>\n> —— 陈可"],
  ["{% raw %}{{ a }}{% endraw %}", "{{ a }}"],
  ["```\n{% youtube a %}\n```\n`{{ b }}`", "```\n{% youtube a %}\n```\n`{{ b }}`"],
])("%j is %j", (markup, text) => {
  expect(resolveTags(markup, context)).toEqual({ body: text, kept: [] });
});

test("others stay and are told of", () => {
  expect(resolveTags("甲{% youtube a %}{% post_link c %}", context).kept).toEqual([
    { markup: "{% youtube a %}", at: 1, isTarget: false },
    { markup: "{% post_link c %}", at: 16, isTarget: true },
  ]);
});
