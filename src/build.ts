import { availableParallelism } from "node:os";
import { volumesFolder } from "./bind/bind.ts";
import { planVolumes } from "./bind/plan.ts";
import { DamagedVolume, removeDamaged } from "./bind/volumeFile.ts";
import { articleChanges, type Account, type Changes, type PageChange } from "./changes.ts";
import type { BuildReport, Explanation, Occasion } from "./occasion.ts";
import { byPath, inTurn } from "./order.ts";
import type { Progress } from "./progress.ts";
import type { Project } from "./project.ts";
import { publish, type Publication, type PublishOptions } from "./publish/publish.ts";
import { qualityOf } from "./quality.ts";
import { readArchive, type Reading } from "./reading.ts";
import { drawPageSets } from "./render/draw.ts";
import { setArchive } from "./render/press.ts";
import { scriptPages } from "./render/scripts.ts";
import { drawShellPages } from "./render/shell.ts";
import { forgetBuild, rememberBuild } from "./unchanged.ts";
import { drawingIn, workersOf, type Workers } from "./workers/pool.ts";

/**
 * Builds the site: article files in, a folder of pages out. What the last build has left in the cache and the output
 * folder is made use of where nothing has changed.
 * @param project - the project with its configuration
 * @param occasion - the build, about to begin
 * @param progress - told how far it has come
 * @param count - how many worker threads at most; with one, all is done in this thread
 * @returns what was done
 * @throws FangzhiError when the cache cannot be used or a layout is faulty; never for an article
 */
export async function build(
  project: Project,
  occasion: Occasion,
  progress: Progress,
  count: number = availableParallelism(),
): Promise<BuildReport> {
  for (let attempt = occasion; ;) {
    const workers = count > 1 ? workersOf(count, project.root) : undefined;
    try {
      const report = await buildOnce(project, attempt, progress, workers);
      return attempt === occasion ? report : { ...report, cacheFault: "damaged" };
    } catch (error) {
      if (!(error instanceof DamagedVolume) || attempt !== occasion) throw error;
      const { ledger, listing, options } = occasion;
      // Where one is damaged, others may be.
      removeDamaged(volumesFolder(options.cache), ledger.head);
      attempt = { ...occasion, plan: planVolumes(options.posts, listing.articles, ledger) };
    } finally {
      await workers?.end();
    }
  }
}

async function buildOnce(
  project: Project,
  occasion: Occasion,
  progress: Progress,
  workers: Workers | undefined,
): Promise<BuildReport> {
  const { press, options, explain, comparison } = occasion;
  forgetBuild(occasion);
  const reading = await readArchive(press, options, progress, { ...occasion, ...(workers ? { workers } : {}) });
  const { entries } = reading.archive;
  const asked = entries.find(({ path }) => path === explain?.source)?.permalink.slice(1) ?? explain?.page;
  try {
    const pages: PageChange[] = [];
    const onChange = comparison && ((change: PageChange) => void pages.push(change));
    const how = { explain: asked, onChange };
    const publication = await drawSite(project, occasion, reading, progress, workers, how);
    const isDamaged = [occasion.ledger, (await occasion.output).ledger].some(({ fault }) => fault === "damaged");
    const explained = asked === undefined ? undefined : explanation(asked, publication, reading);
    const report = {
      ...publication,
      ...reading,
      published: entries.length,
      ...(isDamaged ? { cacheFault: "damaged" as const } : {}),
      ...(explained ? { explained } : {}),
      ...(comparison ? { changes: changesOf(comparison.before, occasion, reading, pages) } : {}),
    };
    rememberBuild(occasion, report, entries[0]?.time ?? 0);
    return report;
  } catch (error) {
    throw reading.damages[0] ?? error;
  }
}

function changesOf(
  before: Account | undefined,
  { ledger }: Occasion,
  { archive }: Reading,
  pages: readonly PageChange[],
): Changes {
  return { articles: before && articleChanges(before, ledger, archive), pages: pages.toSorted(byPath) };
}

function explanation(
  page: string,
  { decision }: Publication,
  { archive: { entries }, isParsed }: Reading,
): Explanation | undefined {
  if (!decision) return undefined;
  const source = entries.find(({ permalink }) => permalink === `/${page}`)?.path;
  if (source === undefined) return { ...decision, page, isParsed: false };
  return { ...decision, page, source, isParsed: isParsed(source) };
}

async function drawSite(
  project: Project,
  occasion: Occasion,
  { archive, findings, drawing, volumes }: Reading,
  progress: Progress,
  workers: Workers | undefined,
  { explain, onChange }: { readonly [Option in "explain" | "onChange"]: PublishOptions[Option] | undefined },
): Promise<Publication> {
  const { press, options } = occasion;
  const output = await occasion.output;
  setArchive(press, archive, qualityOf(findings), false);
  const shell = await drawShellPages(project.configure);
  const scripts = scriptPages(drawing);
  const sets = drawPageSets(press, drawing);
  const publication = await publish(inTurn(shell, scripts, sets), output, {
    onBegin: (count) => progress.step("render", count),
    onPage: progress.tick,
    ...(explain === undefined ? {} : { explain }),
    ...(onChange ? { onChange } : {}),
    ...(workers ? { threads: drawingIn(workers, volumesFolder(options.cache), volumes) } : {}),
  });
  progress.done();
  output.ledger.save();
  return publication;
}
