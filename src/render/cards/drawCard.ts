import module from "node:module";
import path from "node:path";
import type * as ResvgPackage from "@resvg/resvg-js";
import { programRoot } from "../../root.ts";
import type { Make } from "../makers.ts";
import type { Card } from "./cardPages.ts";
import { cardSvg } from "./cardSvg.ts";
import { isSettable } from "./settable.ts";

/** A font of the project's own, as the fonts of machines differ. */
const font = {
  family: "ZCOOL XiaoWei",
  file: "@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf",
};
const installed = module.createRequire(path.join(programRoot, "package.json"));

/**
 * Draws a social card.
 * @param context - what it says
 * @returns a PNG file
 */
export const drawCard: Make = (context) => {
  // Loaded only where a card is drawn: it takes longer than the start of the program may.
  const { Resvg } = installed("@resvg/resvg-js") as typeof ResvgPackage;
  const svg = cardSvg(legible(context as Card), font.family);
  const options = { loadSystemFonts: false, fontFiles: [installed.resolve(font.file)], defaultFontFamily: font.family };
  return new Resvg(svg, { font: options }).render().asPng();
};

/** A name that the font cannot set gives way to the archive's: no card shows empty boxes. */
function legible({ name, archive, host }: Card): Card {
  const [own, whole] = [name, archive ?? ""].map((words) => words.replaceAll("·", "•")).map(orNothing) as [
    string,
    string,
  ];
  if (own === "") return { name: whole, host };
  return whole === "" ? { name: own, host } : { name: own, archive: whole, host };
}

function orNothing(words: string): string {
  return isSettable(words) ? words : "";
}
