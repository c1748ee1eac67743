import { Presets, SingleBar } from "cli-progress";
import type { Progress, Step } from "../progress.ts";
import type { Bilingual, Language } from "../rule.ts";
import type { Console } from "./console.ts";

const names: Readonly<Record<Step, Bilingual>> = {
  read: { en: "Reading articles", zh: "读取文章" },
  catalogue: { en: "Laying them side by side", zh: "编目" },
  render: { en: "Drawing pages", zh: "生成页面" },
  ask: { en: "Asking hosts", zh: "询问网站" },
};

/** A step shorter than this shows nothing, milliseconds. */
const patience = 1000;

/** Shows nothing: for tests and for `--quiet`. */
export const noProgress: Progress = { step: () => undefined, tick: () => undefined, done: () => undefined };

/**
 * Takes the time of each step.
 * @param progress - told of the steps too
 * @returns what the build tells of its steps, and how long each took so far, seconds
 */
export function timed(progress: Progress): {
  readonly progress: Progress;
  readonly stages: Readonly<Partial<Record<Step, number>>>;
} {
  const stages: Partial<Record<Step, number>> = {};
  let step: { readonly name: Step; readonly start: number } | undefined;
  const end = () => {
    if (step) stages[step.name] = Number(((performance.now() - step.start) / 1000).toFixed(3));
    step = undefined;
  };
  return {
    stages,
    progress: {
      step(name, length) {
        end();
        step = { name, start: performance.now() };
        progress.step(name, length);
      },
      tick: progress.tick,
      done() {
        end();
        progress.done();
      },
    },
  };
}

/**
 * Shows how far the build has come: a bar on a terminal, a plain line elsewhere, each only when a step takes over a
 * second.
 * @param console - where plain lines go
 * @param language - the reader's language
 * @returns what the build tells of its steps
 */
export function progressOn(console: Console, language: Language): Progress {
  let step: { readonly name: string; readonly length: number; readonly start: number } | undefined;
  let count = 0;
  let bar: SingleBar | undefined;

  const end = () => {
    if (bar) {
      bar.update(count);
      bar.stop();
    } else if (step && !process.stderr.isTTY && performance.now() - step.start > patience) {
      const seconds = (performance.now() - step.start) / 1000;
      const rate = count > 0 ? `, ${Math.round(count / seconds)}/s` : "";
      console.print(`${step.name}: ${count} (${seconds.toFixed(1)} s${rate})`);
    }
    bar = undefined;
    step = undefined;
  };
  return {
    step(name, length) {
      end();
      step = { name: names[name][language], length, start: performance.now() };
      count = 0;
    },
    tick() {
      count++;
      if (!step || !process.stderr.isTTY) return;
      if (!bar && performance.now() - step.start > patience) {
        bar = new SingleBar(
          { format: `${step.name} {bar} {value}/{total} · {rate}/s`, stream: process.stderr, clearOnComplete: true },
          Presets.shades_classic,
        );
        bar.start(step.length, count, { rate: "–" });
      }
      bar?.update(count, { rate: Math.round(count / ((performance.now() - step.start) / 1000)) });
    },
    done: end,
  };
}
