import { archivedAddress } from "../render/provenance.ts";
import type { Answer, Fate } from "../links/ask.ts";
import type { OutsideLink } from "../links/outsideLinks.ts";
import type { Bilingual, Language } from "../rule.ts";
import { fileOf } from "./report.ts";

/** An address and what its host says. */
export interface AskedLink extends OutsideLink {
  readonly answer: Answer;
}

/** In which order fates are told; of what is well, only the number. */
const told = ["dead", "moved", "unsure"] as const satisfies readonly Fate[];

const headings: Readonly<Record<(typeof told)[number], Bilingual>> = {
  dead: { en: "Gone ({count}):", zh: "已失效（{count} 个）：" },
  moved: { en: "Moved for good ({count}):", zh: "已永久迁移（{count} 个）：" },
  unsure: { en: "Cannot be judged from here; look yourself ({count}):", zh: "无法判断，请人工查看（{count} 个）：" },
};

const archived: Bilingual = { en: "perhaps at", zh: "存档或在" };

/** What hosts do beside naming a status; the codes of the system stand as they are. */
const reasons: Readonly<Record<string, Bilingual>> = {
  ENOTFOUND: { en: "there is no such host", zh: "没有这个网站" },
  timeout: { en: "no answer in time", zh: "超时没有回应" },
  private: { en: "in a private network; not asked", zh: "内网地址，未询问" },
  redirect: { en: "leads to an address that cannot be read", zh: "转到无法识别的地址" },
  redirects: { en: "leads from one address to the next", zh: "转来转去，没有结果" },
  "front-page": { en: "leads to the front page", zh: "转到了首页" },
};

/**
 * The report for people.
 * @param links - the addresses that were asked for, in the order of their places
 * @param count - how many addresses the archive names
 * @param posts - the posts folder as the user named it
 * @param language - the reader's language
 * @returns lines: each place of a page that is not where it was, and the numbers
 */
export function linesOf(
  links: readonly AskedLink[],
  count: number,
  posts: string,
  language: Language,
): readonly string[] {
  const sections = told.flatMap((fate) => {
    const some = links.filter(({ answer }) => answer.fate === fate);
    if (some.length === 0) return [];
    const heading = headings[fate][language].replace("{count}", String(some.length));
    return [heading, ...some.flatMap((link) => placesOf(link, posts, language))];
  });
  return [...sections, numbersOf(links, count, language)];
}

function placesOf(link: AskedLink, posts: string, language: Language): readonly string[] {
  const { address, answer, instant, places } = link;
  const because = reasons[answer.because]?.[language] ?? answer.because;
  const fate = answer.to === undefined ? `(${because})` : `→ ${answer.to}`;
  const lines = places.map((place) => `  ${fileOf(place, posts)}:${place.line}  ${address} ${fate}`);
  const mayBeGone = answer.fate === "dead" || answer.because === "front-page";
  return mayBeGone ? [...lines, `    ${archived[language]} ${archivedAddress(address, instant)}`] : lines;
}

function numbersOf(links: readonly AskedLink[], count: number, language: Language): string {
  const number = (fate: Fate) => links.filter(({ answer }) => answer.fate === fate).length;
  const [alive, dead, moved, unsure] = [number("alive"), number("dead"), number("moved"), number("unsure")];
  return language === "zh"
    ? `站外网址 ${count} 个，询问 ${links.length} 个：有效 ${alive}，失效 ${dead}，迁移 ${moved}，无法判断 ${unsure}。`
    : `${count} addresses outside the site, ${links.length} asked for: ${alive} there, ${dead} gone, ${moved} moved, ${unsure} unsure.`;
}

/**
 * The report for programs.
 * @param links - the addresses that were asked for
 * @param count - how many addresses the archive names
 * @param posts - the posts folder as the user named it
 * @returns an object for `JSON.stringify`
 */
export function linksJsonOf(
  links: readonly AskedLink[],
  count: number,
  posts: string,
): Readonly<Record<string, unknown>> {
  const listed = (fate: Fate) =>
    links
      .filter(({ answer }) => answer.fate === fate)
      .map(({ address, answer: { because, to }, instant, places }) => ({
        address,
        because,
        ...(to === undefined ? {} : { to }),
        archived: archivedAddress(address, instant),
        places: places.map((place) => ({ file: fileOf(place, posts), line: place.line })),
      }));
  return {
    addresses: count,
    asked: links.length,
    alive: links.filter(({ answer }) => answer.fate === "alive").length,
    ...Object.fromEntries(told.map((fate) => [fate, listed(fate)])),
  };
}
