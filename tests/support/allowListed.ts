import { load } from "cheerio/slim";
import { isTag, isText, type ChildNode, type Element } from "domhandler";

/** What a finished body may hold, written down a second time so that a slip in the first list is seen. */
const attributesOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (
      "abbr br cite code del em ins kbd mark q rb rp rt ruby s small strong sub sup u var p h1 h2 h3 h4 h5 h6 ul li " +
      "dl dt dd blockquote pre hr figure figcaption table caption thead tbody tfoot tr"
    )
      .split(" ")
      .map((tag) => [tag, ""]),
  ),
  a: "href rel",
  img: "src alt width height loading decoding referrerpolicy",
  table: "tabindex",
  ol: "start",
  td: "colspan rowspan",
  th: "colspan rowspan",
};
const tag = /<(?:[a-z][a-z0-9]*(?: [a-z]+(?:="[^"]*")?)*|\/[a-z][a-z0-9]*)>/g;
const blockId = /^[ph]-[0-9a-f]{8}(?:-\d+)?$/;
const host = "archive.example";

/**
 * Finds everything in a finished body that may not be there.
 * @param body - the body of an article of the site `https://archive.example` that shows no foreign images
 * @returns one line a fault; nothing for a body that is safe
 */
export function faultsIn(body: string): readonly string[] {
  const stray = /[<>]/.test(body.replace(tag, "")) ? ["an angle bracket that is neither tag nor escaped"] : [];
  const top = load(body, { xml: { xmlMode: false, decodeEntities: true } }, false).root()[0]!.children;
  const ids = top.filter(isTag).map(({ attribs }) => attribs["id"] ?? "");
  return [
    ...stray,
    ...top.flatMap((node) => faultsOf(node, [])),
    ...top.filter((node) => isText(node) && node.data.trim() !== "").map(() => "text outside the blocks"),
    ...ids.filter((id) => !blockId.test(id)).map((id) => `id ${id} of a block`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
  ];
}

function faultsOf(node: ChildNode, above: readonly string[]): readonly string[] {
  if (isText(node)) return [];
  if (!isTag(node)) return [`a ${node.type}`];
  return [
    ...faultsOfTag(node, above),
    ...Object.entries(node.attribs).flatMap(([name, value]) => faultsOfAttribute(node, name, value, above)),
    ...node.children.flatMap((child) => faultsOf(child, [...above, node.name])),
  ];
}

function faultsOfTag({ name, attribs }: Element, above: readonly string[]): readonly string[] {
  if (!Object.hasOwn(attributesOf, name)) return [`<${name}>`];
  if (name !== "a") return [];
  const isForeign = !["mailto:", `https://${host}`].some((own) => resolved(attribs["href"] ?? "").startsWith(own));
  return [
    ...(above.includes("a") ? ["<a> in <a>"] : []),
    ...(isForeign && attribs["rel"] !== "noopener noreferrer" ? [`no rel on ${attribs["href"]}`] : []),
  ];
}

function faultsOfAttribute({ name: tagName }: Element, name: string, value: string, above: readonly string[]) {
  if (name === "id") return above.length > 0 ? [`id ${value} inside a block`] : [];
  if (!attributesOf[tagName]?.split(" ").includes(name)) return [`${tagName}[${name}]`];
  const allowed = { href: ["http:", "https:", "mailto:"], src: ["https:"] }[name];
  if (!allowed) return [];
  const url = new URL(resolved(value));
  return [
    ...(allowed.includes(url.protocol) ? [] : [`${name} ${value}`]),
    ...(name === "src" && url.host !== host ? [`a request to ${url.host}`] : []),
  ];
}

function resolved(address: string): string {
  return new URL(address, `https://${host}/nantongribao/2022/03/11/a.html`).href;
}
