import { expect, test } from "vitest";
import type { SourcePath } from "../../src/model.ts";
import { readFileName } from "../../src/normalise/fileName.ts";

const read = (path: string) => readFileName(path as SourcePath);

test.each([
  ["2022-03-11-NW202203112305042277.md", "2022-03-11", "NW202203112305042277"],
  ["2021/12/2021-12-08-202112082206672930.md", "2021-12-08", "202112082206672930"],
  ["22-3-1-x.md", "2022-03-01", "x"],
  ["68-3-1-x.md", "2068-03-01", "x"],
  ["69-3-1-x.md", "1969-03-01", "x"],
  ["2022-3-1-single.md", "2022-03-01", "single"],
  ["2010-02-12-optional-url.aspx.markdown", "2010-02-12", "optional-url.aspx"],
  ["2006-03-16-IfYouCutAMort,DoesHeNotBleed.aspx.markdown", "2006-03-16", "IfYouCutAMort,DoesHeNotBleed.aspx"],
  ["2022-03-11-trailing....md", "2022-03-11", "trailing"],
  ["2022-03-11-中文 名称.md", "2022-03-11", "中文 名称"],
  ["2022-02-30-x.md", "2022-02-30", "x"],
  ["2022-03-11.md", "2022-03-11", "2022-03-11"],
  ["2022-03-11-.md", "2022-03-11", "2022-03-11-"],
])("%s has the date %s and the slug %s", (path, date, slug) => {
  expect(read(path)).toMatchObject({ date, slug, draft: false });
});

test.each([
  ["x.md", "x"],
  ["022-3-1-x.md", "022-3-1-x"],
  ["2022-03-x.md", "2022-03-x"],
  ["20220311-x.md", "20220311-x"],
  ["x-2022-03-11-y.md", "x-2022-03-11-y"],
  ["no-ending", "no-ending"],
])("%s has no date and the slug %s", (path, slug) => {
  expect(read(path).slug).toBe(slug);
  expect(read(path)).not.toHaveProperty("date");
});

test.each([
  ["2022-03-11-x.md", []],
  ["2022/03/2022-03-11-x.md", []],
  ["_posts/2022-03-11-x.md", []],
  ["_posts/sub/2022-03-11-x.md", []],
  ["news/_posts/2022-03-11-x.md", ["news"]],
  ["news/Local/_posts/2022/2022-03-11-x.md", ["news", "Local"]],
  ["南通/_posts/2022-03-11-x.md", ["南通"]],
  ["news/_drafts/x.md", ["news"]],
])("%s stands in the categories %j", (path, categories) => {
  expect(read(path).categories).toEqual(categories);
});

test.each([
  ["_drafts/x.md", true],
  ["news/_drafts/x.md", true],
  ["_posts/2022-03-11-x.md", false],
  ["drafts/2022-03-11-x.md", false],
])("%s is a draft: %s", (path, draft) => {
  expect(read(path).draft).toBe(draft);
});
