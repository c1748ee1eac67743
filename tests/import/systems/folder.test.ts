import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../../../src/import/systems/folder.ts";
import type { SystemName } from "../../../src/import/systems/names.ts";
import { systems } from "../../../src/import/systems/systems.ts";
import { siteOf } from "../../support/articles.ts";
import { temporaryFolder, writeFiles } from "../../support/command.ts";
import { importTime } from "../../support/oldSites.ts";

test("links are listed and not followed, and folders of dependencies are left out", () => {
  const root = temporaryFolder();
  writeFiles(root, { "b/c.md": "", "a.md": "", "node_modules/x.md": "", ".git/y.md": "" });
  symlinkSync("a.md", path.join(root, "link.md"));
  symlinkSync("b", path.join(root, "linked"));
  symlinkSync("nowhere", path.join(root, "dangling.md"));
  expect(filesBelow(root)).toEqual({
    files: ["a.md", "b/c.md", "dangling.md", "link.md"],
    linkedFolders: ["linked"],
  });
});

test.each<[SystemName, configuration: string, folder: string]>([
  ["jekyll", "_config.yml", "_posts"],
  ["hugo", "hugo.toml", "content"],
  ["hexo", "_config.yml", "source/_posts"],
  ["pelican", "pelicanconf.py", "content"],
])("of a %s site whose posts are a link, that is said", (system, configuration, folder) => {
  const root = temporaryFolder();
  writeFiles(root, { [configuration]: "", [`${folder}/a.md`]: "---\ntitle: 甲\n---\n" });
  symlinkSync(temporaryFolder(), path.join(root, folder, "more"));
  const { remarks, assets } = systems[system].open(root, { site: siteOf(), now: importTime });
  expect(remarks).toContainEqual(expect.objectContaining({ rule: "old-linked-folder", path: `${folder}/more` }));
  expect(assets).toEqual([]);
});
