import { expect, test } from "vitest";
import { simplifiedPairs } from "../../src/search/simplified.ts";

const pairs = new Map(
  simplifiedPairs()
    .match(/../gu)!
    .map((two) => [two[0]!, two[1]!]),
);

test.each([
  ["國", "国"],
  ["後", "后"],
  ["發", "发"],
  ["髮", "发"],
  ["乾", "干"],
  ["幹", "干"],
  ["臺", "台"],
  ["裡", "里"],
  ["裏", "里"],
  ["說", "说"],
  ["説", "说"],
  ["衞", "卫"],
  ["為", "为"],
  ["爲", "为"],
])("%s is a traditional form of %s", (traditional, simplified) => {
  expect(pairs.get(traditional)).toBe(simplified);
});

test.each(Array.from("国后发干台里人一港口"))("%s is no traditional form", (character) => {
  expect(pairs.has(character)).toBe(false);
});

test("the pairs are Han characters of one unit, each with another", () => {
  expect(pairs.size).toBeGreaterThan(2500);
  expect(simplifiedPairs()).toHaveLength(pairs.size * 2);
  for (const [traditional, simplified] of pairs) {
    expect(traditional + simplified).toMatch(/^[\u3400-\u9fff]{2}$/);
    expect(traditional).not.toBe(simplified);
  }
});
