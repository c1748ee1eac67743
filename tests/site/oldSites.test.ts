import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { fangzhi, temporaryFolder } from "../support/command.ts";
import { builtAddresses, oldSites } from "../support/oldSites.ts";
import { jsonOf } from "../support/site.ts";

test("sites of Jekyll and Hugo, imported by the command and built, stand at their old addresses", () => {
  const [posts, output, cache] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  // Folders above _posts are categories, so Jekyll's must be the top one.
  for (const [system, below] of [
    ["jekyll", "."],
    ["hugo", "hugo"],
  ] as const) {
    const args = ["import", system, path.join(oldSites, system), "--posts", path.join(posts, below), "--json"];
    const run = fangzhi(args);
    // Each fixture has files that cannot be imported.
    expect(run.code).toBe(1);
    const { candidates, imported, draft, unchanged, differs, failed, ...rest } = jsonOf(run) as Record<string, number>;
    expect(imported! + draft! + unchanged! + differs! + failed! + rest["passed-over"]!).toBe(candidates);
    expect(jsonOf(fangzhi(args))).toMatchObject({ imported: 0, draft: 0, unchanged: imported! + draft! });
  }
  const build = fangzhi(["build", "--posts", posts, "--output", output, "--cache", cache, "--drafts", "--json"]);
  expect(build.code).toBe(0);
  expect(jsonOf(build)).toMatchObject({ heldBack: [] });
  const addresses = [...builtAddresses("jekyll"), ...builtAddresses("hugo")];
  expect(addresses.filter((address) => !existsSync(path.join(output, address)))).toEqual([]);
});

test.each([
  [["import", "hugo", "tests/fixtures/site"], /has no Hugo configuration/],
  [["import", "hexo", "tests/fixtures/site"], /has no _config\.yml of Hexo/],
  [["import", "pelican", "tests/fixtures/site"], /has no pelicanconf\.py/],
  [["import", "wordpress", "package.json"], /is no export of WordPress/],
  [["import", "jekyll", "no-such-folder"], /cannot be read/],
  [["import", "jekyll"], /After jekyll comes one path/],
  [["import", "jekyll", "tests/fixtures/site", "--category", "a"], /--category is for files/],
])("%j is told what is wrong", (args, words) => {
  const run = fangzhi([...args, "--posts", temporaryFolder()]);
  expect(run.code).toBe(2);
  expect(run.err).toMatch(words);
});
