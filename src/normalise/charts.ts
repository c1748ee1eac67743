import { isTag, Text, type Element } from "domhandler";
import { elementsIn, textOf, withChildren } from "./tree.ts";

/** Hosts whose pictures are drawn when they are asked for: they show today's prices, not those of the article's day. */
const chartHosts =
  /^(?:https?:)?\/\/(?:webquoteklinepic\.eastmoney\.com|webquotepic\.eastmoney\.com|pifm\d?\.eastmoney\.com|image\.sinajs\.cn)\//i;

/**
 * Takes live price charts out of the blocks; the security each one showed stays as a link in a paragraph of its own.
 * @param blocks - the blocks, changed in place
 * @returns the blocks that now hold nothing but such a link; they are not part of the article's text
 */
export function dropCharts(blocks: readonly Element[]): ReadonlySet<Element> {
  const chartBlocks = new Set<Element>();
  for (const block of blocks) {
    const charts = elementsIn(block).filter((element) => element.name === "img" && isChart(element));
    for (const chart of charts) replaceChart(chart);
    if (charts.length > 0 && /^行情：\S+(?:\s+行情：\S+)*$/.test(textOf(block))) chartBlocks.add(block);
  }
  return chartBlocks;
}

function isChart(image: Element): boolean {
  return chartHosts.test(image.attribs["src"] ?? "") || isChartLink(image.parent);
}

function isChartLink(parent: Element["parent"]): boolean {
  return Boolean(parent && isTag(parent) && parent.attribs["class"]?.includes("EmImageRemark"));
}

/** The chart becomes words; a link around it stays, and one is made of its own code where there was none. */
function replaceChart(image: Element): void {
  const dataCode =
    image.attribs["data-code"] ?? (isTag(image.parent!) ? image.parent.attribs["data-code"] : undefined) ?? "";
  const code = /^(?:K )?([\w.]+)\|(\d+)\|/.exec(dataCode);
  const words = new Text(`行情：${code?.[1] ?? image.attribs["alt"] ?? "走势图"}`);
  const inLink = image.parent && isTag(image.parent) && image.parent.name === "a";
  image.name = inLink || !code ? "span" : "a";
  image.attribs =
    inLink || !code ? {} : { href: `https://quote.eastmoney.com/unify/r/${code[2]}.${code[1]}`, "data-code": dataCode };
  withChildren(image, [words]);
}
