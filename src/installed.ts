import module from "node:module";
import path from "node:path";
import { programRoot } from "./root.ts";

/** Loads and finds the program's packages that only few of its runs need; loading others takes long enough. */
export const installed: NodeJS.Require = module.createRequire(path.join(programRoot, "package.json"));
