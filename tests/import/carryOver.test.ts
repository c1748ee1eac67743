import { expect, test } from "vitest";
import { carryOver } from "../../src/import/carryOver.ts";

test.each([
  ["both changes, in lines next to each other", "一！\n二\n三", "一\n二\n三", "一\n二！\n三", "一！\n二！\n三", false],
  ["both changes, far apart", "一！\n二\n三", "一\n二\n三", "一\n二\n三！", "一！\n二\n三！", false],
  ["one change that both made", "一！\n二", "一\n二", "一！\n二", "一！\n二", false],
  ["a line added by hand above one that has changed", "零\n一\n二", "一\n二", "一\n二！", "零\n一\n二！", false],
  ["what is new, where both changed one line", "一？\n二", "一\n二", "一！\n二", "一！\n二", true],
])("keeps %s", (_, mine, base, now, text, isClash) => {
  expect(carryOver(mine, base, now)).toEqual({ text, isClash });
});
