import { expect, test } from "vitest";
import { catalogue } from "../../../src/catalogue/catalogue.ts";
import { drawPageSets } from "../../../src/render/draw.ts";
import { pressOf } from "../../../src/render/press.ts";
import { articlesOf, entriesOf, type Files } from "../../support/archives.ts";
import { project } from "../../support/command.ts";
import { drawingOf } from "../../support/pages.ts";

const press = pressOf({ title: "档案", url: "https://archive.example", cards: false }, project);
const files: Files = {
  "2022-03-12-a.md": { date: "2022-03-12", body: "第一篇的正文。" },
  "2022-03-11-b.md": { date: "2022-03-11", body: "第二篇的正文，见“附件”。" },
};
const articleFiles = ["api/article/2022/03/12/a.json", "api/article/2022/03/11/b.json"] as const;

/** Draws these pages in this order, as one thread does. */
function draw(some: Files, paths: readonly string[]): readonly string[] {
  const articles = articlesOf(some, press.site);
  const archive = catalogue(entriesOf(articles), press.site);
  const pages = new Map(
    [...drawPageSets(press, drawingOf(press.site, archive, articles))].map((page) => [page.path, page]),
  );
  return paths.map((path) => {
    const content = pages.get(path)!.content();
    return typeof content === "string" ? content : Buffer.from(content as Uint8Array).toString("utf8");
  });
}

test("a line of a volume is the record of an article without its body, newest first", () => {
  const [first, second, lines] = draw(files, [...articleFiles, "data/articles-2022-03.jsonl"]);
  const records = [first!, second!].map((text) => {
    const { body, ...record } = JSON.parse(text) as Record<string, unknown>;
    expect(body).toContain("的正文");
    return `${JSON.stringify(record)}\n`;
  });
  expect(lines).toBe(records.join(""));
});

test("a volume's files are the same with and without those of its articles made before", () => {
  const volumeFiles = ["jsonl", "csv", "sha256"].map((file) => `data/articles-2022-03.${file}`);
  const alone = draw(files, volumeFiles);
  for (const before of [articleFiles, articleFiles.slice(1)]) {
    // The files of the volume that was made last are not made again.
    draw({ "2021-12-31-c.md": { date: "2021-12-31" } }, ["data/articles-2021-12.jsonl"]);
    expect(draw(files, [...before, ...volumeFiles]).slice(before.length)).toEqual(alone);
  }
});

test("a volume never has an article as it was before", () => {
  const corrected: Files = { ...files, "2022-03-12-a.md": { date: "2022-03-12", body: "第一篇改正后的正文。" } };
  draw(files, articleFiles);
  const [lines] = draw(corrected, ["data/articles-2022-03.jsonl"]);
  expect(lines).toContain("改正后的正文");
  draw(corrected, articleFiles);
  expect(draw(files, ["data/articles-2022-03.jsonl"])[0]).not.toContain("改正后");
});
