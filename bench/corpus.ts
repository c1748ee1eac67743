import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clauses, companies, headings, kinds, places, subjects, verbs } from "./vocabulary.ts";

/** The two kinds of corpus: like the seeds, and like the busiest posts of the old site. */
export type CorpusKind = "plain" | "marked-up";

/** About as many bytes has an article. */
const articleBytes = 5000;
const mostCategories = 2000;
const firstDay = Date.UTC(2015, 0, 1);
const days = 10 * 365;

/**
 * Writes a made-up corpus: the same bytes for the same arguments, on any machine. Categories follow Zipf's law.
 * @param folder - where the files go
 * @param count - how many articles
 * @param kind - plain or marked-up
 * @param categories - how many
 */
export function writeCorpus(
  folder: string,
  count: number,
  kind: CorpusKind,
  categories: number = Math.min(mostCategories, Math.max(1, Math.floor(count / 5))),
): void {
  mkdirSync(folder, { recursive: true });
  const random = generator(20220311);
  const chooseCategory = zipf(categories, random);
  for (let index = 0; index < count; index++) {
    const { name, text } = article(index, chooseCategory(), random, kind);
    writeFileSync(path.join(folder, name), text);
  }
}

type Random = () => number;

/** Mulberry32, public domain: https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws 0, 1, 2 … with odds of 1, 1/2, 1/3 …. */
function zipf(size: number, random: Random): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= size; rank++) sums.push((sum += 1 / rank));
  return () => {
    const aim = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < aim) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function article(
  index: number,
  category: number,
  random: Random,
  kind: CorpusKind,
): { readonly name: string; readonly text: string } {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const at = new Date(firstDay + Math.floor(random() * days) * 86_400_000 + Math.floor(random() * 86_400) * 1000);
  const [day, time] = [at.toISOString().slice(0, 10), at.toISOString().slice(11, 19)];
  const code = `NW${day.replaceAll("-", "")}${String(index).padStart(10, "0")}`;
  const paper = `${places[category % places.length]}第${category + 1}${kinds[category % kinds.length]}`;
  const sentence = () =>
    `${pick(places)}${pick(subjects)}${pick(verbs)}，${pick(companies)}${pick(clauses)}，${pick(clauses)}。`;

  const blocks: string[] = [];
  for (let bytes = 0; bytes < articleBytes - 500;) {
    const block =
      blocks.length > 0 && blocks.length % 6 === 0
        ? `<p><strong>${pick(headings)}</strong></p>`
        : `<p>${markUp(Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(""), random, kind)}</p>`;
    blocks.push(block);
    bytes += Buffer.byteLength(block);
  }
  const text = `---
layout: post
title: "${pick(places)}${pick(clauses)} ${pick(companies)}${pick(clauses)}（${index}）"
date: ${day} ${time} +0800
categories: paper${String(category).padStart(4, "0")}
tags: ${paper}新闻
---
${blocks.join("\n ")}<p class="em_media">（文章来源：${paper}）</p>

<http://finews.example.org/html_News/NewsShare.html?infoCode=${code}>

[返回${paper}新闻](//finews.example.org/category/paper${String(category).padStart(4, "0")}.html)｜[返回首页](//finews.example.org/)
`;
  return { name: `${day}-${code}.md`, text };
}

/** The wire's mark-up around company names, a hidden paragraph now and then. */
function markUp(text: string, random: Random, kind: CorpusKind): string {
  if (kind === "plain") return text;
  const tagged = text.replaceAll(new RegExp(companies.join("|"), "g"), (company) => {
    const code = `60${String(companies.indexOf(company)).padStart(4, "0")}`;
    return `<span id="stock_1.${code}"><a href="http://quote.example.org/unify/r/1.${code}" class="keytip" data-code="1,${code}">${company}</a></span><span id="quote_1.${code}"></span>`;
  });
  return random() < 0.1 ? `${tagged}</p><p style="display:none;height:1px;overflow:hidden;"><br /></p><p>` : tagged;
}
