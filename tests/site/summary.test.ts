import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { copyOfSite, fangzhi, temporaryFolder, textIn, writeFiles } from "../support/command.ts";

const article = (title: string, text = title) => `---
title: "${title}"
date: 2022-03-11 08:00:00 +0800
categories: nantongribao
---

${text}。
`;

function site(posts: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  copyOfSite(root);
  writeFiles(path.join(root, "posts"), posts);
  return root;
}

/** Builds, and gives what is written of it. */
function summary(root: string, more: readonly string[] = [], locale = "C.UTF-8"): string {
  const { code, err } = fangzhi(["build", "--summary", "summary.md", "--quiet", ...more], {
    cwd: root,
    env: { LC_ALL: locale },
  });
  expect(err.replace(/^(?:Held back|未能发布|  ).*\n/gm, "")).toBe("");
  expect(code).toBe(0);
  return textIn(root, "summary.md");
}

const posts = {
  "2022-03-11-a.md": article("甲"),
  "2022-03-11-b.md": article("乙"),
  "2022-03-11-c.md": article("丙"),
};

test("A first build has nothing to compare its articles with", () => {
  const first = summary(site(posts));
  expect(first).toContain("3 articles published, 0 held back, 0 merged, 0 not published yet.");
  expect(first).toContain("### Articles\n\nThere is no earlier build to compare with, or");
  expect(first).toContain("| articles and redirects | 3 | 0 | 0 |");
});

test("A later one tells which articles and pages it has added, changed, removed and held back", () => {
  const root = site(posts);
  summary(root);
  writeFiles(path.join(root, "posts"), {
    "2022-03-11-b.md": article("乙", "改正后的正文"),
    "2022-03-11-d*`.md": article("丁<script>"),
    "2022-03-12-e.md": article("甲"),
    "2022-03-11-f.md": article("甲"),
    "2022-03-11-g.md": "---\ntitle: [坏\n---\n",
    "_drafts/h.md": article("未定"),
  });
  rmSync(path.join(root, "posts/2022-03-11-c.md"));
  const later = summary(root);
  const [, articles = "", heldBack = "", warnings = "", merged = "", waiting = "", pages = ""] = later.split("### ");
  expect(articles).toBe(`Articles (added 5, changed 1, removed 1)

- changed **乙** \`posts/2022-03-11-b.md\` → \`/nantongribao/2022/03/11/b.html\`
- removed \`posts/2022-03-11-c.md\`
- added **丁\\<script\\>** \`\`posts/2022-03-11-d*\`.md\`\` → \`/nantongribao/2022/03/11/d.html\`
- added **甲** \`posts/2022-03-11-f.md\` → \`/nantongribao/2022/03/11/a.html\`
- added \`posts/2022-03-11-g.md\` (held back, see below)
- added **甲** \`posts/2022-03-12-e.md\` → \`/nantongribao/2022/03/11/a.html\`
- added \`posts/_drafts/h.md\` (not published yet)

`);
  expect(heldBack).toMatch(/^Held back \(1\)\n\n- `posts\/2022-03-11-g.md:2:\d+` .+\n\n$/);
  expect(warnings).toMatch(
    /^Worth mending in these articles \(1\)\n\n- ``posts\/2022-03-11-d\*`.md:2:10`` .*\\<script\\>/,
  );
  expect(merged).toContain("Merged duplicates (2)");
  expect(merged).toContain("- `posts/2022-03-11-f.md:1:1` ");
  expect(waiting).toContain("Not published yet (1)");
  expect(pages).toContain("| articles and redirects |");
  expect(pages).toContain("- added `/nantongribao/2022/03/11/d.html`");
  expect(pages).toContain("- changed `/nantongribao/2022/03/11/b.html`");
  expect(pages).toContain("- removed `/nantongribao/2022/03/11/c.html`");
  expect(pages).toContain("| home | 0 | 1 | 0 |");

  const again = summary(root, [], "zh_CN.UTF-8");
  expect(again).toContain("### 文章 (新增 0，修改 0，删除 0)\n\n没有变化。");
  expect(again).toContain("### 网站的页面与文件 (新增 0，修改 0，删除 0)\n\n没有变化。");
  expect(again).toContain("### 未能发布 (1)");
});

test("It stays short however much has changed", () => {
  const many = Array.from({ length: 200 }, (_, index) => [`2022-03-11-n${index}.md`, article(`题${index}`)] as const);
  const root = site(posts);
  summary(root);
  writeFiles(path.join(root, "posts"), Object.fromEntries(many));
  const later = summary(root);
  expect(later).toContain("### Articles (added 200, changed 0, removed 0)");
  expect(later).toContain("- and 180 more\n");
  expect(later.length).toBeLessThan(50_000);
});

test("Without the cache there is nothing to compare articles with, but pages are compared", () => {
  const root = site(posts);
  summary(root);
  writeFiles(path.join(root, "posts"), { "2022-03-11-b.md": article("乙", "改正后的正文") });
  const later = summary(root, ["--no-cache"]);
  expect(later).toContain("There is no earlier build to compare with");
  expect(later).toContain("- changed `/nantongribao/2022/03/11/b.html`");
  expect(later).not.toContain("- changed `/nantongribao/2022/03/11/a.html`");
});

test("A summary that cannot be written is a fault of the folder", () => {
  const root = site(posts);
  const { code, err } = fangzhi(["build", "--summary", "none/summary.md", "--quiet"], { cwd: root });
  expect(err).toContain("ENOENT");
  expect(code).toBe(1);
});
