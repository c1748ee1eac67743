import type { Problem, SourcePath } from "../model.ts";
import type { Findings } from "../quality.ts";

/** What became of a file that is no page of its own. */
export interface FileState {
  readonly title: string;
  readonly problem: Problem;
  readonly isHeldBack: boolean;
}

/** In which of the findings a file may be, and what that means to an editor. */
const states = [
  ["heldBack", "这个文件未能发布"],
  ["waiting", "这个文件暂不发布"],
  ["merged", "这个文件已合并"],
  ["passedOver", "这个文件不是文章"],
] as const satisfies readonly (readonly [keyof Findings, string])[];

/**
 * What became of a file that is no page of its own.
 * @param findings - what was said of all files
 * @param path - the file's place in the posts folder
 * @returns its state, or `undefined` when nothing is said of it but warnings
 */
export function stateOf(findings: Findings, path: SourcePath): FileState | undefined {
  for (const [name, title] of states) {
    const found = findings[name].find((finding) => finding.path === path);
    if (!found) continue;
    const problem = { line: 1, column: 1, values: {}, ...found };
    return { title, problem, isHeldBack: name === "heldBack" };
  }
  return undefined;
}
