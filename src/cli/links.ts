import { askAll } from "../links/askAll.ts";
import { HostGates } from "../links/hostGates.ts";
import { outsideLinks } from "../links/outsideLinks.ts";
import { FangzhiError } from "../errors.ts";
import type { Language } from "../rule.ts";
import { loadProject } from "../project.ts";
import { readSource } from "../read/source.ts";
import { readArchive } from "../reading.ts";
import { now } from "./clock.ts";
import { consoleOf } from "./console.ts";
import { foldersOf } from "./folders.ts";
import { linesOf, linksJsonOf, type AskedLink } from "./linksReport.ts";
import { progressOn } from "./progress.ts";
import { wholeNumber } from "./wholeNumber.ts";

/** What the command line says. */
export interface LinksFlags {
  readonly posts?: string;
  readonly format?: string;
  readonly limit?: string;
  readonly timeout?: string;
  readonly concurrency?: string;
  readonly private?: boolean;
  readonly strict?: boolean;
}

/** Between two requests of one host, milliseconds. */
const delay = 500;
/** Before a host that has failed is asked once more, milliseconds. */
const backoff = 3000;

/**
 * `fangzhi links`: asks whether the pages outside the site that articles name are still there. It changes nothing.
 * @param flags - the options given
 * @param language - the language of the report
 * @returns the exit code: 1 when `--strict` and a page is gone, else 0
 * @throws FangzhiError for a wrong option or configuration
 */
export async function runLinks(flags: LinksFlags, language: Language): Promise<0 | 1> {
  const { format = "text" } = flags;
  if (format !== "text" && format !== "json") {
    throw new FangzhiError(
      { en: `--format is text or json, not ${format}.`, zh: `--format 只能是 text 或 json，不能是 ${format}。` },
      2,
    );
  }
  const timeout = wholeNumber("timeout", flags.timeout ?? "20", 1, 600) * 1000;
  const concurrency = wholeNumber("concurrency", flags.concurrency ?? "8", 1, 64);
  const limit = flags.limit === undefined ? Infinity : wholeNumber("limit", flags.limit, 1, 1_000_000_000);
  const console = consoleOf(false);
  const project = await loadProject(process.cwd());
  const { posts } = foldersOf(project, flags);
  const progress = progressOn({ ...console, print: console.complain }, language);
  const wanted = { posts: posts.path, drafts: true, future: true, now: now() };
  const { drawing } = await readArchive(project.press, wanted, progress);
  const all = outsideLinks(drawing, (at) => readSource(posts.path, at).text);
  const links = spread(all, limit);

  progress.step("ask", links.length);
  const asking = { gates: new HostGates(delay), backoff, timeout, isPrivateAllowed: flags.private ?? false };
  const addresses = links.map(({ address }) => address);
  const answers = await askAll(addresses, asking, concurrency, progress.tick);
  progress.done();
  const asked = links.map((link): AskedLink => ({ ...link, answer: answers.get(link.address)! }));
  if (format === "json") process.stdout.write(`${JSON.stringify(linksJsonOf(asked, all.length, posts.shown))}\n`);
  else for (const line of linesOf(asked, all.length, posts.shown, language)) console.print(line);
  return flags.strict && asked.some(({ answer }) => answer.fate === "dead") ? 1 : 0;
}

/** So many of them, at even distances. */
function spread<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, index) => values[Math.floor((index * values.length) / most)]!);
}
