import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sizeOf } from "./folder.ts";
import { measure, type Cost } from "./measure.ts";

/** The folders of one site of ours. */
export interface Site {
  /** The folder with `.eleventy.ts`. */
  readonly root: string;
  readonly posts: string;
  readonly output: string;
  readonly cache: string;
}

/** One build of ours. */
export interface Built {
  readonly cost: Cost;
  /** Files of the output that it wrote. */
  readonly written: number;
  /** The object it printed, without its lists. */
  readonly summary: Readonly<Record<string, unknown>>;
}

/** Where the program stands. */
export const project = fileURLToPath(new URL("..", import.meta.url));

/** The clock of the file system may be a tick behind. */
const clockTick = 20;

/**
 * Builds a site with this program.
 * @param site - its folders
 * @param workers - how many, or `undefined` for the program's own choice
 * @returns what it cost and did
 * @throws Error when the build fails
 */
export async function build(site: Site, workers?: string): Promise<Built> {
  const { root, posts, output, cache } = site;
  const start = Date.now() - clockTick;
  const { cost, lastLine } = await measure(
    [
      ...[
        "node",
        path.join(project, "bin/fangzhi.js"),
        "build",
        "--quiet",
        "--json",
        "--posts",
        posts,
        "--output",
        output,
      ],
      ...flagIfKnown("build", "--cache", cache),
      ...flagIfKnown("build", "--workers", workers),
    ],
    root,
  );
  const summary = JSON.parse(lastLine) as Readonly<Record<string, unknown>>;
  const written = summary["written"];
  return {
    cost,
    written: typeof written === "number" ? written : sizeOf(output, start).files,
    summary: Object.fromEntries(Object.entries(summary).filter(([, value]) => !Array.isArray(value))),
  };
}

/**
 * An option, when the command has it: the bench can then be run on older versions of the program too.
 * @param command - `build` or `serve`
 * @param flag - its name
 * @param value - its value; `undefined` leaves it out
 * @returns two words, or none
 */
export function flagIfKnown(command: string, flag: string, value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  return helpOf(command).includes(`${flag} `) ? [flag, value] : [];
}

const helps = new Map<string, string>();

function helpOf(command: string): string {
  const known = helps.get(command);
  if (known !== undefined) return known;
  const help = execFileSync("node", [path.join("bin", "fangzhi.js"), command, "--help"], {
    cwd: project,
    encoding: "utf8",
  });
  helps.set(command, help);
  return help;
}
