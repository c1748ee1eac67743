import type { Security } from "../model.ts";

/** A listed company as an article names it; its code is no other company's on any of these exchanges. */
export interface Company {
  readonly code: string;
  readonly name: string;
}

/** The codes of companies' shares, by the wire's number of the exchange; funds, bonds, indexes and boards have others. */
const shares: Readonly<Partial<Record<string, RegExp>>> = {
  // Shenzhen and Beijing: https://www.szse.cn/lawrules/rule/ and https://www.bse.cn
  "0": /^(?:00|20|30|43|83|87|92)\d{4}$/,
  // Shanghai: https://www.sse.com.cn/lawandrules/
  "1": /^(?:60|68|90)\d{4}$/,
  // Hong Kong, then NASDAQ, NYSE and NYSE American
  "116": /^\d{5}$/,
  "105": /^[A-Z]{1,5}$/,
  "106": /^[A-Z]{1,5}$/,
  "107": /^[A-Z]{1,5}$/,
};

/** What is named further down a text is seldom what it is about. */
const most = 2;

/**
 * Picks out of the securities that a text names the companies that it is about.
 * @param securities - the securities, in the order of the text
 * @returns the first companies among them
 */
export function companiesIn(securities: readonly Security[]): readonly Company[] {
  return securities
    .filter(({ market, code }) => shares[market]?.test(code))
    .slice(0, most)
    .map(({ code, name }) => ({ code, name }));
}
