import { defineConfig } from "vitest/config";

/** The suite over real articles that are not part of this repository; see CONTRIBUTING.md. */
export default defineConfig({
  test: {
    include: ["tests/corpus/**/*.test.ts"],
    globalSetup: ["tests/support/sharedSites.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
