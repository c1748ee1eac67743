import type { Format } from "./format.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** What `check` prints its report in, by the name that `--format` gives. */
export const formats = { text, github, json, sarif } as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
