import { element } from "./element.ts";
import { keepSetting, settingNames, settingOf, settings, type Setting, type SettingName } from "./settings.ts";

/** Puts the control for text size and theme into the masthead; it stands in its margin and moves nothing. */
export function offerSettings(): void {
  const masthead = document.querySelector(".masthead");
  if (!masthead) return;
  const summary = element("summary", {}, settingNames.map((name) => settings[name].label).join(" · "));
  const panel = element("div", { className: "settings-panel" }, ...settingNames.map(choiceOf));
  const control = element("details", { className: "settings" }, summary, panel);
  control.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !control.open) return;
    control.open = false;
    summary.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!control.contains(target as Node)) control.open = false;
  });
  masthead.prepend(control);
}

function choiceOf(name: SettingName): HTMLElement {
  const { label, values }: Setting = settings[name];
  const current = settingOf(name);
  const options = Object.entries(values).map(([value, words]) => {
    const input = element("input", { type: "radio", name, value, checked: value === current });
    input.addEventListener("change", () => keepSetting(name, value));
    return element("label", {}, input, words);
  });
  return element("fieldset", {}, element("legend", {}, label), ...options);
}
