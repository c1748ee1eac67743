import type { Bilingual, Language } from "../rule.ts";
import { commands, type CommandHelp, type CommandName } from "./commands.ts";

const words = {
  what: {
    en: "fangzhi: article files in, an archive to browse and cite out",
    zh: "方志（fangzhi）：把文章文件变成可以浏览、可以引用的档案网站",
  },
  usage: { en: "Usage: ", zh: "用法：" },
  commands: { en: "Commands:", zh: "命令：" },
  options: { en: "Options:", zh: "选项：" },
  command: { en: "COMMAND", zh: "命令" },
  more: { en: "fangzhi COMMAND --help tells more of one command.", zh: "fangzhi 命令 --help 可查看某个命令的用法。" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * The help of the program.
 * @param language - the reader's language
 * @returns several lines
 */
export function programHelp(language: Language): string {
  const rows = Object.entries(commands).map(([name, { usage, help }]) => [`${name} ${usage}`, help[language]] as const);
  return [
    words.what[language],
    "",
    `${words.usage[language]}fangzhi ${words.command[language]} …`,
    "",
    words.commands[language],
    ...table(rows),
    "",
    words.more[language],
  ].join("\n");
}

/**
 * The help of one command.
 * @param name - the command
 * @param language - the reader's language
 * @returns several lines
 */
export function commandHelp(name: CommandName, language: Language): string {
  const command: CommandHelp = commands[name];
  const rows = Object.entries(command.options).map(
    ([option, { value, help }]) => [`--${option}${value ? ` ${value}` : ""}`, help[language]] as const,
  );
  return [
    `${words.usage[language]}fangzhi ${name} ${command.usage}`,
    "",
    command.help[language],
    "",
    words.options[language],
    ...table(rows),
  ].join("\n");
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}
