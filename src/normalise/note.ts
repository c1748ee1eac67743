import type { Position, Problem } from "../model.ts";

/** Makes a problem of the article that is being read. */
export type Report = (rule: Problem["rule"], position: Position, values?: Problem["values"]) => Problem;

/** Takes down such a problem, which does not hold the article back. */
export type Note = (rule: Problem["rule"], position: Position, values?: Problem["values"]) => unknown;
