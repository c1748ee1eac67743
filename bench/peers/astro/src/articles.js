import { getCollection } from "astro:content";

const articles = (await getCollection("posts")).sort((one, other) => other.data.date - one.data.date);

/** All articles, newest first. */
export function newest() {
  return articles;
}

export function addressOf({ id }) {
  return id.replace(/^(\d{4})-(\d\d)-(\d\d)-/, "$1/$2/$3/");
}

/** The articles of each term of a taxonomy. */
export function termsOf(taxonomy) {
  const terms = new Map();
  for (const article of articles) {
    const term = article.data[taxonomy];
    if (!terms.has(term)) terms.set(term, []);
    terms.get(term).push(article);
  }
  return terms;
}
