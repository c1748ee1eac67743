import { execFile } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { fangzhi, project, temporaryFolder, writeFiles, type Run } from "../support/command.ts";
import { answering, pageServer } from "../support/pageServer.ts";

/** Runs the command while this process answers it. */
async function links(args: readonly string[], language = "C.UTF-8"): Promise<Run> {
  const command = [path.join(project, "bin", "fangzhi.js"), "links", ...args];
  const env = { ...process.env, LC_ALL: language };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: project, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const article = (title: string, body: string, more = "") => `---
title: ${title}
date: 2022-03-11 08:00:00 +0800
categories: nantongribao
${more}---

${body}
`;

async function archive() {
  const host = await pageServer({
    "/there": answering(200),
    "/old": answering(301, { location: "/new" }),
    "/new": answering(200),
    "/shut": answering(403),
  });
  const { origin } = host;
  const posts = temporaryFolder();
  writeFiles(posts, {
    "2022-03-11-a.md": article(
      "甲",
      `<p>见<a href="${origin}/there">此</a>与<a href="/category/nantongribao.html">本站</a>。</p>\n<p>又见<a href="${origin}/gone?a=1&amp;b=2">彼</a>。</p>`,
      `original: ${origin}/old\n`,
    ),
    "2022-03-12-b.md": article("乙", `[甲](${origin}/gone?a=1&b=2#x)\n\n![图](${origin}/shut)`),
    "_drafts/c.md": article("丙", `<a href="${origin}/there">此</a>`),
  });
  return { host, posts, origin };
}

test("Pages that are gone, have moved or cannot be judged are told by file and line", async () => {
  const { host, posts, origin } = await archive();
  const { code, out } = await links(["--posts", posts, "--private"]);
  expect(out).toBe(`Gone (1):
  ${posts}/2022-03-11-a.md:9  ${origin}/gone?a=1&b=2 (404)
  ${posts}/2022-03-12-b.md:7  ${origin}/gone?a=1&b=2 (404)
    perhaps at https://web.archive.org/web/20220311000000/${origin}/gone?a=1&b=2
Moved for good (1):
  ${posts}/2022-03-11-a.md:5  ${origin}/old → ${origin}/new
Cannot be judged from here; look yourself (1):
  ${posts}/2022-03-12-b.md:9  ${origin}/shut (403)
4 addresses outside the site, 4 asked for: 1 there, 1 gone, 1 moved, 1 unsure.
`);
  expect(code).toBe(0);
  expect(host.asked.filter((each) => each.endsWith("/there"))).toEqual(["HEAD /there"]);
});

test("Programs are told in JSON; --strict fails when a page is gone", async () => {
  const { posts, origin } = await archive();
  const { code, out } = await links(["--posts", posts, "--private", "--format", "json", "--strict"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    addresses: 4,
    asked: 4,
    alive: 1,
    dead: [
      {
        address: `${origin}/gone?a=1&b=2`,
        because: "404",
        places: [
          { file: `${posts}/2022-03-11-a.md`, line: 9 },
          { file: `${posts}/2022-03-12-b.md`, line: 7 },
        ],
      },
    ],
    moved: [{ address: `${origin}/old`, to: `${origin}/new` }],
    unsure: [{ because: "403" }],
  });
});

test("This machine is not asked unless that is wanted; the report speaks Chinese in a Chinese locale", async () => {
  const { host, posts } = await archive();
  const { out, code } = await links(["--posts", posts, "--limit", "2", "--strict"], "zh_CN.UTF-8");
  expect(out).toContain("无法判断，请人工查看（2 个）：");
  expect(out).toContain("(内网地址，未询问)");
  expect(out).toContain("站外网址 4 个，询问 2 个：有效 0，失效 0，迁移 0，无法判断 2。");
  expect(code).toBe(0);
  expect(host.asked).toEqual([]);
});

test.each([
  [["--timeout", "0"], "--timeout is a number from 1 to 600, not 0."],
  [["--concurrency", "many"], "--concurrency is a number from 1 to 64, not many."],
  [["--format", "xml"], "--format is text or json, not xml."],
])("%j is wrong usage", (args, message) => {
  const { code, err } = fangzhi(["links", ...args]);
  expect(err).toBe(`${message}\n`);
  expect(code).toBe(2);
});
