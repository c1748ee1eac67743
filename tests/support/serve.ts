import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { onTestFinished } from "vitest";
import { copyOfSite, project, temporaryFolder, writeFiles } from "./command.ts";

/** A site that is being served. */
export interface ServedSite {
  readonly folder: string;
  readonly origin: string;
  /** All that the command has printed so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Serves a copy of this project's site with some posts, by the real command, until the test is over. */
export async function served(
  posts: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<ServedSite> {
  const folder = temporaryFolder();
  copyOfSite(folder, ...options);
  writeFiles(path.join(folder, "posts"), posts);
  return servedFolder(folder, environment);
}

/** Serves the site in a folder, until it is stopped or the test is over. */
export async function servedFolder(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
  const port = await freePort();
  const command = [path.join(project, "bin", "fangzhi.js"), "serve", "--port", String(port)];
  const server = spawn(process.execPath, command, { cwd: folder, env: { ...process.env, ...environment } });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => (said += text));
  }
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
  };
  onTestFinished(stop);
  return { folder, origin: `http://localhost:${port}`, said: () => said, stop };
}

/** Waits until something is so, for a minute and a half at most; `said` tells what the server printed meanwhile. */
export async function until(said: () => string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; !(await isSo()); await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (Date.now() > end) throw new Error(`Waited in vain; the server said:\n${said()}`);
  }
}

/** A port on which nobody listens; not one of those that the system itself gives away, which another might get. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
