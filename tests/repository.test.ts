import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { editAddress, pathInRepository, reportAddress } from "../src/repository.ts";
import { project } from "./support/command.ts";

const repository = { branch: "main", posts: "posts" };

test.each([
  ["https://github.com/o/r", "https://github.com/o/r/edit/main/posts/a.md"],
  ["https://github.com/o/r.git", "https://github.com/o/r/edit/main/posts/a.md"],
  ["https://github.com/o/r/", "https://github.com/o/r/edit/main/posts/a.md"],
  ["https://gitee.com/o/r", "https://gitee.com/o/r/edit/main/posts/a.md"],
  ["https://gitlab.com/g/s/r", "https://gitlab.com/g/s/r/-/edit/main/posts/a.md"],
  ["https://codeberg.org/o/r", "https://codeberg.org/o/r/_edit/main/posts/a.md"],
])("a file of %s is edited at %s", (url, address) => {
  expect(editAddress("a.md", { ...repository, url })).toBe(address);
});

test("a host that is not known has a pattern of its own", () => {
  const edit = "https://git.example/o/r/src/branch/{branch}/{path}?edit";
  expect(editAddress("a.md", { ...repository, url: "https://git.example/o/r", edit })).toBe(
    "https://git.example/o/r/src/branch/main/posts/a.md?edit",
  );
});

test("folders, branches and names are percent-encoded", () => {
  const address = editAddress("南通/a b#1?.md", {
    url: "https://github.com/o/r",
    branch: "fix/一",
    posts: "档案/posts",
  });
  expect(address).toBe(
    "https://github.com/o/r/edit/fix/%E4%B8%80/%E6%A1%A3%E6%A1%88/posts/%E5%8D%97%E9%80%9A/a%20b%231%3F.md",
  );
});

test.each([
  [{ posts: "posts" }, "posts/a.md"],
  [{ posts: "" }, "a.md"],
  [undefined, "a.md"],
])("in the repository %j the file is %s", (of, path) => {
  expect(pathInRepository("a.md", of)).toBe(path);
});

test.each([
  [
    "https://github.com/o/r.git",
    "https://github.com/o/r/issues/new?template=correction.yml&title=%E8%AF%AF%26&address=https%3A%2F%2Fa.example%2F%3Fb",
  ],
  ["https://gitee.com/o/r", "https://gitee.com/o/r/issues/new"],
  [
    "https://gitlab.com/g/r",
    "https://gitlab.com/g/r/-/issues/new?issue%5Btitle%5D=%E8%AF%AF%26&issue%5Bdescription%5D=https%3A%2F%2Fa.example%2F%3Fb",
  ],
  [
    "https://codeberg.org/o/r",
    "https://codeberg.org/o/r/issues/new?title=%E8%AF%AF%26&body=https%3A%2F%2Fa.example%2F%3Fb",
  ],
  ["https://git.example/o/r", undefined],
])("errors in articles of %s are reported at %s", (url, address) => {
  expect(reportAddress("误&", "https://a.example/?b", { url })).toBe(address);
});

test("the form for reports on GitHub has the field that is filled in", () => {
  const form = parse(readFileSync(join(project, ".github/ISSUE_TEMPLATE/correction.yml"), "utf8")) as {
    readonly body: readonly { readonly type: string; readonly id?: string }[];
  };
  expect(form.body.map(({ id }) => id)).toContain("address");
});
