import { readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { copyOfSite, fangzhi, project, temporaryFolder, textIn, writeFiles } from "../support/command.ts";

/** A site with one article, whose configuration imports a file of its own. */
function site(): { readonly folder: string; readonly build: () => ReturnType<typeof fangzhi> } {
  const folder = temporaryFolder();
  copyOfSite(folder);
  const config = path.join(folder, ".eleventy.ts");
  const text = readFileSync(config, "utf8").replace('title: "区域经济新闻档案"', "title: name");
  writeFileSync(config, `import { name } from "./name.ts";\n${text}`);
  writeFiles(folder, {
    "name.ts": 'export const name: string = "甲档案";\n',
    "posts/2022-03-11-a.md": "---\ntitle: 标题\n---\n<p>正文。</p>\n",
  });
  return { folder, build: () => fangzhi(["build", "--quiet"], { cwd: folder }) };
}

test("what the configuration imports of the site's own counts as configuration", () => {
  const { folder, build } = site();
  expect(build()).toMatchObject({ code: 0 });
  expect(textIn(folder, "_site/2022/03/11/a.html")).toContain("｜甲档案</title>");
  writeFileSync(path.join(folder, "name.ts"), 'export const name = "乙档案";\n');
  expect(build()).toMatchObject({ code: 0 });
  expect(textIn(folder, "_site/2022/03/11/a.html")).toContain("｜乙档案</title>");
});

test("a compiled configuration that is damaged is made again", () => {
  const { folder, build } = site();
  build();
  const cache = path.join(folder, ".cache/config");
  for (const name of readdirSync(cache)) {
    const file = path.join(cache, name);
    writeFileSync(file, readFileSync(file, "utf8").replace("甲档案", "丙档案"));
    expect(build()).toMatchObject({ code: 0, err: "" });
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 50));
    expect(build()).toMatchObject({ code: 0, err: "" });
  }
  expect(textIn(folder, "_site/index.html")).toContain("甲档案");
});

test("an error in the configuration names its file and line", () => {
  const { folder, build } = site();
  writeFileSync(path.join(folder, "name.ts"), "export const name = ;\n");
  const { code, err } = build();
  expect(code).toBe(1);
  expect(err).toMatch(/^\.eleventy\.ts cannot be loaded: .*name\.ts:1:20/s);
});

test("a site that reaches the program by a link has one program, not two", () => {
  const { folder, build } = site();
  const config = path.join(folder, ".eleventy.ts");
  symlinkSync(path.join(project, "src"), path.join(folder, "program"));
  const text = readFileSync(config, "utf8").replace(path.join(project, "src/index.ts"), "./program/index.ts");
  writeFileSync(config, text);
  expect(build()).toMatchObject({ code: 0 });
  expect(textIn(folder, "_site/index.html")).toContain("标题");
});

test("a site that has moved is not built anew, for the same configuration stands elsewhere", () => {
  const { folder, build } = site();
  build();
  const moved = path.join(temporaryFolder(), "moved");
  renameSync(folder, moved);
  const run = fangzhi(["build"], { cwd: moved });
  expect(run.out).toContain("1 articles read, 1 from the cache");
});
