import { expect, test } from "vitest";
import { resolveLiquid } from "../../../../src/import/systems/jekyll/liquid.ts";

const context = {
  isMarkdown: true,
  url: "https://old.example",
  title: "标题",
  link: (path: string) => (path === "_posts/2022-03-11-a.md" ? "/2022/03/11/a.html" : undefined),
  postUrl: (name: string) => (name === "2022-03-11-a" ? "/2022/03/11/a.html" : undefined),
};

test.each<[markup: string, text: string]>([
  ["{% raw %}{{ x }}{% endraw %}", "{{ x }}"],
  ["{%- raw  -%}{% if %}{%- endraw -%}", "{% if %}"],
  ["{% highlight ruby linenos %}\nputs {{ x }}\n{% endhighlight %}", "```ruby\nputs {{ x }}\n```"],
  ["{% highlight md %}\n```\n{% endhighlight %}", "````md\n```\n````"],
  ["[一]({% post_url 2022-03-11-a %})", "[一](/2022/03/11/a.html)"],
  ["[一]({% link _posts/2022-03-11-a.md %})", "[一](/2022/03/11/a.html)"],
  ["{{ site.baseurl }}/a/", "/a/"],
  ["{{site.url}}{{site.baseurl}}/a/", "/a/"],
  ["{{ site.url }}/a/", "/a/"],
  ["见 {{ site.url }}。", "见 https://old.example。"],
  ['{{ "/a.png" | relative_url }}', "/a.png"],
  ["{{ 'a.png' | prepend: site.baseurl }}", "/a.png"],
  ['{{ "{%" }} {{ page.title }}', "{% 标题"],
  ["甲{% comment %}乙{% endcomment %}", "甲<!--乙-->"],
  [
    '{% include figure.html src="/a.png" caption=\'甲 "乙"\' %}',
    '<figure><img src="/a.png" alt="甲 &quot;乙&quot;"><figcaption>甲 &quot;乙&quot;</figcaption></figure>',
  ],
  ["段落。\n{: .note }\n\n* 目录\n{:toc}\n", "段落。\n\n* 目录\n"],
  ["```\n{: .a }\n```\n\n段落。\n{: .note }\n", "```\n{: .a }\n```\n\n段落。\n"],
  ["{% highlight md %}\n{: .a }\n{% endhighlight %}\n{: .b }\n", "```md\n{: .a }\n```\n"],
  ["1. 一\n\n   {% highlight rb %}\n   a\n   {% endhighlight %}\n\n尾", "1. 一\n\n   ```rb\n   a\n   ```\n\n尾"],
])("%j is %j", (markup, text) => {
  expect(resolveLiquid(markup, context)).toEqual({ body: text, kept: [] });
});

test.each<[markup: string, kept: string, isTarget: boolean]>([
  ["{% if x %}", "{% if x %}", false],
  ["{{ page.custom | upcase }}", "{{ page.custom | upcase }}", false],
  ["{% include video.html id='1' %}", "{% include video.html id='1' %}", false],
  ["{% include figure.html src=page.image %}", "{% include figure.html src=page.image %}", false],
  ["{% post_url 2022-03-12-b %}", "{% post_url 2022-03-12-b %}", true],
  ["{% link none.md %}", "{% link none.md %}", true],
  ["{% raw %} 没有结束", "{% raw %}", false],
  ["{% highlight\n ruby %}", "{% highlight ruby %}", false],
])("%j stays as it is and is told of", (markup, kept, isTarget) => {
  expect(resolveLiquid(`甲\n${markup}`, context)).toEqual({
    body: `甲\n${markup}`,
    kept: [{ markup: kept, at: 2, isTarget }],
  });
});
