import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "../../src/read/encoding.ts";

/** The bytes of a file; texts stand for their UTF-8. */
function bytesOf(...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Uint8Array.from(part))));
}

const hex = (digits: string) => Buffer.from(digits, "hex");
const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

test.each([
  ["nothing", bytesOf(), "utf-8", ""],
  ["UTF-8", bytesOf("南通日报"), "utf-8", "南通日报"],
  ["UTF-8 with a byte order mark", bytesOf([0xef, 0xbb, 0xbf], "南通日报"), "utf-8", "南通日报"],
  ["a byte order mark alone", bytesOf([0xef, 0xbb, 0xbf]), "utf-8", ""],
  ["UTF-8 of four bytes", bytesOf("𠮷野家😀"), "utf-8", "𠮷野家😀"],
  ["UTF-16LE", bytesOf([0xff, 0xfe], utf16le("南通 𠮷")), "utf-16le", "南通 𠮷"],
  ["UTF-16BE", bytesOf([0xfe, 0xff], utf16be("南通 𠮷")), "utf-16be", "南通 𠮷"],
  ["UTF-16 without any text", bytesOf([0xff, 0xfe]), "utf-16le", ""],
])("%s is read", (_, bytes, encoding, text) => {
  expect(decode(bytes)).toEqual({ text, encoding });
});

test.each([
  ["中", "d6d0"],
  ["南通日报", "c4cfcda8c8d5b1a8"],
  ["联通", "c1aacda8"],
  ["CPI同比上涨", "435049cdacb1c8c9cfd5c7"],
  ["项目为王，引领产业振兴", "cfeec4bfceaacdf5a3acd2fdc1ecb2fad2b5d5f1d0cb"],
  ["各地城市建设更加便民化", "b8f7b5d8b3c7cad0bda8c9e8b8fcbcd3b1e3c3f1bbaf"],
  ["党的二十大报告单行本出版", "b5b3b5c4b6fecaaeb4f3b1a8b8e6b5a5d0d0b1beb3f6b0e6"],
  ["价格€5", "bcdbb8f1a2e335"],
  ["这位姓𠮷的先生住在㐂乐村", "d5e2cebbd0d59534b235b5c4cfc8c9fad7a1d4da8139ef31c0d6b4e5"],
])("a file that says only %s in GB18030 is read", (title, digits) => {
  const bytes = bytesOf("---\ntitle: ", hex(digits), "\n---\n");
  expect(decode(bytes)).toEqual({ text: `---\ntitle: ${title}\n---\n`, encoding: "gb18030" });
});

test("the old site's first post, three short words in GBK, is read", () => {
  const [title, tag, body] = [hex("bfaad5beb4f3bcaa"), hex("d5beb3a4cffbcfa2"), hex("d7a3bad8bfaad5be")];
  const head = "layout: post\ndate: 2021-12-01 13:33:50\ncategories: sitenews\n";
  const bytes = bytesOf(`---\n${head}title: "`, title, '"\ntags: ', tag, "\n---\n\n", body, "\n");
  const text = `---\n${head}title: "开站大吉"\ntags: 站长消息\n---\n\n祝贺开站\n`;
  expect(decode(bytes)).toEqual({ text, encoding: "gb18030" });
});

test("traditional Chinese in GBK is read", () => {
  const [title, body] = [hex("d743c8af984984d5"), hex("8ca3bcd2d54a9ee9df408ca28ea781ed9943d3f6c563ccf491f0a1a3")];
  const bytes = bytesOf("---\ntitle: ", title, "\n---\n<p>", body, "</p>\n");
  const text = "---\ntitle: 證券業務\n---\n<p>專家認為這將帶來機遇與挑戰。</p>\n";
  expect(decode(bytes)).toEqual({ text, encoding: "gb18030" });
});

test("a long English article with two Chinese characters in GBK is read", () => {
  const english = "<p>The quick brown fox jumps over the lazy dog.</p>\n".repeat(200);
  const bytes = bytesOf(english, hex("c4cfcda8"));
  expect(decode(bytes)).toEqual({ text: `${english}南通`, encoding: "gb18030" });
});

test("a byte order mark in GB18030 is no part of the text", () => {
  const bytes = bytesOf(hex("84319533"), "---\ntitle: ", hex("c4cfcda8c8d5b1a8"), "\n---\n");
  expect(decode(bytes)).toEqual({ text: "---\ntitle: 南通日报\n---\n", encoding: "gb18030" });
});

test.each([
  [
    "Big5",
    // 近日，臺灣與香港兩地的證券交易所宣佈，將於明年擴大雙方的業務聯繫。
    hex(
      "aaf1a4e9a141bb4fc657bb50adbbb4e4a8e2a661aabac3d2a8e9a5e6a9f6a9d2abc5a747" +
        "a141b14ea9f3a9faa67ec258a46ac2f9a4e8aabab77eb0c8c170c3b4a143",
    ),
  ],
  ["Shift_JIS", hex("938c8b9e8a948eae8e738fea82c582cd93fa8c6f95bd8bcf8a9489bf82aa91b1904c82b582bd8142")],
  ["EUC-JP", hex("c5ecb5feb3f4bcb0bbd4beeca4c7a4cfc6fcb7d0cabfb6d1b3f4b2c1a4acc2b3bfada4b7a4bfa1a3")],
  // 정부는 오늘 올해의 경제 성장률 전망을 발표했다.
  ["EUC-KR", hex("c1a4baceb4c220bfc0b4c320bfc3c7d8c0c720b0e6c1a620bcbac0e5b7fc20c0fcb8c1c0bb20b9dfc7a5c7dfb4d92e")],
  ["Windows-1251", hex("d1e5e3eee4edff20eff0e0e2e8f2e5ebfcf1f2e2ee20eee1faffe2e8ebee20ee20edeee2fbf520ece5f0e0f52e")],
  ["KOI8-R", hex("f3c5c7cfc4ced120d0d2c1d7c9d4c5ccd8d3d4d7cf20cfc2dfd1d7c9cccf20cf20cecfd7d9c820cdc5d2c1c82e")],
  ["ISO 8859-7", hex("c720eaf5e2ddf1ede7f3e720e1ede1eaefdfedf9f3e520f3deece5f1e120eddde120ecddf4f1e12e")],
  ["Windows-1252", hex("93536d617274942071756f7465738520616e64209620646173686573")],
  ["Latin-1, an é at the end of a word", latin1("Café du coin.")],
  ["Latin-1, an ï before a letter", latin1("naïve")],
  ["Latin-1, French", latin1("L'été dernier, les sociétés françaises ont créé des emplois.")],
  ["Latin-1, Spanish", latin1("El año pasado la economía española creció según el señor Muñoz; ¿qué pasará?")],
  ["Latin-1, two umlauts side by side", latin1("Größe")],
  ["Latin-1, doubled letters", latin1("Pääministeri")],
])("%s is not taken for GB18030", (_, bytes) => {
  const offset = bytes.findIndex((byte) => byte > 0x7f);
  expect(decode(bytesOf("---\ntitle: ", bytes, "\n---\n"))).toEqual({ badByteAt: 11 + offset });
});

test.each([
  ["a stray byte", bytesOf("南通日报", [0xff], "新闻"), 12],
  ["a stray byte after a byte order mark", bytesOf([0xef, 0xbb, 0xbf], "南通", [0xff]), 9],
  ["two bytes of GBK", bytesOf("南通日报", [0xd6, 0xd0]), 12],
  ["a character cut short at the end", bytesOf("南通日报").subarray(0, -1), 9],
  ["a character cut short before another", bytesOf("南", [0xe9, 0x80], "日报新闻"), 3],
  ["a continuation byte of its own", bytesOf("南通日报", [0x80]), 12],
  ["an overlong slash", bytesOf("南通日报", [0xc0, 0xaf]), 12],
  ["a surrogate pair of three bytes each", bytesOf("南通日报", [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]), 12],
  ["a code point beyond Unicode", bytesOf("南通日报", [0xf4, 0x90, 0x80, 0x80]), 12],
  // 近日，市政府召开全市经济工作会议，部署今年重点任务。
  [
    "a body in GBK",
    bytesOf(
      "国际经济观察\n",
      hex("bdfcc8d5a3accad0d5feb8aed5d9bfaac8abcad0beadbcc3b9a4d7f7bbe1d2e9"),
      hex("a3acb2bfcaf0bdf1c4ead6d8b5e3c8cecef1a1a3"),
    ),
    19,
  ],
  ["French in UTF-8 with words in Latin-1", bytesOf("Café crème brûlée ", latin1("étés")), 22],
])("UTF-8 with %s is not taken for GB18030", (_, bytes, offset) => {
  expect(decode(bytes)).toEqual({ badByteAt: offset });
});

test.each([
  ["a NUL in UTF-8", bytesOf("南通\0日报"), 6],
  ["a NUL in marked UTF-8", bytesOf([0xef, 0xbb, 0xbf], "a\0"), 4],
  ["UTF-16LE without its mark", bytesOf(utf16le("---\ntitle: a")), 1],
  ["UTF-16BE without its mark", bytesOf(utf16be("---\ntitle: a")), 0],
  ["half a UTF-16 unit at the end", bytesOf([0xff, 0xfe], utf16le("南通"), [0x31]), 6],
  ["half a surrogate pair in UTF-16", bytesOf([0xff, 0xfe], utf16le("南\ud842通日报")), 4],
])("%s is a bad byte, and where it stands is known", (_, bytes, offset) => {
  expect(decode(bytes)).toEqual({ badByteAt: offset });
});

test.each([
  ["UTF-32LE", hex("fffe00005753000000f60100")],
  ["UTF-32BE", hex("0000feff000053570001f600")],
  ["GBK with a NUL in it", hex("c4cfcda800c8d5b1a8")],
])("%s is not read as another encoding", (_, bytes) => {
  expect(decode(bytes)).toHaveProperty("badByteAt");
});

test("a replacement character that is in the file is a character", () => {
  expect(decode(bytesOf("失\uFFFD去"))).toEqual({ text: "失\uFFFD去", encoding: "utf-8" });
});

test("a bad byte is found behind replacement characters that are in the file", () => {
  expect(decode(bytesOf("南\uFFFD\uFFFD通", [0xff], "\uFFFD"))).toEqual({ badByteAt: 12 });
});

test("a bad byte behind many replacement characters is found", () => {
  const characters = 120_000;
  expect(decode(bytesOf("\uFFFD".repeat(characters), [0xff]))).toEqual({ badByteAt: characters * 3 });
});

test("any bytes are text or have a first bad one", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const decoded = decode(bytes);
      expect("badByteAt" in decoded ? decoded.badByteAt in bytes : decoded.text.isWellFormed()).toBe(true);
    }),
  );
});

const text = fc.string({ unit: "binary" }).map((any) => any.replaceAll("\0", "").replace(/^\uFEFF+/, ""));

test("any text in UTF-8 comes back, with a byte order mark and without", () => {
  fc.assert(
    fc.property(text, (original) => {
      const read = { text: original, encoding: "utf-8" };
      expect(decode(bytesOf(original))).toEqual(read);
      expect(decode(bytesOf([0xef, 0xbb, 0xbf], original))).toEqual(read);
    }),
  );
});

test("any text in UTF-16 comes back", () => {
  fc.assert(
    fc.property(text, (original) => {
      expect(decode(bytesOf([0xff, 0xfe], utf16le(original)))).toEqual({ text: original, encoding: "utf-16le" });
      expect(decode(bytesOf([0xfe, 0xff], utf16be(original)))).toEqual({ text: original, encoding: "utf-16be" });
    }),
  );
});

test("Chinese in UTF-8 with one byte too many is never taken for another encoding", () => {
  const han = fc.string({
    unit: fc.constantFrom("项", "目", "为", "王", "，", "南", "通"),
    minLength: 6,
    maxLength: 60,
  });
  fc.assert(
    fc.property(han, fc.nat(), fc.integer({ min: 0x80, max: 0xff }), (original, place, byte) => {
      const whole = bytesOf(original);
      const at = place % whole.length;
      expect(decode(bytesOf(whole.subarray(0, at), [byte], whole.subarray(at)))).toHaveProperty("badByteAt");
    }),
  );
});
