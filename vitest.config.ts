import { defineConfig } from "vitest/config";

/** Tests that start processes, change folder or watch: each file is by itself. */
const whole = [
  "tests/{browser,ci,cli,docs,publish,site,workers}/**/*.test.ts",
  "tests/{catalogue/reprints,normalise/deadline,read/changes,read/watch}.test.ts",
];

export default defineConfig({
  test: {
    globalSetup: ["tests/support/findBrowser.ts", "tests/support/findStyles.ts", "tests/support/sharedSites.ts"],
    // Whole builds are processes of their own; on two cores they need some patience, not a verdict on speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // Of two cores it would use one; browsers and processes wait a good deal.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "whole", include: whole, setupFiles: "tests/support/seed.ts" } },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: [...whole, "tests/corpus/**"],
          setupFiles: "tests/support/seed.ts",
          // Loading the program anew for each of two hundred files takes longer than the tests.
          isolate: false,
        },
      },
    ],
  },
});
