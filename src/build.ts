import { bind } from "./bind/volumes.ts";
import { reasonToWait, type PublicationOptions } from "./bind/publication.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import type { Archive } from "./catalogue/archive.ts";
import { FangzhiError, HeldBack, reasonOf } from "./errors.ts";
import type { Article, PassedOver, Problem, Volume } from "./model.ts";
import { normalise } from "./normalise/article.ts";
import { parsePost } from "./parse/post.ts";
import type { Project } from "./project.ts";
import { claimOutput } from "./publish/output.ts";
import { publish, type Publication } from "./publish/publish.ts";
import { qualityOf, type Findings } from "./quality.ts";
import { listSources, type Listing } from "./read/list.ts";
import { readSource } from "./read/source.ts";
import { drawPageSets } from "./render/draw.ts";
import { setArchive, type Press } from "./render/press.ts";
import { drawShellPages, shellAddresses } from "./render/shell.ts";

/** What a build is to do. */
export interface BuildOptions extends PublicationOptions {
  /** Path of the posts folder. */
  readonly posts: string;
  /** Path of the output folder. */
  readonly output: string;
  readonly progress: Progress;
}

/** Told how far a step has come. */
export interface Progress {
  /** A step begins; its length is in articles or pages, 0 when unknown. */
  readonly step: (name: Step, length: number) => void;
  readonly tick: () => void;
  readonly done: () => void;
}

/** The steps of a build that can take long. */
export type Step = "read" | "catalogue" | "render";

/** Everything that was read, laid side by side. */
export interface Reading {
  readonly archive: Archive;
  readonly volumes: readonly Volume[];
  readonly findings: Findings;
  /** Files that count as articles, whatever became of them. */
  readonly articles: number;
}

/** What a build did. */
export interface BuildReport extends Publication {
  readonly articles: number;
  readonly published: number;
  readonly findings: Findings;
}

/**
 * Builds the site: article files in, a folder of pages out.
 * @param project - the project with its configuration
 * @param options - what to do
 * @returns what was done
 * @throws FangzhiError when a folder cannot be used or a layout is faulty; never for an article
 */
export async function build(project: Project, options: BuildOptions): Promise<BuildReport> {
  const { press } = project;
  const output = claimOutput(options.output, options.posts, project.root);
  const reading = readArchive(press, options);
  const { archive, volumes, findings, articles } = reading;

  setArchive(press, archive, qualityOf(findings), false);
  const shell = await drawShellPages(project.configure);
  const pages = [...shell, ...drawPageSets(press, { site: press.site, archive, volumes })];
  options.progress.step("render", pages.length);
  const publication = publish(pages, output, options.progress.tick);
  options.progress.done();
  return { ...publication, articles, published: archive.entries.length, findings };
}

/**
 * Reads the posts folder and lays its articles side by side: all of a build but the pages.
 * @param press - the press: the site's configuration, and where its layouts are
 * @param options - where the posts are, and which are wanted
 * @returns the archive and what is to be said of each file
 * @throws FangzhiError when the posts folder cannot be read
 */
export function readArchive({ site, root }: Press, options: Omit<BuildOptions, "output">): Reading {
  const listing = list(options.posts);
  const articles: Article[] = [];
  const heldBack: Problem[] = [...listing.heldBack];
  const passedOver: PassedOver[] = [...listing.passedOver];
  const waiting: Problem[] = [];

  options.progress.step("read", listing.articles.length);
  for (const path of listing.articles) {
    try {
      const post = parsePost(readSource(options.posts, path));
      if (!post) passedOver.push({ path, rule: "not-a-post" });
      else {
        const article = normalise(post, site);
        const wait = reasonToWait(article, options);
        if (wait) waiting.push(wait);
        else articles.push(article);
      }
    } catch (error) {
      heldBack.push(problemOf(error, path));
    }
    options.progress.tick();
  }

  options.progress.step("catalogue", 0);
  const volumes = bind(articles);
  const headers = volumes.flatMap(({ articles: bound }) => bound);
  const archive = catalogue(headers, site, shellAddresses(root));
  options.progress.done();
  const { findings } = archive;
  return {
    archive,
    volumes,
    findings: {
      heldBack: [...heldBack, ...findings.heldBack],
      waiting,
      merged: findings.merged,
      warnings: [...articles.flatMap(({ warnings }) => warnings), ...findings.warnings],
      passedOver,
    },
    articles: articles.length + heldBack.length + waiting.length,
  };
}

function list(posts: string): Listing {
  try {
    return listSources(posts);
  } catch (error) {
    const reason = reasonOf(error);
    throw new FangzhiError({
      en: `The posts folder ${posts} cannot be read: ${reason}. Name another with --posts.`,
      zh: `无法读取文章文件夹 ${posts}：${reason}。可用 --posts 另行指定。`,
    });
  }
}

/** A fault of the program itself in one article must not stop the others. */
function problemOf(error: unknown, path: Problem["path"]): Problem {
  if (error instanceof HeldBack) return error.problem;
  return { rule: "unexpected", path, line: 1, column: 1, values: { reason: reasonOf(error) } };
}
