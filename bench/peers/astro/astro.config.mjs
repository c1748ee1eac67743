import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://finews.example.org",
  outDir: "public",
  publicDir: "static",
  cacheDir: ".cache",
  build: { format: "file" },
  markdown: { syntaxHighlight: false },
  integrations: [sitemap()],
});
