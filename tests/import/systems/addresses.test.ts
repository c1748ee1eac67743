import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/command.ts";
import { articlesOf, builtAddresses, importOld } from "../../support/oldSites.ts";

/** Pages that the old program made and the archive does not: of files that are no posts to it, or cannot be read. */
const without: Readonly<Record<string, readonly string[]>> = {
  jekyll: [],
  hugo: [],
};

test.each(["jekyll", "hugo"] as const)("every address that %s itself gave is a page or redirects", async (system) => {
  const posts = temporaryFolder();
  const outcomes = await importOld(system, posts);
  const articles = articlesOf(outcomes, posts);
  const kept = new Set<string>(articles.flatMap(({ permalink, formerPermalinks }) => [permalink, ...formerPermalinks]));
  const built = builtAddresses(system);
  expect(built.length).toBeGreaterThan(10);
  expect(built.filter((address) => !kept.has(address))).toEqual(without[system]);
});

test("what Hexo, Pelican and WordPress document of addresses is kept", async () => {
  const addresses = async (system: "hexo" | "pelican" | "wordpress") => {
    const posts = temporaryFolder();
    const outcomes = await importOld(system, posts);
    return Object.fromEntries(
      articlesOf(outcomes, posts)
        .filter(({ draft }) => !draft)
        .map(({ path, permalink }) => [path, permalink]),
    );
  };
  expect(await addresses("hexo")).toEqual({
    "2022-03-11-plain.md": "/nantong/Dev-Zone/2022/03/11/plain/index.html",
    "2022-03-12-no-fence.md": "/综合/2022/03/12/no-fence/index.html",
    "2022-03-13-json.md": "/news/2022/03/13/json/index.html",
    "2022-03-14-from-name.md": "/news/2022/03/14/from-name/index.html",
    "2022-03-15-folder-own.md": "/own/place/index.html",
  });
  expect(await addresses("pelican")).toMatchObject({
    "2022-03-11-plain.md": "/2022/Mar/plain-story-one/index.html",
    "2022-03-12-field-story.html": "/2022/Mar/field-story/index.html",
    "2022-03-13-from-name.md": "/2022/Mar/from-name/index.html",
    "2022-03-15-page.html": "/2022/Mar/html-story/index.html",
  });
  expect(await addresses("wordpress")).toMatchObject({
    "2022-03-11-classic.html": "/2022/03/classic/index.html",
    "2022-03-11-区块.html": "/2022/03/区块/index.html",
    "2099-01-01-future.html": "/2099/01/future/index.html",
  });
});
