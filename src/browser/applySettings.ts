/* Runs in the head, before anything is painted, so that no page flashes in another size or theme first. */
import { applySetting, settingNames, settingOf } from "./settings.ts";

for (const name of settingNames) applySetting(name, settingOf(name));

// Another tab has changed them, or a page comes back as it was left.
for (const event of ["storage", "pageshow"]) {
  addEventListener(event, () => {
    for (const name of settingNames) applySetting(name, settingOf(name));
  });
}
