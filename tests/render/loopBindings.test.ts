import nunjucks from "nunjucks";
import { expect, test } from "vitest";
import { bindLoopsAtOnce } from "../../src/render/loopBindings.ts";

bindLoopsAtOnce();

const environment = new nunjucks.Environment(null, { autoescape: true });

test.each([
  ["index", "1 2 3 "],
  ["index0", "0 1 2 "],
  ["revindex", "3 2 1 "],
  ["revindex0", "2 1 0 "],
  ["first", "true false false "],
  ["last", "false false true "],
  ["length", "3 3 3 "],
])("loop.%s of three", (name, shown) => {
  const template = `{% for item in list %}{{ loop.${name} }} {% endfor %}`;
  expect(environment.renderString(template, { list: ["甲", "乙", "丙"] })).toBe(shown);
});

test("an inner loop leaves the outer one's place alone", () => {
  const template =
    "{% for a, b in object %}{{ loop.index }}{{ a }}{% for c in b %}{{ loop.index }}{{ c }}{% endfor %}{{ loop.index }} {% endfor %}";
  expect(environment.renderString(template, { object: { 甲: ["子", "丑"], 乙: [] } })).toBe("1甲1子2丑1 2乙2 ");
});
