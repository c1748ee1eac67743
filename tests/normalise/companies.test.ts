import { expect, test } from "vitest";
import { companiesIn } from "../../src/normalise/companies.ts";

const securityOf = (dataCode: string) => {
  const [market, code] = dataCode.split(",") as [string, string];
  return { market, code, name: `名 ${code}` };
};

test.each([
  ["1,600160", "Shanghai"],
  ["1,688981", "Shanghai's STAR market"],
  ["0,002752", "Shenzhen"],
  ["0,300750", "Shenzhen's ChiNext"],
  ["0,835185", "Beijing"],
  ["116,00700", "Hong Kong"],
  ["106,BABA", "New York"],
])("%s is a share of %s", (dataCode) => {
  const { code, name } = securityOf(dataCode);
  expect(companiesIn([securityOf(dataCode)])).toEqual([{ code, name }]);
});

test.each([
  ["1,000001", "the Shanghai index"],
  ["0,399001", "the Shenzhen index"],
  ["1,510300", "a fund"],
  ["0,159915", "a fund"],
  ["90,BK0473", "a board"],
  ["100,NDX", "an index abroad"],
  ["1,6001600", "too long"],
])("%s is not the share of a company: %s", (dataCode) => {
  expect(companiesIn([securityOf(dataCode)])).toEqual([]);
});

test("a text is about the first two companies that it names", () => {
  const named = ["90,BK0473", "1,600160", "0,002752", "1,601211"].map(securityOf);
  expect(companiesIn(named).map(({ code }) => code)).toEqual(["600160", "002752"]);
});
