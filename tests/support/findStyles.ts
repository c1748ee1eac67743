import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { locales, styles } from "./citeproc.ts";

/** Installs the styles and locales that citations are compared by, where Debian's tools are at hand. */
export default function findStyles(): void {
  if ([styles, locales].every((folder) => existsSync(folder))) return;
  const apt = (...words: string[]) => spawnSync("apt-get", words, { stdio: "ignore", timeout: 300_000 });
  apt("update", "-qq");
  apt(
    "install",
    "-y",
    "-qq",
    "--no-install-recommends",
    "citation-style-language-styles",
    "citation-style-language-locales",
  );
}
