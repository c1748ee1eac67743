/** Told how far a step has come. */
export interface Progress {
  /** A step begins; its length is in articles or pages, 0 when unknown. */
  readonly step: (name: Step, length: number) => void;
  readonly tick: () => void;
  readonly done: () => void;
}

/** The steps of a build, or of a look at links, that can take long. */
export type Step = "read" | "catalogue" | "render" | "ask";
