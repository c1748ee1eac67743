/** What a reader may set, and what a page does with it: the attribute of the root element that style sheets look at. */
export const settings = {
  size: { label: "字号", usual: "standard", values: { small: "小", standard: "标准", large: "大", huge: "特大" } },
  theme: { label: "主题", usual: "auto", values: { auto: "自动", light: "浅色", dark: "深色" } },
} as const satisfies Readonly<Record<string, Setting>>;

/** A setting: its name to readers, and its values with theirs. */
export interface Setting {
  readonly label: string;
  /** The value of those who have set nothing; the root element has no attribute for it. */
  readonly usual: string;
  readonly values: Readonly<Record<string, string>>;
}

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as readonly SettingName[];

/**
 * What the reader has set, on this page or another of the site.
 * @param name - the setting
 * @returns its value
 */
export function settingOf(name: SettingName): string {
  const { usual, values }: Setting = settings[name];
  let stored: string | null;
  try {
    stored = localStorage.getItem(keyOf(name));
  } catch {
    // A browser that keeps nothing for the site.
    stored = null;
  }
  return stored !== null && Object.hasOwn(values, stored) ? stored : usual;
}

/**
 * Lets the page show a setting.
 * @param name - the setting
 * @param value - its value
 */
export function applySetting(name: SettingName, value: string): void {
  const { dataset } = document.documentElement;
  if (value === settings[name].usual) delete dataset[name];
  else dataset[name] = value;
}

/**
 * What the page shows of a setting: what the reader has set, also where nothing can be kept.
 * @param name - the setting
 * @returns its value
 */
export function shownSetting(name: SettingName): string {
  return document.documentElement.dataset[name] ?? settings[name].usual;
}

/**
 * Keeps a setting for this page and those to come.
 * @param name - the setting
 * @param value - its value
 */
export function keepSetting(name: SettingName, value: string): void {
  applySetting(name, value);
  try {
    if (value === settings[name].usual) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
  } catch {
    // Then it holds for this page.
  }
}

function keyOf(name: SettingName): string {
  return `fangzhi-${name}`;
}
