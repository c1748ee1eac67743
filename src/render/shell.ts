import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Eleventy, type UserConfig } from "@11ty/eleventy";
import { FangzhiError } from "../errors.ts";
import type { Page, Permalink } from "../model.ts";
import { temporaryFolder } from "../temporary.ts";

/** Where the shell pages' templates are, from the project's root. */
export const shellFolder = "layouts/pages";

/**
 * Has Eleventy draw the shell pages: home, overviews, feeds, 404, whatever else the owner has put beside them, and
 * the files that are only copied. The working directory must be the project's root.
 * @param configure - the default export of `.eleventy.ts`
 * @returns the pages with their content
 * @throws FangzhiError with Eleventy's reason when a template is faulty
 */
export async function drawShellPages(
  configure: (config: UserConfig) => void | Promise<void>,
): Promise<readonly Page[]> {
  // Gone only with the process: when a template is faulty, Eleventy is still copying files.
  const staging = temporaryFolder();
  try {
    const eleventy = new Eleventy(shellFolder, staging, { configPath: "", quietMode: true, config: configure });
    eleventy.disableLogger();
    const [, drawn] = await eleventy.write();
    const templates = new Map(drawn.map(({ outputPath, inputPath }) => [path.resolve(outputPath), inputPath]));
    return readdirSync(staging, { recursive: true, withFileTypes: true }).flatMap((entry): readonly Page[] => {
      if (!entry.isFile()) return [];
      const file = path.join(entry.parentPath, entry.name);
      const content = readFileSync(file);
      const below = path.relative(staging, file).split(path.sep).join("/");
      return [{ path: below, from: templates.get(file) ?? "layouts/assets", content: () => content }];
    });
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * Which addresses the shell pages will have, as far as their templates say so plainly: no article may claim one.
 * @param root - the project's root
 * @returns the templates' paths by the address they make
 */
export function shellAddresses(root: string): ReadonlyMap<Permalink, string> {
  const folder = path.join(root, shellFolder);
  const templates = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    templates.flatMap((entry): readonly [Permalink, string][] => {
      const file = path.join(entry.parentPath, entry.name);
      const below = path.relative(folder, file).split(path.sep).join("/");
      const stated = /^permalink:\s*["']?(\/[^"'{}\n]+?)["']?\s*$/m.exec(readFileSync(file, "utf8"))?.[1];
      const address = stated ?? `/${below.replace(/(?:\/?index)?\.[^/]+$/, "")}/`;
      const page = address.replace(/\/+$/, "/index.html").replace(/^\/+/, "/");
      return [[page as Permalink, `${shellFolder}/${below}`]];
    }),
  );
}

/** Eleventy wraps the reason several times; the innermost one names the line. */
function faultOf(error: unknown): FangzhiError {
  const reasons: string[] = [];
  for (let inner: unknown = error; inner instanceof Error; inner = originalOf(inner)) reasons.push(inner.message);
  const reason = [...new Set(reasons)].join("\n  ");
  return new FangzhiError(
    { en: `A page in ${shellFolder} cannot be drawn: ${reason}`, zh: `${shellFolder} 中的页面无法生成：${reason}` },
    1,
    { cause: error },
  );
}

function originalOf(error: Error): unknown {
  return "originalError" in error ? error.originalError : error.cause;
}
