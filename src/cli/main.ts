import { parseArgs } from "node:util";
import { FangzhiError } from "../errors.ts";
import { isSystemName } from "../import/systems/names.ts";
import type { Bilingual, Language } from "../rule.ts";
import type { BuildFlags } from "./build.ts";
import type { CheckFlags } from "./check.ts";
import { commands, type CommandHelp, type CommandName } from "./commands.ts";
import { commandHelp, programHelp } from "./help.ts";
import type { ImportFlags } from "./import.ts";
import { languageOf } from "./language.ts";
import type { LinksFlags } from "./links.ts";
import type { NewFlags } from "./new.ts";
import type { ServeFlags } from "./serve.ts";
import { faultOfArguments, faultOfImport } from "./usage.ts";

async function run([name, ...rest]: readonly string[], inLanguage: Language): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(`${programHelp(inLanguage)}\n`);
    return name === undefined ? 2 : 0;
  }
  if (!isCommand(name)) {
    throw new FangzhiError(
      {
        en: `There is no command "${name}".\n\n${programHelp("en")}`,
        zh: `没有“${name}”这个命令。\n\n${programHelp("zh")}`,
      },
      2,
    );
  }
  const { flags, positionals } = parse(name, rest);
  if (flags.help) {
    process.stdout.write(`${commandHelp(name, inLanguage)}\n`);
    return 0;
  }
  const most = name === "new" ? 1 : name === "check" || name === "import" ? Infinity : 0;
  const least = name === "import" ? 1 : 0;
  if (positionals.length < least || positionals.length > most) {
    throw usageFault(name, { en: "Too few or too many words.", zh: "参数过多或过少。" });
  }
  return runners[name](flags, positionals, inLanguage);
}

/** Each command is loaded when it is called: help need not wait for Eleventy. */
const runners: Readonly<
  Record<CommandName, (flags: Flags, words: readonly string[], language: Language) => Promise<number>>
> = {
  build: async (flags, _, inLanguage) => (await import("./build.ts")).runBuild(flags, inLanguage),
  serve: async (flags, _, inLanguage) => (await import("./serve.ts")).runServe(flags, inLanguage),
  check: async (flags, files, inLanguage) => (await import("./check.ts")).runCheck(files, flags, inLanguage),
  import: async (flags, words, inLanguage) => {
    const [system, from] = words;
    const isOfSite = isSystemName(system);
    const fault = faultOfImport(words, isOfSite, Object.keys(flags));
    if (fault) throw usageFault("import", fault);
    return isOfSite
      ? (await import("./importSystem.ts")).runImportSystem(system, from!, flags, inLanguage)
      : (await import("./import.ts")).runImport(words, flags, inLanguage);
  },
  links: async (flags, _, inLanguage) => (await import("./links.ts")).runLinks(flags, inLanguage),
  new: async (flags, [title], inLanguage) => (await import("./new.ts")).runNew(title, flags, inLanguage),
};

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

type Flags = BuildFlags & ServeFlags & CheckFlags & LinksFlags & NewFlags & ImportFlags & { readonly help?: boolean };

function parse(
  name: CommandName,
  args: readonly string[],
): { readonly flags: Flags; readonly positionals: readonly string[] } {
  const { options: own }: CommandHelp = commands[name];
  const options = Object.fromEntries(
    Object.entries(own).map(([option, { type, multiple = false }]) => [option, { type, multiple }]),
  );
  try {
    const help = { type: "boolean", short: "h" } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help },
      allowPositionals: true,
    });
    return { flags: values, positionals };
  } catch (error) {
    throw usageFault(name, faultOfArguments(error));
  }
}

function usageFault(name: CommandName, reason: Bilingual): FangzhiError {
  return new FangzhiError(
    { en: `${reason.en}\n\n${commandHelp(name, "en")}`, zh: `${reason.zh}\n\n${commandHelp(name, "zh")}` },
    2,
  );
}

/** A full disk, or a folder that may not be written to, is no fault of the program; the message begins with the code. */
function diskFault(error: unknown): FangzhiError | undefined {
  if (!(error instanceof Error && /^E[A-Z0-9]{2,}: /.test(error.message))) return undefined;
  return new FangzhiError({
    en: `The disk refused: ${error.message}. What was there is still whole; make room or give access, and try again.`,
    zh: `磁盘操作失败：${error.message}。原有文件仍然完好，请腾出空间或检查权限后重试。`,
  });
}

// Who reads the first lines only, with `head`, does not end what is being done.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const language = languageOf(process.env);
try {
  process.exitCode = await run(process.argv.slice(2), language);
} catch (error) {
  const fault = error instanceof FangzhiError ? error : diskFault(error);
  if (!fault) throw error;
  process.stderr.write(`${fault.text[language]}\n`);
  process.exitCode = fault.exitCode;
}
