import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";
import type { BuiltSite } from "./site.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".json": "application/json",
  ".js": "text/javascript",
};

/** Starts Chromium, without its own calls to the network. */
export function launch(): Promise<Browser> {
  const found = inject("browser");
  if ("missing" in found) throw new Error(found.missing);
  return chromium.launch({
    executablePath: found.path,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** What a page may be opened with. */
export interface ReaderOptions extends BrowserContextOptions {
  /** Called before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Errors that the test brings about. */
  readonly expected?: RegExp;
}

/** Opens pages of a built site as readers do; a page that reports an error or asks another host fails its test. */
export function reader(site: () => BuiltSite): (address: string, options?: ReaderOptions) => Promise<Page> {
  let browser: Browser;
  let origin: string;
  const server = createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.join(site().folder, wanted.endsWith("/") ? `${wanted}index.html` : wanted);
    const isThere = existsSync(file) && statSync(file).isFile();
    const bytes = isThere ? readFileSync(file) : Buffer.from("Not found");
    const type = { "content-type": types[path.extname(file)] ?? "text/plain" };
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    if (isThere && start !== undefined) {
      const part = bytes.subarray(Number(start), Number(end) + 1);
      response.writeHead(206, { ...type, "content-range": `bytes ${start}-${end}/${bytes.length}` });
      response.end(part);
    } else {
      response.writeHead(isThere ? 200 : 404, type);
      response.end(bytes);
    }
  });
  beforeAll(async () => {
    browser = await launch();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  return async (address, { before, expected, ...options } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: origin, ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => new URL(request.url()).origin !== origin && faults.push(`asked ${request.url()}`));
    onTestFinished(async () => {
      await context.close();
      expect(faults.filter((fault) => !expected?.test(fault))).toEqual([]);
    });
    await before?.(page);
    await page.goto(address);
    return page;
  };
}

/** One page of each kind of the site that tests/fixtures/site makes. */
export const kinds = [
  "/",
  "/jianghairibao/2024/01/05/NW202401050000000101.html",
  "/gundong/2024/01/10/202401100000000201.html",
  "/jianghairibao/2023/12/08/month-alone.html",
  "/special/markdown-report/",
  "/compare/11b3987948-993abbf100.html",
  "/category/",
  "/category/jianghairibao.html",
  "/category/jianghairibao/2024-02.html",
  "/tag/",
  "/tag/江海日报新闻.html",
  "/volume/",
  "/volume/2024.html",
  "/volume/2024-01.html",
  "/volume/2023-12.html",
  "/search.html",
  "/data-quality.html",
  "/data.html",
  "/404.html",
];
