import { execFileSync, type StdioOptions } from "node:child_process";

/** The files that have changed, or why that cannot be told. */
export type Changes =
  | { readonly kind: "changed"; readonly paths: ReadonlySet<string>; readonly since: string }
  | { readonly kind: "unknown"; readonly reason: "no-git" | "no-commit" | "shallow" | "ignored" | "no-base" };

/** What a hook of Git sets would lead to another repository than that of the folder. */
const inherited = new Set(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"]);

/**
 * Asks Git which files of a folder have changed: on a branch since it left the default branch, on that one since what
 * was last pushed, else since the last commit; those not yet committed or not yet known to Git among them.
 * @param folder - path of the folder
 * @param since - a branch, tag or commit to compare with instead
 * @returns paths from the folder with `/` between folders, and what they were compared with
 */
export function changesIn(folder: string, since?: string): Changes {
  const git = gitIn(folder);
  const shallow = git("rev-parse", "--is-shallow-repository");
  if (shallow === undefined) return { kind: "unknown", reason: "no-git" };
  if (git("check-ignore", "-q", ".") !== undefined) return { kind: "unknown", reason: "ignored" };
  if (git("rev-parse", "--verify", "-q", "HEAD") === undefined) return { kind: "unknown", reason: "no-commit" };
  if (since === undefined && shallow === "true") return { kind: "unknown", reason: "shallow" };
  const other = since ?? otherBranch(git);
  const base = other === undefined ? "HEAD" : git("merge-base", "HEAD", other);
  const changed = base && git("diff", "--name-only", "-z", "--relative", "--no-renames", "--diff-filter=d", base, "--");
  const added = git("ls-files", "--others", "--exclude-standard", "-z");
  if (changed === undefined || added === undefined) return { kind: "unknown", reason: "no-base" };
  const paths = new Set([changed, added].flatMap((list) => list.split("\0")).filter(Boolean));
  return { kind: "changed", paths, since: other ?? "HEAD" };
}

/** Runs Git and returns what it prints; `undefined` when it fails, or is not there. */
type Git = (...args: readonly string[]) => string | undefined;

function gitIn(folder: string): Git {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.has(name)));
  return (...args) => {
    try {
      const stdio: StdioOptions = ["ignore", "pipe", "ignore"];
      return execFileSync("git", args, { cwd: folder, env, stdio, maxBuffer: 2 ** 30, encoding: "utf8" }).trimEnd();
    } catch {
      return undefined;
    }
  };
}

/** What the branch that is checked out will be merged into, or was last pushed to. */
function otherBranch(git: Git): string | undefined {
  const here = git("symbolic-ref", "-q", "--short", "HEAD");
  const remote = git("symbolic-ref", "-q", "--short", "refs/remotes/origin/HEAD");
  const known = (name: string) => git("rev-parse", "--verify", "-q", name) !== undefined;
  const main = [remote, "origin/main", "origin/master", "main", "master"].find((name) => name && known(name));
  if (main !== undefined && main.replace(/^origin\//, "") !== here) return main;
  return git("rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}");
}
