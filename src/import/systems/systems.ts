import type { System } from "./export.ts";
import { hexo } from "./hexo/hexo.ts";
import { hugo } from "./hugo/hugo.ts";
import { jekyll } from "./jekyll/jekyll.ts";
import { pelican } from "./pelican/pelican.ts";
import { wordpress } from "./wordpress/wordpress.ts";

/** The systems whose sites are imported, by the name that the command takes. */
export const systems = { jekyll, hugo, hexo, pelican, wordpress } as const satisfies Readonly<Record<string, System>>;

export type SystemName = keyof typeof systems;
