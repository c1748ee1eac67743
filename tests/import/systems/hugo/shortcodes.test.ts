import { expect, test } from "vitest";
import { resolveShortcodes } from "../../../../src/import/systems/hugo/shortcodes.ts";

const context = { isMarkdown: true, ref: (path: string) => (path === "a.md" ? "/posts/a/" : undefined) };

test.each<[markup: string, text: string]>([
  [
    '{{< figure src="/a.png" alt="塔" caption="开发区" >}}',
    '<figure><img src="/a.png" alt="塔"><figcaption>开发区</figcaption></figure>',
  ],
  ["{{% figure src=`/a.png` /%}}", '<figure><img src="/a.png" alt=""></figure>'],
  ['[一]({{< relref "a.md#二" >}})', "[一](/posts/a/#二)"],
  ['{{< highlight go "linenos=true" >}}\na\n{{< /highlight >}}', "```go\na\n```"],
  ["{{</* youtube abc */>}}", "{{< youtube abc >}}"],
])("%j is %j", (markup, text) => {
  expect(resolveShortcodes(markup, context)).toEqual({ body: text, kept: [] });
});

test("others stay, a pair is told of once, and a page that is not there says so", () => {
  const body = '{{< note >}}甲{{< /note >}} {{< ref "b.md" >}}';
  expect(resolveShortcodes(body, context)).toEqual({
    body,
    kept: [
      { markup: "{{< note >}}", at: 0, isTarget: false },
      { markup: '{{< ref "b.md" >}}', at: 27, isTarget: true },
    ],
  });
});
