/** Where the article files are kept, so that readers can propose corrections. */
export interface Repository {
  /** Its address: `https://github.com/owner/name`. */
  readonly url: string;
  readonly branch: string;
  /** The folder of the articles in it: `posts`. */
  readonly posts: string;
  /** The address at which a file is edited, where the host is not known. */
  readonly edit?: string | undefined;
}

/** Where hosts let a file be edited; `{url}`, `{branch}` and `{path}` are filled in. */
const editPatterns: Readonly<Record<string, string>> = {
  "github.com": "{url}/edit/{branch}/{path}",
  "gitee.com": "{url}/edit/{branch}/{path}",
  "gitlab.com": "{url}/-/edit/{branch}/{path}",
  "codeberg.org": "{url}/_edit/{branch}/{path}",
};

/** Where hosts take reports of errors, the form already filled in as far as they let it be. */
const reportPatterns: Readonly<Record<string, string>> = {
  // The form is .github/ISSUE_TEMPLATE/correction.yml; `address` is the id of its field.
  "github.com": "{url}/issues/new?template=correction.yml&title={title}&address={address}",
  "gitee.com": "{url}/issues/new",
  "gitlab.com": "{url}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={address}",
  "codeberg.org": "{url}/issues/new?title={title}&body={address}",
};

/** The hosts whose repositories need no pattern of their own. */
export const knownHosts: readonly string[] = Object.keys(editPatterns);

/**
 * The path of an article's file in the repository.
 * @param path - the path below the folder of the articles
 * @param repository - the repository, if one is named
 * @returns `posts/2022-03-11-a.md`, or the path itself
 */
export function pathInRepository(path: string, repository: Pick<Repository, "posts"> | undefined): string {
  return repository === undefined || repository.posts === "" ? path : `${repository.posts}/${path}`;
}

/**
 * Where an article's file can be edited.
 * @param path - the path below the folder of the articles
 * @param repository - the repository
 * @returns the address of the host's editor
 */
export function editAddress(path: string, repository: Repository): string {
  const values: Readonly<Record<string, string>> = {
    url: urlOf(repository),
    branch: encoded(repository.branch),
    path: encoded(pathInRepository(path, repository)),
  };
  return fill(repository.edit ?? editPatterns[new URL(repository.url).host] ?? "", values);
}

/**
 * Where an error can be reported by those who do not edit files.
 * @param title - of the report
 * @param address - of the page with the error
 * @param repository - the repository
 * @returns the address of the host's form, or `undefined` when the host is not known
 */
export function reportAddress(title: string, address: string, repository: Pick<Repository, "url">): string | undefined {
  const pattern = reportPatterns[new URL(repository.url).host];
  const values = { title: encodeURIComponent(title), address: encodeURIComponent(address) };
  return pattern === undefined ? undefined : fill(pattern, { url: urlOf(repository), ...values });
}

function urlOf({ url }: Pick<Repository, "url">): string {
  return url.replace(/(?:\.git)?\/*$/, "");
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
