import { addArticle, editArticle, touchArticles, type Undo } from "./changes.ts";
import { build, type Built, type Site } from "./fangzhi.ts";

/** What happens to the articles before a build of ours, in the order in which it happens. */
const changes = {
  cold: () => [],
  unchanged: () => [],
  edited: (posts, mark) => [editArticle(posts, mark)],
  added: (posts, mark) => [addArticle(posts, mark)],
  restored: (posts, mark) => {
    touchArticles(posts);
    return [addArticle(posts, `1${mark}`)];
  },
} as const satisfies Readonly<Record<string, (posts: string, mark: string) => readonly Undo[]>>;

export type ScenarioName = keyof typeof changes;

/** The scenarios, as the command line calls them. */
export const scenarioNames = Object.keys(changes) as readonly ScenarioName[];

/** The scenarios, as the report calls them. */
export const scenarioTitles: Readonly<Record<ScenarioName, string>> = {
  cold: "cold",
  unchanged: "nothing changed",
  edited: "one article edited",
  added: "one article added",
  restored: "fresh checkout, restored cache, one article added",
};

/**
 * Builds a new site, then again after each change; at the end the articles are as they were.
 * @param site - folders, of which output and cache are not there yet
 * @param names - which scenarios; the cold build is always made, as the others need it
 * @param mark - tells this run's changes from another's, in digits
 * @param workers - how many, or `undefined` for the program's own choice
 * @param built - told of each build
 * @throws Error when a build fails
 */
export async function runScenarios(
  site: Site,
  names: readonly ScenarioName[],
  mark: string,
  workers: string | undefined,
  built: (name: ScenarioName, result: Built) => void,
): Promise<void> {
  const undo: Undo[] = [];
  try {
    for (const name of scenarioNames.filter((each) => each === "cold" || names.includes(each))) {
      undo.push(...changes[name](site.posts, mark));
      const result = await build(site, workers);
      if (names.includes(name)) built(name, result);
    }
  } finally {
    for (const takeBack of undo.reverse()) takeBack();
  }
}
