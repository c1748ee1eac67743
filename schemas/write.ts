import { writeFileSync } from "node:fs";
import { frontMatterSchema } from "../src/parse/jsonSchema.ts";
import { frontMatterSnippets } from "./snippets.ts";

/** What `npm run schema` writes: the schema of the front matter, and what VS Code completes with. */
const files = {
  "front-matter.json": frontMatterSchema(),
  "../.vscode/front-matter.code-snippets": frontMatterSnippets(),
};

for (const [name, content] of Object.entries(files)) {
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(content, null, 2)}\n`);
}
