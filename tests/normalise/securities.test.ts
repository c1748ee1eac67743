import { expect, test } from "vitest";
import { readSecurity, uniqueSecurities } from "../../src/normalise/securities.ts";
import { articleOf } from "../support/articles.ts";

test.each([
  ["1,600160", { market: "1", code: "600160" }],
  [" 0,002752 ", { market: "0", code: "002752" }],
  ["90,BK0910", { market: "90", code: "BK0910" }],
  ["116,03301", { market: "116", code: "03301" }],
  ["002752|0|2", { market: "0", code: "002752" }],
  ["K 002752|0|2|6", { market: "0", code: "002752" }],
])("data-code %j is %j", (dataCode, security) => {
  expect(readSecurity(dataCode, "名称", undefined)).toEqual({ ...security, name: "名称" });
});

test.each([[""], ["600160"], ["1;600160"], ["1,"], ["a,b"], ["1,600160,2"], ['1,"><script>'], ["002752|0"]])(
  "data-code %j is no code",
  (dataCode) => {
    expect(readSecurity(dataCode, "名称", undefined)).toBeUndefined();
  },
);

test("a security without a name goes by its code, and keeps its address", () => {
  expect(readSecurity("1,600160", "", "https://a.example/")).toEqual({
    market: "1",
    code: "600160",
    name: "600160",
    address: "https://a.example/",
  });
});

test("each security stands once, by the first name that is more than its code", () => {
  const of = (market: string, code: string, name: string) => ({ market, code, name });
  const found = [
    of("1", "600160", "600160"),
    of("0", "600160", "另一只"),
    of("1", "600160", "巨化"),
    of("1", "600160", "巨化股份"),
  ];
  expect(uniqueSecurities(found)).toEqual([of("1", "600160", "巨化"), of("0", "600160", "另一只")]);
});

test("securities are found on links and on spans that the wire uses as links", () => {
  const { securities, body } = articleOf(
    '<p><a href="http://q.example/1.600160" class="keytip" data-code="1,600160">巨化股份</a>和' +
      '<span web="1" href="http://q.example/90.BK0910" class="em_stock_key" data-code="90,BK0910">专用设备</span>，' +
      '<span data-code="0,000001">平安</span>。</p>',
  );
  expect(securities).toEqual([
    { market: "1", code: "600160", name: "巨化股份", address: "http://q.example/1.600160" },
    { market: "90", code: "BK0910", name: "专用设备", address: "http://q.example/90.BK0910" },
    { market: "0", code: "000001", name: "平安" },
  ]);
  expect(body).not.toMatch(/data-code|span|class|web=/);
});
