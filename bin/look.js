// A thread that looks at the output folder while the main one looks at the articles.
import { load } from "./program.js";

await load("look");
