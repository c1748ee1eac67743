import fc from "fast-check";
import { expect, test } from "vitest";
import { slugOf } from "../../src/normalise/slug.ts";

test.each([
  ["南通 日报", "南通-日报"],
  ["TechWeb", "TechWeb"],
  ["anxinguojizhengquan(xianggang)", "anxinguojizhengquan(xianggang)"],
  ["  两端  空格  ", "两端-空格"],
  ["a/b\\c", "a-b-c"],
  ["../../etc/passwd", "etc-passwd"],
  [".hidden", "hidden"],
  ["cafe\u0301", "caf\u00e9"],
  ["C++ & C#", "C++-&-C"],
  ["“双碳”目标", "双碳-目标"],
])("slug of %j is %s", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test.each([[""], ["..."], ["！？"], ["🎉"], ["/"], ["--"]])(
  "slug of %j, which has no letters, is a short hash",
  (text) => {
    expect(slugOf(text)).toMatch(/^x-[0-9a-f]{8}$/);
  },
);

test("texts without letters have different slugs", () => {
  expect(slugOf("🎉")).not.toBe(slugOf("🎊"));
});

test("a long slug is cut between characters and ends in a hash of the whole", () => {
  const slug = slugOf("长".repeat(100));
  expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
  expect(slug).toMatch(/^长+-[0-9a-f]{8}$/);
  expect(slug).not.toBe(slugOf("长".repeat(101)));
});

test("no text makes a slug that is empty, leaves the folder or does not fit a file name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const slug = slugOf(text);
      expect(slug).not.toBe("");
      expect(slug).not.toMatch(/[/\\\0]|^\./);
      expect(slug).toBe(slug.normalize("NFC"));
      expect(Buffer.byteLength(`${slug}.html`)).toBeLessThanOrEqual(255);
    }),
  );
});

test.each([
  [200, 200],
  [201, 200],
  [5000, 200],
])("of %i plain letters a slug has %i", (letters, length) => {
  expect(slugOf("a".repeat(letters))).toHaveLength(length);
});

test("what is a slug already stays, however it is told", () => {
  const rule = (text: string) => text.replace(/[^\w]+/g, "-").replace(/^-+|-+$/g, "");
  const text = fc.string({ unit: fc.constantFrom("a", "Z", "0", "_", "-"), minLength: 1, maxLength: 199 });
  fc.assert(
    fc.property(
      text.filter((written) => /\w/.test(written)),
      (written) => {
        expect(slugOf(written)).toBe(rule(written));
      },
    ),
  );
});
