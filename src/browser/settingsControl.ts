import { element } from "./element.ts";
import { keepSetting, settingNames, settings, shownSetting, type Setting, type SettingName } from "./settings.ts";

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
  const inputs = panel.querySelectorAll("input");
  const showChosen = () => {
    for (const input of inputs) input.checked = input.value === shownSetting(input.name as SettingName);
  };
  showChosen();
  control.addEventListener("toggle", showChosen);
  // The head's script hears of them first, and the page shows what was set in another tab.
  for (const event of ["storage", "pageshow"]) addEventListener(event, showChosen);
  masthead.prepend(control);
}

function choiceOf(name: SettingName): HTMLElement {
  const { label, values }: Setting = settings[name];
  const options = Object.entries(values).map(([value, words]) => {
    const input = element("input", { type: "radio", name, value });
    input.addEventListener("change", () => keepSetting(name, value));
    return element("label", {}, input, words);
  });
  return element("fieldset", {}, element("legend", {}, label), ...options);
}
