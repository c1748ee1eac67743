import fc from "fast-check";
import nunjucks from "nunjucks";
import { describe, expect, test } from "vitest";
import { hastenNunjucks } from "../../src/render/nunjucksHaste.ts";

interface Inside {
  readonly lib: { readonly escape: (text: string) => string };
  readonly runtime: { readonly Frame: { readonly prototype: { readonly set: SetName } } };
}
type SetName = (this: unknown, name: string, value: unknown, resolveUp?: boolean) => void;

const inside = nunjucks as unknown as Inside;
const { escape } = inside.lib;
const { set } = inside.runtime.Frame.prototype;

hastenNunjucks();

const environment = new nunjucks.Environment(null, { autoescape: true });

describe("loops", () => {
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
});

describe("what is escaped", () => {
  test("is what Nunjucks escapes", () => {
    const texts = fc.string({ unit: fc.oneof(fc.constantFrom("&", '"', "'", "<", ">", "\\", "`", "甲"), fc.string()) });
    fc.assert(
      fc.property(texts, (text) => {
        expect(inside.lib.escape(text)).toBe(escape(text));
      }),
    );
  });

  test("is so for every character of one byte", () => {
    const all = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
    expect(all.map((character) => inside.lib.escape(character))).toEqual(all.map((character) => escape(character)));
  });

  test("is so in a template", () => {
    expect(environment.renderString("{{ a }}{{ b }}{{ b | safe }}{{ a | escape }}", { a: "甲", b: "<'&\\\">" })).toBe(
      "甲&lt;&#39;&amp;&#92;&quot;&gt;<'&\\\">甲",
    );
  });
});

describe("what is set", () => {
  /** What frames hold after names were set in some of them, each below the one before. */
  function frames(setName: SetName, steps: readonly (readonly [number, string, number, boolean])[]): unknown {
    const { Frame } = inside.runtime as unknown as { readonly Frame: new (parent?: unknown, own?: boolean) => object };
    const outer = new Frame();
    const middle = new Frame(outer);
    const all = [outer, middle, new Frame(middle), new Frame(middle, true)];
    for (const [at, name, value, resolveUp] of steps) setName.call(all[at], name, value, resolveUp);
    return all.map((frame) => (frame as { readonly variables: unknown }).variables);
  }

  test("is what Nunjucks sets", () => {
    const step = fc.tuple(fc.nat(3), fc.constantFrom("a", "b", "c.d", "c.e.f", ""), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        expect(frames(inside.runtime.Frame.prototype.set, steps)).toEqual(frames(set, steps));
      }),
    );
  });

  test("in a loop is gone behind it, and in a condition is not", () => {
    const template =
      "{% set a = 1 %}{% for n in [2, 3] %}{% set a = n %}{% set b = n %}{{ a }}{% endfor %}{% if true %}{% set c = 4 %}{% endif %}{{ a }}{{ b }}{{ c }}";
    expect(environment.renderString(template, {})).toBe("2334");
  });
});
