import type { Make } from "../makers.ts";
import type { PageSet } from "../pageSets.ts";
import { termsOf } from "../sitemaps.ts";
import { makeDataPackage } from "./dataPackage.ts";
import { indexData, indexMakers } from "./indexData.ts";
import { termData, termMakers } from "./termData.ts";
import { volumeData, volumeMakers } from "./volumeData.ts";
import { wholeData, wholeMakers } from "./wholeData.ts";

/** The archive's data: below `/data` to be had whole, below `/api` page by page. */
export const dataSets: readonly PageSet[] = [
  {
    name: "data of volumes and their articles",
    layouts: Object.keys(volumeMakers),
    *pages({ archive, site }) {
      if (site.data) yield* volumeData(archive);
    },
  },
  {
    name: "data of terms",
    layouts: Object.keys(termMakers),
    *pages({ archive, site }) {
      if (site.data) for (const term of termsOf(archive)) yield* termData(term, site);
    },
  },
  {
    name: "ways into the data",
    layouts: Object.keys(indexMakers),
    *pages({ archive, site }) {
      if (site.data) yield* indexData(archive);
    },
  },
];

/** What is composed of them. */
export const wholeDataSets: readonly PageSet[] = [
  {
    name: "data of the whole archive",
    layouts: [...Object.keys(wholeMakers), "datapackage.json"],
    *pages({ archive, site }) {
      if (site.data) yield* wholeData(archive);
    },
  },
];

/** What makes the files of data. */
export const dataMakers: Readonly<Record<string, Make>> = {
  ...volumeMakers,
  ...termMakers,
  ...indexMakers,
  ...wholeMakers,
  "datapackage.json": makeDataPackage,
};
