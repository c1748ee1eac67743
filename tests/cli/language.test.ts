import { expect, test } from "vitest";
import { languageOf } from "../../src/cli/language.ts";

test.each([
  [{}, "en"],
  [{ LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "zh-Hant-TW" }, "zh"],
  [{ LANG: "ZH_cn" }, "zh"],
  [{ LANG: "zh" }, "zh"],
  [{ LANG: "en_US.UTF-8" }, "en"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{ LANG: "ja_JP.UTF-8" }, "en"],
  [{ LC_MESSAGES: "zh_CN.UTF-8", LANG: "en_US.UTF-8" }, "zh"],
  [{ LC_ALL: "C.UTF-8", LC_MESSAGES: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
  [{ LC_ALL: "", LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LC_ALL: undefined, LC_MESSAGES: "", LANG: "zh_CN.UTF-8" }, "zh"],
])("with %j the program speaks %s", (environment, language) => {
  expect(languageOf(environment)).toBe(language);
});
