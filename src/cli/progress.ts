import { Presets, SingleBar } from "cli-progress";
import type { Progress, Step } from "../build.ts";
import type { Bilingual, Language } from "../rule.ts";
import type { Console } from "./console.ts";

const names: Readonly<Record<Step, Bilingual>> = {
  read: { en: "Reading articles", zh: "读取文章" },
  catalogue: { en: "Laying them side by side", zh: "编目" },
  render: { en: "Drawing pages", zh: "生成页面" },
};

/** A step shorter than this shows nothing, milliseconds. */
const patience = 1000;

/** Shows nothing: for tests and for `--quiet`. */
export const noProgress: Progress = { step: () => undefined, tick: () => undefined, done: () => undefined };

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
      const seconds = ((performance.now() - step.start) / 1000).toFixed(1);
      console.print(`${step.name}: ${count} (${seconds} s)`);
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
          { format: `${step.name} {bar} {value}/{total}`, stream: process.stderr, clearOnComplete: true },
          Presets.shades_classic,
        );
        bar.start(step.length, count);
      }
      bar?.update(count);
    },
    done: end,
  };
}
