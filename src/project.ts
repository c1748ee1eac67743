import { existsSync } from "node:fs";
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { SiteOptions } from "./config.ts";
import { FangzhiError } from "./errors.ts";
import { loadConfig } from "./loadConfig.ts";
import { addOwnFilters } from "./render/ownFilters.ts";
import { pressOf, type Press } from "./render/press.ts";
import { programRoot } from "./root.ts";

/** A site's folder: configuration, layouts, articles. */
export interface Project {
  /** The folder with `.eleventy.ts`. */
  readonly root: string;
  readonly press: Press;
  /** The default export of `.eleventy.ts`. */
  readonly configure: (config: UserConfig) => void | Promise<void>;
}

const configName = ".eleventy.ts";

/**
 * Finds and loads the project: the nearest folder upwards with `.eleventy.ts`, else the one this program stands in.
 * @param from - the folder to begin in
 * @returns the project, its configuration checked
 * @throws FangzhiError when the configuration cannot be loaded or is wrong
 */
export async function loadProject(from: string): Promise<Project> {
  const root = findRoot(from);
  const file = path.join(root, configName);
  let loaded: { readonly site?: unknown; readonly default?: unknown };
  try {
    loaded = (await loadConfig(file)) as typeof loaded;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FangzhiError(
      { en: `${configName} cannot be loaded: ${reason}`, zh: `无法加载 ${configName}：${reason}` },
      1,
      {
        cause: error,
      },
    );
  }
  const { site, default: configure } = loaded;
  if (typeof site !== "object" || site === null || typeof configure !== "function") {
    throw new FangzhiError({
      en: `${configName} must export the site's options as "site" and a function for Eleventy as its default.`,
      zh: `${configName} 必须导出名为 site 的网站配置，并默认导出供 Eleventy 使用的函数。`,
    });
  }
  const project = { root, press: pressOf(site as SiteOptions, root), configure: configure as Project["configure"] };
  await addOwnFilters(project.press.sets, project.configure);
  return project;
}

function findRoot(from: string): string {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, configName))) return folder;
    if (folder === path.dirname(folder)) return programRoot;
  }
}
