import fc from "fast-check";
import { expect, test } from "vitest";
import { solid } from "../../../src/characters.ts";
import { readDocx } from "../../../src/import/formats/docx.ts";
import { pack, unpack } from "../../../src/import/formats/docxParts.ts";
import type { SourceLine } from "../../../src/import/source.ts";
import { docxOf, paragraph, run } from "../../support/docx.ts";

const linesOf = async (body: string) => (await readDocx(await docxOf(body))).lines;
const textsOf = async (body: string) => (await linesOf(body)).map(({ text }) => text);
const fateOf = ({ role, text }: SourceLine) => [role, text];
const cell = (inside: string) => `<w:tc><w:tcPr/>${inside}</w:tc>`;
const box = (inside: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const oldBox = (inside: string) =>
  `<w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict>`;
const prose = "去年以来，当地一批重大项目相继开工，企业、园区与部门之间往来不断。";

test("styles tell titles, headings and captions", async () => {
  const lines = await linesOf(
    paragraph(run("港城新答卷"), "Title") +
      paragraph(run("一、水上通道"), "heading 1") +
      paragraph(run(prose)) +
      paragraph(run("新港一号码头"), "caption") +
      paragraph(run("加的是通道", "<w:b/>")) +
      paragraph(run(prose)),
  );
  expect(lines.map(fateOf)).toEqual([
    ["title", "港城新答卷"],
    ["heading", "一、水上通道"],
    ["paragraph", prose],
    ["caption", "新港一号码头"],
    ["heading", "加的是通道"],
    ["paragraph", prose],
  ]);
  expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("large type tells a title and headings that have no style", async () => {
  const lines = await linesOf(
    paragraph(run("港城新答卷", '<w:sz w:val="44"/>')) +
      paragraph(run(prose, '<w:sz w:val="32"/>')) +
      paragraph(run("加的是通道", '<w:sz w:val="36"/>')) +
      paragraph(run(prose, '<w:sz w:val="32"/>')),
  );
  expect(lines.map(({ role }) => role)).toEqual(["title", "paragraph", "heading", "paragraph"]);
});

test("the first heading is the title of a document that has no other", async () => {
  const lines = await linesOf(paragraph(run("港城新答卷"), "heading 1") + paragraph(run("通道"), "heading 2"));
  expect(lines.map(fateOf)).toEqual([
    ["title", "港城新答卷"],
    ["heading", "通道"],
  ]);
});

test.each([
  [
    "tables a line each",
    `<w:tbl><w:tr>${cell(paragraph(run("指标")))}${cell(paragraph(run("2022年")))}</w:tr></w:tbl>`,
    ["指标\t2022年"],
  ],
  [
    "cells that are merged with those above",
    `<w:tbl><w:tr>${cell(paragraph(run("上")))}</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph(run("下"))}</w:tc></w:tr></w:tbl>`,
    ["上", "下"],
  ],
  ["line breaks", paragraph(`${run("上")}<w:r><w:br/></w:r>${run("下")}`), ["上", "下"]],
  ["text boxes", paragraph(`${run("上")}<w:r>${box(paragraph(run("框")))}</w:r>`), ["上", "框"]],
  ["text boxes for old programs", paragraph(`${run("上")}<w:r>${oldBox(paragraph(run("框")))}</w:r>`), ["上", "框"]],
  [
    "text boxes in both forms",
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(paragraph(run("框")))}</mc:Choice><mc:Fallback>${oldBox(paragraph(run("框")))}</mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ["框"],
  ],
  ["simple fields", paragraph(`<w:fldSimple w:instr="DATE">${run("2022年")}</w:fldSimple>`), ["2022年"]],
  [
    "readings",
    paragraph(`<w:r><w:ruby><w:rt>${run("tōng")}</w:rt><w:rubyBase>${run("通")}</w:rubyBase></w:ruby></w:r>`),
    ["通tōng"],
  ],
  ["formulas", paragraph(`<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`), ["x+1"]],
  ["text with a direction", paragraph(`<w:bdo w:val="ltr">${run("向")}</w:bdo>`), ["向"]],
  ["boxes to tick", paragraph(`<w:sdt><w:sdtPr/><w:sdtContent>${run("☐")}</w:sdtContent></w:sdt>`), ["☐"]],
  ["no deleted text", paragraph(`${run("留")}<w:del><w:r><w:delText>删</w:delText></w:r></w:del>`), ["留"]],
  ["moved text once", paragraph(`<w:moveFrom>${run("移")}</w:moveFrom><w:moveTo>${run("移")}</w:moveTo>`), ["移"]],
])("there are %s", async (_, body, texts) => {
  expect(await textsOf(body)).toEqual(texts);
});

test("notes stand at the end, and headers and footers around the text", async () => {
  const body = paragraph(`${run("正文")}<w:r><w:footnoteReference w:id="2"/></w:r>`);
  const beside = { footnote: paragraph(run("注文")), header: paragraph(run("页眉")), footer: paragraph(run("页脚")) };
  const { lines } = await readDocx(await docxOf(body, beside));
  expect(lines.map(({ text }) => text)).toEqual(["页眉", "正文[1]", "[1] 注文", "页脚"]);
});

test("the numbered parts of Word on the web are read as those without", async () => {
  const whole = await docxOf(paragraph(run("正文")), { header: paragraph(run("页眉")) });
  const parts = await unpack(whole);
  const numbered = new Map(
    Array.from(parts, ([name, xml]) => [
      name.replace("word/document.xml", "word/document2.xml").replace("word/_rels/document.", "word/_rels/document2."),
      xml.replaceAll("word/document.xml", "word/document2.xml"),
    ]),
  );
  expect((await readDocx(await pack(numbered))).lines.map(({ text }) => text)).toEqual(["页眉", "正文"]);
});

test("its title is stated, but not who made the file and when", async () => {
  const core =
    "<dc:title>港城</dc:title><dc:creator>陈可</dc:creator><dcterms:created>2022-10-13T01:00:00Z</dcterms:created>";
  expect((await readDocx(await docxOf(paragraph(run("文")), { core }))).statements).toEqual([
    { field: "title", value: "港城", from: "docProps/core.xml <dc:title>" },
  ]);
});

test.each([
  ["a document of an old program", Buffer.from("d0cf11e0a1b11ae1", "hex"), "Save it as .docx"],
  ["no archive", Buffer.from("PK\u0003\u0004 and no more"), "damaged"],
  ["an archive without a document", await pack(new Map([["word/styles.xml", "<x/>"]])), "no text"],
  ["a document that is no XML", await pack(new Map([["word/document.xml", "<w:p><w:t>文"]])), "damaged"],
  [
    "a document that unpacks without end",
    await pack(new Map([["word/document.xml", " ".repeat(33 * 1024 * 1024)]])),
    "too large",
  ],
])("%s is refused", async (_, bytes, message) => {
  await expect(readDocx(bytes)).rejects.toThrow(message);
});

test("every character of every text is in the lines, once", async () => {
  const words = fc.stringMatching(/^[一-龥a-z0-9，。　 &<"\u{20000}-\u{20010}]{0,12}$/u).map((text) => run(text));
  const { blocks } = fc.letrec<{ runs: string; blocks: string; phrase: string }>((tie) => ({
    phrase: fc.oneof(
      { maxDepth: 4 },
      words,
      tie("runs").map((inside) => `<w:fldSimple>${inside}</w:fldSimple>`),
      tie("runs").map((inside) => `<w:hyperlink w:anchor="x">${inside}</w:hyperlink>`),
      tie("runs").map((inside) => `<w:ins>${inside}</w:ins>`),
      tie("runs").map((inside) => `<w:unheardOf><w:smartTag>${inside}</w:smartTag></w:unheardOf>`),
      tie("blocks").map((inside) => `<w:r>${box(inside)}</w:r>`),
      tie("blocks").map((inside) => `<w:r>${oldBox(inside)}</w:r>`),
    ),
    runs: fc.array(tie("phrase"), { maxLength: 3 }).map((all) => all.join("")),
    blocks: fc.oneof(
      { maxDepth: 4 },
      fc
        .tuple(tie("runs"), fc.constantFrom(undefined, "Title", "heading 1", "caption"))
        .map(([inside, style]) => paragraph(inside, style)),
      fc
        .array(fc.array(tie("blocks"), { maxLength: 2 }), { maxLength: 2 })
        .map(
          (rows) =>
            `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((inside) => cell(inside + paragraph(""))).join("")}</w:tr>`).join("")}</w:tbl>`,
        ),
    ),
  }));
  const sorted = (text: string) => Array.from(solid(text)).sort().join("");
  await fc.assert(
    fc.asyncProperty(fc.array(blocks, { minLength: 1, maxLength: 4 }), async (all) => {
      const body = all.join("");
      const written = [...body.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
      const plain = written.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
      expect(sorted((await textsOf(body)).join(""))).toBe(sorted(plain));
    }),
    { numRuns: 150 },
  );
});
