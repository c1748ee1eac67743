/** What the program reads and no more, so that no file can exhaust it. The README states these figures. */
export const limits = {
  /** A file, bytes. */
  fileBytes: 2 * 1024 * 1024,
  /** A file's name, bytes. */
  nameBytes: 200,
  /** The name of a category or tag, UTF-16 units. */
  termCharacters: 100,
  /** Categories, and tags, of one article. */
  terms: 200,
  /** An address inside the site, bytes. */
  addressBytes: 1000,
  /** The text between the fences, bytes. */
  frontMatterBytes: 64 * 1024,
  /** Elements inside one another in a body. */
  depth: 256,
  /** Elements, texts and comments in a body. */
  nodes: 60_000,
  /** A title, characters. */
  titleCharacters: 300,
  /** The time one body may take, milliseconds. */
  bodyMilliseconds: 10_000,
  /** The time a worker thread may take for one article, whatever it does with it, milliseconds. */
  articleMilliseconds: 15_000,
  /** Bodies up to this length cannot take long and are not timed, UTF-16 units. */
  untimedLength: 64 * 1024,
} as const;
