import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/corpus/**"],
    globalSetup: ["tests/support/findBrowser.ts", "tests/support/findStyles.ts", "tests/support/sharedSites.ts"],
    setupFiles: "tests/support/seed.ts",
    // Whole builds are processes of their own; on two cores they need some patience, not a verdict on speed.
    testTimeout: 120_000,
    // Of two cores it would use one; browsers and processes wait a good deal.
    maxWorkers: 3,
    hookTimeout: 120_000,
  },
});
