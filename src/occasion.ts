import type { PublicationOptions } from "./bind/publication.ts";
import { FangzhiError, reasonOf } from "./errors.ts";
import { claimOutput, type Output } from "./publish/output.ts";
import { listSources, type Listing } from "./read/list.ts";
import type { Press } from "./render/press.ts";
import { temporaryFolder } from "./temporary.ts";

/** What a reading is to do. */
export interface ReadOptions extends PublicationOptions {
  /** Path of the posts folder. */
  readonly posts: string;
  /** Path of the cache folder; without one everything is read anew. */
  readonly cache?: string;
}

/** What a build is to do. */
export interface BuildOptions extends ReadOptions {
  /** Path of the output folder. */
  readonly output: string;
}

/** A build that is about to begin: what it is of, and what stands in the folders. */
export interface Occasion {
  readonly press: Press;
  readonly options: ReadOptions & { readonly cache: string };
  readonly output: Output;
  readonly listing: Listing;
}

/**
 * Looks at the folders of a build.
 * @param press - the press: the site's configuration, and where its layouts are
 * @param options - what to do
 * @returns the build, about to begin
 * @throws FangzhiError when a folder cannot be used
 */
export function prepare(press: Press, options: BuildOptions): Occasion {
  const output = claimOutput(options.output, options.posts, press.root);
  const { posts, cache = temporaryFolder(), drafts, future, now } = options;
  return { press, options: { posts, cache, drafts, future, now }, output, listing: listPosts(posts) };
}

/**
 * Lists the posts folder.
 * @param posts - its path
 * @returns what stands in it
 * @throws FangzhiError when it cannot be read
 */
export function listPosts(posts: string): Listing {
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
