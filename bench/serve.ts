import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { project } from "./fangzhi.ts";

const port = 8197;
const address = `http://localhost:${port}`;
/** Between looks at a server that begins, and between one save and the next, in milliseconds. */
const glance = 50;
const rest = 1000;
const patience = 120_000;

/**
 * How long after saving an article `fangzhi serve` shows it.
 * @param root - the folder with `.eleventy.ts`
 * @param posts - folder of the articles
 * @param saves - how often it is tried
 * @returns milliseconds, one for each save
 * @throws Error when the page does not come in time
 */
export async function measureServe(root: string, posts: string, saves: number): Promise<readonly number[]> {
  const command = [path.join(project, "bin/fangzhi.js"), "serve", "--port", String(port), "--posts", posts];
  const child = spawn("node", command, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const file = path.join(posts, readdirSync(posts).sort().at(-1)!);
  const text = readFileSync(file, "utf8");
  const page = `${address}${pageOf(path.basename(file), text)}`;
  const save = async (listener: Socket, draft: string): Promise<number> => {
    const start = performance.now();
    // The editor's strip tells at once, with its markup to be read, what the file has and the page has not yet.
    const mark = `${draft}。</p>`;
    writeFileSync(file, text.replace("\n---\n", `\n---\n<p>编者按：${mark}\n `));
    do await reloaded(listener);
    while (!(await textOf(page)).includes(mark));
    return performance.now() - start;
  };
  try {
    await served(page);
    const listener = await listen();
    await sleep(rest);
    // The first save finds a cold program: not counted.
    await save(listener, "第零稿");
    const times: number[] = [];
    for (let index = 0; index < saves; index++) {
      await sleep(rest);
      times.push(await save(listener, `第${index + 1}稿`));
    }
    return times;
  } finally {
    child.kill();
    await ended;
    writeFileSync(file, text);
  }
}

/** Our addresses are `/:categories/:year/:month/:day/:title.html`. */
function pageOf(name: string, text: string): string {
  const category = /^categories: (\S+)$/m.exec(text)![1]!;
  return `/${category}/${name.slice(0, 10).replaceAll("-", "/")}/${name.slice(11).replace(/\.md$/, ".html")}`;
}

/** Waits until a page is there. */
async function served(page: string): Promise<void> {
  for (const end = performance.now() + patience; performance.now() < end; await sleep(glance)) {
    if ((await textOf(page)).includes("</html>")) return;
  }
  throw new Error(`${page} is not there after ${patience / 1000} s.`);
}

async function textOf(page: string): Promise<string> {
  return fetch(page).then(
    async (response) => response.text(),
    () => "",
  );
}

/** Listens as the script in a page does, by WebSocket (RFC 6455); what the server says is text in unmasked frames. */
async function listen(): Promise<Socket> {
  const headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
  };
  const [, socket] = (await once(get(address, { headers }), "upgrade")) as [IncomingMessage, Socket];
  return socket;
}

/** Waits until the pages are to be loaded anew. */
async function reloaded(listener: Socket): Promise<void> {
  const signal = AbortSignal.timeout(patience);
  for (;;) {
    const [frame] = (await once(listener, "data", { signal })) as [Buffer];
    if (frame.includes("eleventy.reload")) return;
  }
}
