import { oneLine } from "../characters.ts";
import type { SourcePath } from "../model.ts";
import type { Reading } from "../reading.ts";
import { reviewOf } from "./articleStrip.ts";
import { filePage } from "./deskAddresses.ts";
import { postIn } from "./postsFile.ts";

/** A draft that an import has left for a person to finish. */
export interface DraftToReview {
  readonly path: SourcePath;
  readonly title: string;
  readonly address: string;
  readonly review: readonly string[];
}

/** More drafts than this are not looked into. */
const mostRead = 1000;

/**
 * The drafts that have points for a person to look at.
 * @param reading - what was read
 * @param posts - path of the posts folder
 * @returns the drafts in folders `_drafts`, by path
 */
export function draftsToReview(
  { findings, archive }: Pick<Reading, "findings" | "archive">,
  posts: string,
): readonly DraftToReview[] {
  const shown = new Map(archive.entries.filter(isDraft).map(({ path, permalink }) => [path, permalink]));
  const waiting = findings.waiting.filter(isDraft).map(({ path }) => path);
  return [...shown.keys(), ...waiting]
    .sort()
    .slice(0, mostRead)
    .flatMap((path): readonly DraftToReview[] => {
      const post = postIn(posts, path);
      const review = post ? reviewOf(post) : [];
      if (!post || review.length === 0) return [];
      const title = oneLine(post.frontMatter.title ?? "") || path;
      return [{ path, title, address: shown.get(path) ?? filePage(path), review }];
    });
}

function isDraft({ path }: { readonly path: SourcePath }): boolean {
  return /(?:^|\/)_drafts\//.test(path);
}
