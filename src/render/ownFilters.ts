import type { UserConfig } from "@11ty/eleventy";
import type nunjucks from "nunjucks";

type Filter = (...values: unknown[]) => unknown;

/**
 * Gives an environment the filters and globals that a site owner has put into `.eleventy.ts`, so that layouts of page
 * sets have them in every thread, where there is no Eleventy.
 * @param environment - the environment
 * @param configure - the default export of `.eleventy.ts`
 */
export async function addOwnFilters(
  environment: nunjucks.Environment,
  configure: (config: UserConfig) => void | Promise<void>,
): Promise<void> {
  const addFilter = (name: string, filter: Filter) => void environment.addFilter(name, filter);
  const heard: Record<string, (...values: never[]) => unknown> = {
    addFilter,
    addNunjucksFilter: addFilter,
    addGlobalData: (name: string, data: unknown) => void environment.addGlobal(name, data),
    addNunjucksGlobal: (name: string, data: unknown) => void environment.addGlobal(name, data),
    addPlugin: (plugin: unknown, options: unknown) =>
      typeof plugin === "function" ? (plugin(config, options) as unknown) : undefined,
  };
  // Whatever else is configured is Eleventy's business.
  const deaf: object = new Proxy(() => undefined, {
    get: (_, name) => (name === "then" ? undefined : deaf),
    apply: () => deaf,
  });
  const config = new Proxy(
    {},
    {
      get: (_, name) => heard[String(name)] ?? (name === "then" ? undefined : deaf),
    },
  ) as UserConfig;
  await configure(config);
}
