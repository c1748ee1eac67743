import type { Bilingual } from "../rule.ts";
import { commands, type OptionHelp } from "./commands.ts";

/**
 * What is wrong with the words of a command line, as `parseArgs` of Node has found it.
 * @param error - what it threw: https://nodejs.org/api/util.html#utilparseargsconfig
 * @returns a sentence
 */
export function faultOfArguments(error: unknown): Bilingual {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
  if (message.startsWith("Unknown option")) {
    return {
      en: `There is no option ${option}. Names and titles that begin with a dash stand after --.`,
      zh: `没有 ${option} 这个选项。以 - 开头的文件名或标题请写在 -- 之后。`,
    };
  }
  if (message.includes("does not take an argument")) {
    return { en: `${option} takes no value.`, zh: `${option} 后面不能写值。` };
  }
  return option === ""
    ? { en: message, zh: message }
    : {
        en: `${option} needs a value; one that begins with a dash is written ${option}=-…`,
        zh: `${option} 后面要写值；以 - 开头的值写作 ${option}=-…`,
      };
}

/**
 * What is wrong with how an import is called.
 * @param words - what follows the command's name
 * @param isOfSite - whether the first of them names a system, whose whole site is imported
 * @param given - the names of the options given
 * @returns a sentence, or nothing when it can be done
 */
export function faultOfImport(
  words: readonly string[],
  isOfSite: boolean,
  given: readonly string[],
): Bilingual | undefined {
  const [first = ""] = words;
  if (isOfSite && words.length !== 2) {
    return {
      en: `After ${first} comes one path, of the site's folder or export. A file of that name is written ./${first}.`,
      zh: `${first} 之后应写一个路径：网站的文件夹或导出文件。如果这是文件名，请写作 ./${first}。`,
    };
  }
  const options: Readonly<Record<string, OptionHelp>> = commands.import.options;
  const stray = given.find((name) => (options[name]?.of ?? kindOf(isOfSite)) !== kindOf(isOfSite));
  if (stray === undefined) return undefined;
  return isOfSite
    ? {
        en: `--${stray} is for files; of a whole site nothing is changed.`,
        zh: `--${stray} 只用于导入文件，不能用于整个网站。`,
      }
    : { en: `--${stray} is for a whole site, not for files.`, zh: `--${stray} 只用于导入整个网站。` };
}

function kindOf(isOfSite: boolean): "files" | "site" {
  return isOfSite ? "site" : "files";
}
