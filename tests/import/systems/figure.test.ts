import { expect, test } from "vitest";
import { codeBlock } from "../../../src/import/systems/figure.ts";

test.each<[before: string, code: string, after: string, text: string]>([
  ["", "\na\n", "", "```rb\na\n```"],
  ["甲。\n", "\na\n", "\n乙。", "甲。\n```rb\na\n```\n乙。"],
  ["甲", "a", "乙", "甲\n```rb\na\n```\n乙"],
  ["1. 甲\n\n   ", "\n   a\n\n     b\n   ", "\n", "1. 甲\n\n   ```rb\n   a\n\n     b\n   ```\n"],
  ["1. 甲\n\n   ", "\na\n", "\n", "1. 甲\n\n   ```rb\n   a\n   ```\n"],
  ["- ", "\na\n", "\n- 乙", "- ```rb\n  a\n  ```\n- 乙"],
  ["", "\n```\n", "", "````rb\n```\n````"],
])("after %j, code %j before %j is %j", (before, code, after, text) => {
  expect(before + codeBlock(code, "rb", { before, after }) + after).toBe(text);
});

test("in HTML, code is a pre element", () => {
  expect(codeBlock("\na < b\n", "rb", undefined)).toBe('<pre><code class="language-rb">a &lt; b</code></pre>');
});
