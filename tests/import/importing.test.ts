import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { carryOut, compose, correct, lookAt, place, type Corrected, type Fresh } from "../../src/import/importing.ts";
import { temporaryFolder } from "../support/command.ts";

const given = { date: { date: "2022-03-11", precision: "day" }, source: "江海日报", category: "jianghai" } as const;
const first =
  "# 港口吞吐量再创新高\n\n全市港口前十月完成货物吞吐量2.6亿吨，集装箱吞吐量完成180万标箱，双双再创历史新高。\n";
const second = "# 生态养殖富农家\n\n走进江安镇的养殖基地，一排排标准化大棚整齐划一，预计今年产值突破3000万元。\n";
const added = "# 老城改造三年账本\n\n三年来老城改造累计投入46亿元，惠及居民3.2万户，今年还将改造37个小区。\n";

async function imported(
  text: string,
): Promise<{ readonly folder: string; readonly posts: string; readonly file: string }> {
  const folder = temporaryFolder();
  const posts = path.join(folder, "posts");
  mkdirSync(posts);
  const file = path.join(folder, "page.txt");
  writeFileSync(file, text);
  const { origin, found } = (await lookAt(file, posts, false)) as Fresh;
  carryOut(place(compose(origin, found, given), posts), origin, posts);
  return { folder, posts, file };
}

test("an article that a correction puts before the others is a new one, and those keep their files and hand-made changes", async () => {
  const { posts, file } = await imported(first + second);
  const kept = path.join(posts, "2022-03-11-生态养殖富农家.md");
  writeFileSync(kept, readFileSync(kept, "utf8").replace("江安镇", "江安镇（今属如皋市）"));
  writeFileSync(file, added + first.replace("2.6亿吨", "2.8亿吨") + second);
  const corrected = (await lookAt(file, posts, false)) as Corrected;
  const placed = correct(corrected, {}, posts);
  expect(placed.map(({ path: at, isClash, before }) => [at, isClash ?? false, before !== undefined])).toEqual([
    ["2022-03-11-老城改造三年账本.md", false, false],
    ["2022-03-11-港口吞吐量再创新高.md", false, true],
    ["2022-03-11-生态养殖富农家.md", false, true],
  ]);
  carryOut(placed, corrected.origin, posts);
  expect(readFileSync(path.join(posts, placed[1]!.path), "utf8")).toContain("2.8亿吨");
  expect(readFileSync(kept, "utf8")).toContain("今属如皋市");
  expect(readdirSync(path.join(posts, "_sources"))).toHaveLength(2);
});
