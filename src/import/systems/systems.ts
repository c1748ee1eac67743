import type { System } from "./export.ts";
import { hexo } from "./hexo/hexo.ts";
import { hugo } from "./hugo/hugo.ts";
import type { SystemName } from "./names.ts";
import { jekyll } from "./jekyll/jekyll.ts";
import { pelican } from "./pelican/pelican.ts";
import { wordpress } from "./wordpress/wordpress.ts";

/** What opens the sites of each system. */
export const systems: Readonly<Record<SystemName, System>> = { jekyll, hugo, hexo, pelican, wordpress };
