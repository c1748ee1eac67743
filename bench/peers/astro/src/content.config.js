import { glob } from "astro/loaders";
import { defineCollection, z } from "astro:content";

/** `2022-03-11 02:00:40 +0800` */
const date = z.string().transform((text) => new Date(text.replace(" ", "T").replace(/ ([+-]\d\d)(\d\d)$/, "$1:$2")));

const posts = defineCollection({
  loader: glob({ pattern: "*.md", base: "./posts" }),
  schema: z.object({ title: z.string(), date, categories: z.string(), tags: z.string() }),
});

export const collections = { posts };
