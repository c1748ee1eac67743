import { readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseToml, TomlError } from "smol-toml";
import { FangzhiError, HeldBack, reasonOf } from "../../errors.ts";
import { plainData } from "../../parse/plainData.ts";
import { readYaml } from "../../parse/yaml.ts";
import { YamlFault } from "../../parse/yamlFault.ts";
import { describe } from "../../rules.ts";
import { remark } from "./export.ts";

/** What a configuration or front matter says, not yet typed. */
export type Settings = Readonly<Record<string, unknown>>;

/** The formats in which other systems write settings; each is parsed, none is run. */
export type SettingsFormat = "yaml" | "toml" | "json";

/**
 * Parses settings.
 * @param text - the text, without fences
 * @param format - what it is written in
 * @returns the keys; none when the text is empty
 * @throws YamlFault, or Error with the reason
 */
export function parseSettings(text: string, format: SettingsFormat): Settings {
  const data = plainData(text.trim() === "" ? {} : parsers[format](text), () => undefined);
  if (data === null || data === undefined) return {};
  if (typeof data !== "object" || Array.isArray(data)) throw new Error("Expected keys and values");
  return data as Settings;
}

const parsers: Readonly<Record<SettingsFormat, (text: string) => unknown>> = {
  // A document's first line may be a fence, and so may its last.
  yaml: (text) => readYaml(text.replace(/^---[ \t]*\n/, "\n").replace(/\n(?:---|\.\.\.)[ \t]*\n?$/, "\n")).data,
  // Dates become texts again, as they were written.
  toml: (text) => asWritten(parseToml(text)),
  json: (text) => JSON.parse(text) as unknown,
};

function asWritten(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asWritten(entry)]));
}

/**
 * Reads the first of some configuration files that is there.
 * @param root - the site's folder
 * @param names - their names, in the order in which the system looks for them
 * @returns what it says; nothing when there is none
 * @throws FangzhiError when it is there and cannot be parsed
 */
export function readSettings(root: string, names: readonly string[]): Settings | undefined {
  for (const name of names) {
    let text: string;
    try {
      text = readFileSync(path.join(root, name), "utf8")
        .replace(/^\uFEFF/, "")
        .replace(/\r\n?/g, "\n");
    } catch {
      continue;
    }
    try {
      return parseSettings(text, formatOf(name));
    } catch (error) {
      throw settingsFault(path.join(root, name), error);
    }
  }
  return undefined;
}

function settingsFault(file: string, error: unknown): FangzhiError {
  if (!(error instanceof YamlFault)) {
    const reason = reasonOf(error).split("\n")[0]!;
    return new FangzhiError({ en: `${file} cannot be read: ${reason}`, zh: `无法读取 ${file}：${reason}` }, 1, {
      cause: error,
    });
  }
  const { rule, values, position } = error;
  const [en, zh] = (["en", "zh"] as const).map((language) => describe({ rule, values }, language));
  const place = `${file}:${position.line}:${position.column}`;
  return new FangzhiError(
    { en: `${place}  ${en!.message} ${en!.remedy}`, zh: `${place}  ${zh!.message}${zh!.remedy}` },
    1,
    { cause: error },
  );
}

function formatOf(name: string): SettingsFormat {
  return name.endsWith(".toml") ? "toml" : name.endsWith(".json") ? "json" : "yaml";
}

/**
 * Why front matter cannot be parsed.
 * @param file - the file's path in the export
 * @param error - what `parseSettings` threw
 * @param line - the line of the file on which the front matter begins
 * @returns what holds the file back
 */
export function faultIn(file: string, error: unknown, line: number): HeldBack {
  if (error instanceof YamlFault) {
    const place = { line: error.position.line + line - 1, column: error.position.column };
    return new HeldBack({ ...remark(file, error.rule, error.values), ...place });
  }
  const at = error instanceof TomlError ? error.line + line - 1 : line;
  return new HeldBack(remark(file, "old-front-matter", { reason: reasonOf(error).split("\n")[0]! }, at));
}

/**
 * A setting that is to be a text.
 * @param value - its value
 * @returns the text, of numbers too; nothing for anything else
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/**
 * A setting that is a text or a list of texts.
 * @param value - its value
 * @returns the texts; lists within lists are one list
 */
export function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.flat(Infinity) : [value];
  return list.flatMap((one) => textOf(one) ?? []);
}

/**
 * A setting that is to be a mapping.
 * @param value - its value
 * @returns the mapping; an empty one for anything else
 */
export function keysOf(value: unknown): Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : {};
}
