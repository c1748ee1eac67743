import fc from "fast-check";

/**
 * Property tests try the same inputs wherever they run, so that a commit passes always or never.
 * `SEED=12345 npm test` tries others.
 */
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_260_101) });
