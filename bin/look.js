// A thread that looks at the output folder while the main one looks at the articles.
import { register } from "tsx/esm/api";

register();
await import("../src/publish/look.ts");
