import { accessSync, constants, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { project, textIn } from "../support/command.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Job {
  readonly variables?: Readonly<Record<string, string>>;
  readonly script?: readonly string[];
  readonly before_script?: readonly string[];
}

const action = parse(textIn(project, "action.yml")) as Action;
const workflows = readdirSync(path.join(project, ".github/workflows")).map(
  (name) => [name, parse(textIn(project, `.github/workflows/${name}`)) as Workflow] as const,
);
const [head, jobs] = parseAllDocuments(textIn(project, "templates/fangzhi.yml")).map(
  (document) => document.toJS() as unknown,
) as [{ readonly spec: { readonly inputs: Action["inputs"] } }, Readonly<Record<string, Job>>];

const runs = action.runs.steps.filter(({ run }) => run !== undefined);
const scripts = (text: string) => Array.from(text.matchAll(/\bci\/[\w-]+\.sh/g), ([script]) => script);
const commands = Object.values(jobs).flatMap(({ script = [], before_script = [] }) => [...before_script, ...script]);

test("the action is a composite one, and each of its inputs has a description and a default", () => {
  expect(action.runs.using).toBe("composite");
  for (const { description = "", default: usual } of Object.values(action.inputs)) {
    expect(description).toMatch(/^.{10,}$/);
    expect(typeof usual).toBe("string");
  }
});

test("the action uses each of its inputs, and no others", () => {
  const used = Array.from(textIn(project, "action.yml").matchAll(/\binputs\.([\w-]+)/g), ([, name]) => name);
  expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs)));
});

test("nothing is put into a command that the shell would read as one", () => {
  for (const { run, shell } of runs) {
    expect(run).not.toContain("${{");
    expect(shell).toBe("bash");
  }
  for (const command of commands) expect(command).not.toContain("$[[");
});

test("only GitHub's own actions are used, by their major version", () => {
  const all = [
    action.runs.steps,
    ...workflows.flatMap(([, { jobs: of }]) => Object.values(of).map(({ steps }) => steps)),
  ];
  const used = all.flat().flatMap(({ uses }) => uses ?? []);
  expect(used).toContain("actions/checkout@v4");
  for (const name of used) expect(name).toMatch(/^(?:\.\/|actions\/[\w-]+(?:\/(?:restore|save))?@v\d+)$/);
});

test("the workflows give the action no input that it does not have", () => {
  const steps = workflows.flatMap(([, { jobs: of }]) => Object.values(of).flatMap(({ steps: each }) => each));
  const ours = steps.filter(({ uses }) => uses === "./");
  expect(ours).toHaveLength(3);
  for (const step of ours) for (const name of Object.keys(step.with ?? {})) expect(action.inputs).toHaveProperty(name);
});

test("each script that is named is there to be run, and is told nothing that it does not read", () => {
  const named = runs.flatMap(({ run = "" }) => scripts(run));
  expect(named).toEqual(["ci/check.sh", "ci/build.sh", "ci/links.sh"]);
  expect(new Set(commands.flatMap(scripts))).toEqual(new Set(named));
  for (const script of named) accessSync(path.join(project, script), constants.X_OK);
  for (const { run = "", env = {} } of runs) {
    for (const name of Object.keys(env)) expect(textIn(project, scripts(run)[0]!)).toContain(name);
  }
});

test("GitLab's inputs have a description and a default, and are all used", () => {
  const { inputs } = head.spec;
  for (const { description = "", default: usual } of Object.values(inputs)) {
    expect(description).toMatch(/^.{10,}$/);
    expect(usual).toBeDefined();
  }
  const used = Array.from(
    textIn(project, "templates/fangzhi.yml").matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g),
    ([, name]) => name,
  );
  expect(new Set(used)).toEqual(new Set(Object.keys(inputs)));
});

test("GitLab's jobs tell the scripts nothing that they do not read", () => {
  const all = ["check", "build", "links"].map((name) => textIn(project, `ci/${name}.sh`)).join("\n");
  const names = Object.values(jobs).flatMap(({ variables = {} }) => Object.keys(variables));
  // The jobs themselves look after what is kept.
  expect(names.filter((name) => name !== "KEPT" && !all.includes(name))).toEqual([]);
});

test("a GitLab project includes the template", () => {
  expect(parse(textIn(project, ".gitlab-ci.yml"))).toEqual({ include: [{ local: "templates/fangzhi.yml" }] });
});
