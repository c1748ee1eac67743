import { fileURLToPath } from "node:url";

declare const PROGRAM_ROOT: string | undefined;

/** The folder this program stands in; what is compiled stands elsewhere, and is told when it is compiled. */
export const programRoot: string =
  typeof PROGRAM_ROOT === "string" ? PROGRAM_ROOT : fileURLToPath(new URL("..", import.meta.url));
