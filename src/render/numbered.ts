import type { Permalink } from "../model.ts";

/** One of the pages over which a long list is spread. */
export interface NumberedPage<Value> {
  readonly number: number;
  readonly count: number;
  readonly permalink: Permalink;
  readonly entries: readonly Value[];
  readonly previous?: Permalink;
  readonly next?: Permalink;
}

/**
 * Spreads a list over numbered pages; most lists fit on one.
 * @param values - the list
 * @param size - how many go on a page
 * @param first - address of the first page; the others get a number behind it: `…/2022-03-2.html`
 * @returns the pages, at least one
 */
export function numberedPages<Value>(
  values: readonly Value[],
  size: number,
  first: Permalink,
): readonly NumberedPage<Value>[] {
  if (values.length <= size) return [{ number: 1, count: 1, permalink: first, entries: values }];
  const count = Math.ceil(values.length / size);
  const address = (number: number) => (number === 1 ? first : first.replace(/(\.\w+)$/, `-${number}$1`)) as Permalink;
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      number,
      count,
      permalink: address(number),
      entries: values.slice(index * size, number * size),
      ...(number > 1 ? { previous: address(number - 1) } : {}),
      ...(number < count ? { next: address(number + 1) } : {}),
    };
  });
}
