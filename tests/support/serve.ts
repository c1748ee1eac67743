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
  const port = await freePort();
  const command = [path.join(project, "bin", "fangzhi.js"), "serve", "--port", String(port)];
  const server = spawn(process.execPath, command, { cwd: folder, env: { ...process.env, ...environment } });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  onTestFinished(async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
  });
  return { folder, origin: `http://localhost:${port}`, said: () => said };
}

/** Waits until something is so, for half a minute at most; `said` tells what the server printed meanwhile. */
export async function until(said: () => string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (Date.now() > end) throw new Error(`Waited half a minute in vain; the server said:\n${said()}`);
  }
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
