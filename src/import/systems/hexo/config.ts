import { isTimeZone } from "../../../config.ts";
import { keysOf, readSettings, textOf, type Settings } from "../settings.ts";

/** What a Hexo site's `_config.yml` says that matters to its posts: https://hexo.io/docs/configuration */
export interface HexoConfig {
  readonly sourceDir: string;
  readonly permalink: string;
  readonly permalinkDefaults: Settings;
  readonly newPostName: string;
  readonly timezone?: string;
  readonly defaultCategory: string;
  readonly categoryMap: Settings;
  /** 1 for names in lower case, 2 for upper, 0 for as they are. */
  readonly filenameCase: number;
}

/**
 * Reads a Hexo site's configuration.
 * @param root - the site's folder
 * @returns the configuration with Hexo's defaults; `undefined` when there is none
 * @throws FangzhiError when it cannot be parsed
 */
export function readHexoConfig(root: string): HexoConfig | undefined {
  const settings = readSettings(root, ["_config.yml", "_config.yaml", "_config.json"]);
  if (!settings) return undefined;
  const timezone = textOf(settings["timezone"]);
  return {
    sourceDir: textOf(settings["source_dir"]) ?? "source",
    permalink: textOf(settings["permalink"]) ?? ":year/:month/:day/:title/",
    permalinkDefaults: keysOf(settings["permalink_defaults"]),
    newPostName: textOf(settings["new_post_name"]) ?? ":title.md",
    ...(isTimeZone(timezone) ? { timezone } : {}),
    defaultCategory: textOf(settings["default_category"]) ?? "uncategorized",
    categoryMap: keysOf(settings["category_map"]),
    filenameCase: Number(settings["filename_case"] ?? 0),
  };
}
