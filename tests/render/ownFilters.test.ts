import nunjucks from "nunjucks";
import { expect, test } from "vitest";
import { addOwnFilters } from "../../src/render/ownFilters.ts";

type Configure = Parameters<typeof addOwnFilters>[1];

async function drawn(template: string, configure: unknown): Promise<string> {
  const environment = new nunjucks.Environment();
  await addOwnFilters(environment, configure as Configure);
  return environment.renderString(template, {});
}

interface Config {
  addFilter: (name: string, filter: (text: string) => string) => void;
  addGlobalData: (name: string, data: unknown) => void;
  addPlugin: (plugin: (config: Config) => void) => void;
  setQuietMode: (quiet: boolean) => void;
  htmlTransformer: { addUrlTransform: (name: string) => { and: () => void } };
}

test("an owner's filters and globals, also those of plugins, reach an environment", async () => {
  const configure = (config: Config) => {
    config.addPlugin((inner) => inner.addFilter("loud", (text) => `${text}!`));
    config.addGlobalData("greeting", "好");
  };
  expect(await drawn("{{ greeting | loud }}", configure)).toBe("好!");
});

test("whatever else is configured is passed over, however deep, and a promise is waited for", async () => {
  const configure = async (config: Config) => {
    config.setQuietMode(true);
    config.htmlTransformer.addUrlTransform("x").and();
    await Promise.resolve();
    config.addFilter("late", (text) => `${text}?`);
    return config;
  };
  expect(await drawn(`{{ "a" | late }}`, configure)).toBe("a?");
});
