import { expect, test } from "vitest";
import { readPelicanSettings } from "../../../../src/import/systems/pelican/settings.ts";
import { temporaryFolder, writeFiles } from "../../../support/command.ts";

function settingsIn(text: string) {
  const root = temporaryFolder();
  writeFiles(root, { "pelicanconf.py": text });
  const { values, computed } = readPelicanSettings(root)!;
  return { values: Object.fromEntries(values), computed };
}

test.each<[python: string, values: Record<string, unknown>]>([
  ["PATH = 'content'  # 文章", { PATH: "content" }],
  ['ARTICLE_URL = "{date:%Y}/{slug}/"', { ARTICLE_URL: "{date:%Y}/{slug}/" }],
  ["FILENAME_METADATA = r'(?P<date>\\d{4})'", { FILENAME_METADATA: "(?P<date>\\d{4})" }],
  ["ARTICLE_PATHS = [\n  'a',  # 一\n  \"b\",\n]", { ARTICLE_PATHS: ["a", "b"] }],
  ["ARTICLE_PATHS = ('a', )", { ARTICLE_PATHS: ["a"] }],
  ["USE_FOLDER_AS_CATEGORY = False", { USE_FOLDER_AS_CATEGORY: false }],
  ["PATH = 'a'\nPATH = 'b'", { PATH: "b" }],
])("%j says %j", (python, values) => {
  expect(settingsIn(python)).toEqual({ values, computed: [] });
});

test.each(["PATH = os.environ['X']", "PATH = 'a' + 'b'", "ARTICLE_PATHS = ['a'] + more", "PATH = 'a' if x else 'b'"])(
  "%j is not run, and is told of",
  (python) => {
    const { values, computed } = settingsIn(`${python}\n`);
    expect(values).toEqual({});
    expect(computed).toEqual([python.split(" ")[0]]);
  },
);
