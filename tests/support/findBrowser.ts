import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of the browser, or why there is none. */
    readonly browser: { readonly path: string } | { readonly missing: string };
  }
}

const usualPaths = [
  process.env["CHROMIUM_PATH"],
  // Without windows it takes half the time.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Finds Chromium for the browser tests, or installs one, or lets them fail with the way to get one. */
export default function findBrowser(project: TestProject): void {
  const found = usualPath() ?? installed();
  project.provide(
    "browser",
    found === undefined
      ? {
          missing:
            "The browser tests need Chromium, and it could not be installed. Install it (Debian: apt-get install chromium-headless-shell), " +
            "or name one: CHROMIUM_PATH=/path/to/chromium npm test",
        }
      : { path: found },
  );
}

function usualPath(): string | undefined {
  return usualPaths.find((candidate) => candidate !== undefined && existsSync(candidate));
}

function installed(): string | undefined {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: 300_000 });
  return existsSync(own) ? own : undefined;
}
