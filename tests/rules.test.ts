import { expect, test } from "vitest";
import { bindRules } from "../src/bind/rules.ts";
import { catalogueRules } from "../src/catalogue/rules.ts";
import { systemRules } from "../src/import/systems/rules.ts";
import { normaliseRules } from "../src/normalise/rules.ts";
import { parseRules } from "../src/parse/rules.ts";
import { readRules } from "../src/read/rules.ts";
import type { Rule } from "../src/rule.ts";
import { describe, ruleOf, type RuleName } from "../src/rules.ts";

const tables = [readRules, parseRules, normaliseRules, bindRules, catalogueRules, systemRules];
const names = tables.flatMap((table) => Object.keys(table)) as RuleName[];
const rules = names.map((name): [RuleName, Rule] => [name, ruleOf(name)]);

const placeholdersIn = (text: string) => new Set(text.match(/\{[^{}]*\}/g));

test("no two stages have a rule of the same name", () => {
  expect(names).toHaveLength(new Set(names).size);
});

test("no two rules are called the same on the data-quality page", () => {
  const titles = rules.map(([, { name }]) => name);
  expect(titles).toHaveLength(new Set(titles).size);
});

test.each(rules)("%s is named in small letters, and titled in Chinese", (name, rule) => {
  expect(name).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
  expect(rule.name).toMatch(/\p{Script=Han}/u);
  expect(rule.name).not.toMatch(/[。{}]/);
});

test.each(rules)("%s is an error, a warning or a note", (_, { severity }) => {
  expect(["error", "warning", "note"]).toContain(severity);
});

test.each(rules)("%s says in both languages what is wrong and what to do", (_, { message, remedy }) => {
  for (const { en, zh } of [message, remedy]) {
    expect(en).toMatch(/^(?:[A-Z{]|date is|permalink ")/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh.trim()).toBe(zh);
    expect(en.trim()).toBe(en);
  }
});

test.each(rules)("%s ends its sentences, but for what is to be typed", (_, { message, remedy }) => {
  expect(message.en).toMatch(/[.?]$/);
  expect(message.zh).toMatch(/[。？]$/);
  expect(remedy.en).toMatch(/[.…"-]$/);
  expect(remedy.zh).toMatch(/[。…"-]$/);
});

/** What YAML and zod say is English, and stays out of Chinese sentences. */
const englishValues = new Set(["{reason}", "{expected}", "{got}"]);

test.each(rules)("%s has the same placeholders in both languages", (_, { message, remedy }) => {
  const missing = [...placeholdersIn(message.en)].filter((name) => !placeholdersIn(message.zh).has(name));
  expect(missing.filter((name) => !englishValues.has(name))).toEqual([]);
  expect([...placeholdersIn(message.zh), ...missing].toSorted()).toEqual([...placeholdersIn(message.en)].toSorted());
  expect(placeholdersIn(remedy.zh)).toEqual(new Set([...placeholdersIn(remedy.zh), ...placeholdersIn(remedy.en)]));
});

test.each(rules)("%s leaves no placeholder when its values are there", (rule, { message, remedy }) => {
  const placeholders = [...placeholdersIn(message.en), ...placeholdersIn(remedy.en)];
  const values = Object.fromEntries(
    placeholders.map((placeholder) => [placeholder.slice(1, -1), `值${placeholder.length}`]),
  );
  for (const language of ["en", "zh"] as const) {
    const words = describe({ rule, values }, language);
    expect(`${words.message}${words.remedy}`).not.toMatch(/[{}]|undefined/);
  }
  const { message: said, remedy: advised } = describe({ rule, values }, "en");
  for (const value of Object.values(values)) expect(`${said}${advised}`).toContain(value);
});

test("a problem is put into words in the reader's language", () => {
  const problem = { rule: "name-too-long", values: { bytes: 201, limit: 200 } } as const;
  expect(describe(problem, "en")).toEqual({
    message: "The file's name is 201 bytes long; the limit is 200.",
    remedy: "Give it a shorter name.",
  });
  expect(describe(problem, "zh")).toEqual({
    message: "文件名长 201 字节，超过 200 字节的上限。",
    remedy: "请缩短文件名。",
  });
});

test.each([
  ["a placeholder", "{limit}"],
  ["a pattern of String.replace", "$& $1 $'"],
  ["mark-up", "<b>&amp;</b>"],
])("a value that looks like %s is put in as it stands", (_, reason) => {
  const { message } = describe({ rule: "unreadable", values: { reason, limit: 1 } }, "en");
  expect(message).toBe(`It cannot be read: ${reason}.`);
});

test("a value that is not there leaves a gap, never a word of JavaScript", () => {
  expect(describe({ rule: "unreadable" }, "zh").message).toBe("无法读取：。");
});
