import { cpSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { fangzhi, filesIn, project, temporaryFolder } from "../support/command.ts";

const posts = path.join(project, "tests", "fixtures", "site");

function build(args: readonly string[], options: Parameters<typeof fangzhi>[1] = {}): ReadonlyMap<string, string> {
  const output = path.join(temporaryFolder(), "site");
  expect(fangzhi(["build", "--quiet", "--posts", posts, "--output", output, ...args], options).code).toBe(0);
  return new Map(filesIn(output).map((file) => [file, readFileSync(path.join(output, file), "base64")]));
}

let first: ReturnType<typeof build> | undefined;
/** The site as it comes out here. */
const usual = () => (first ??= build([]));

test.each([
  ["again", {}],
  ["in New York, in the C locale", { env: { TZ: "America/New_York", LC_ALL: "C", LANG: "C" } }],
  ["in Samoa, in a Chinese locale", { env: { TZ: "Pacific/Apia", LC_ALL: "zh_CN.UTF-8" } }],
  ["from another working directory", { cwd: "/" }],
])("the same bytes %s", (_, options) => {
  expect(build([], options)).toEqual(usual());
});

test("the same bytes from a copy whose files were written in another order, at other times", () => {
  const copy = path.join(temporaryFolder(), "copy");
  for (const entry of readdirSync(posts).toReversed()) {
    cpSync(path.join(posts, entry), path.join(copy, entry), { recursive: true });
    utimesSync(path.join(copy, entry), 1, 1);
  }
  expect(build(["--posts", copy])).toEqual(usual());
});

test("a second build into the same folder writes nothing", () => {
  const output = path.join(temporaryFolder(), "site");
  const args = ["build", "--posts", posts, "--output", output];
  fangzhi(args);
  expect(fangzhi(args).out).toMatch(/ 0 of them written/);
});
