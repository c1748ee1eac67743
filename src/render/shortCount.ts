/**
 * Shortens a count so that it fits a narrow cell.
 * @param count - the count, a whole number from 0
 * @returns `999`; from a thousand on, in 千 or 万: `1.2千`, `1.2万`, `123万`
 */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const thousands = Math.round(count / 100) / 10;
  if (thousands < 10) return `${thousands}千`;
  const tenThousands = count / 10_000;
  return `${tenThousands < 10 ? Math.round(tenThousands * 10) / 10 : Math.round(tenThousands)}万`;
}
