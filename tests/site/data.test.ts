import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { copyOfSite, fangzhi, filesIn, project, temporaryFolder, textIn } from "../support/command.ts";
import { readCsv } from "../support/csv.ts";
import { brokenLinks } from "../support/links.ts";
import { faultsBy } from "../support/schema.ts";
import { builtSite } from "../support/site.ts";

type Json = Readonly<Record<string, unknown>>;

interface Resource extends Json {
  readonly path: string;
}

describe.each([
  ["the seeds", [], 5],
  ["the fixtures", ["--posts", `${project}/tests/fixtures/site`], 24],
  ["an empty archive", ["--posts", `${project}/tests/fixtures/empty`], 0],
])("the data of %s", (_, args, count) => {
  const site = builtSite(args);
  const bytesOf = (file: string) => readFileSync(path.join(site().folder, file));
  const jsonOf = (file: string) => JSON.parse(textIn(site().folder, file)) as Json;
  const data = () => filesIn(path.join(site().folder, "data"));
  const linesOf = (text: string) => text.split("\n").slice(0, -1);
  const faultsOf = (value: unknown) => faultsBy(jsonOf("data/article.schema.json"))(value);
  const volumes = () =>
    data()
      .filter((file) => /^articles-\d{4}-\d\d\.jsonl$/.test(file))
      .toReversed();
  const resources = () => jsonOf("data/datapackage.json")["resources"] as readonly Resource[];

  test("every record is valid by the schema that is published beside it", () => {
    const records = volumes().flatMap((file) => linesOf(textIn(site().folder, `data/${file}`)));
    expect(records).toHaveLength(count);
    for (const record of records) expect(faultsOf(JSON.parse(record))).toEqual([]);
  });

  test("the whole holds all volumes, newest first", () => {
    const all = volumes().map((file) => bytesOf(`data/${file}`));
    expect(gunzipSync(bytesOf("data/articles.jsonl.gz")).equals(Buffer.concat(all))).toBe(true);
    const times = linesOf(Buffer.concat(all).toString()).map((line) =>
      Date.parse((JSON.parse(line) as { published: string }).published),
    );
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    for (const file of volumes()) {
      expect(gunzipSync(bytesOf(`data/${file}.gz`)).equals(bytesOf(`data/${file}`))).toBe(true);
    }
  });

  test("the tables list the same articles, and the whole table has one first line", () => {
    const rowsOf = (file: string) => readCsv(textIn(site().folder, file));
    const [head, ...rows] = rowsOf("data/articles.csv");
    const parts = volumes().map((file) => rowsOf(`data/${file.replace("jsonl", "csv")}`));
    for (const [first] of parts) expect(first).toEqual(head);
    expect(rows).toEqual(parts.flatMap(([, ...some]) => some));
    const records = volumes().flatMap((file) =>
      linesOf(textIn(site().folder, `data/${file}`)).map((line) => JSON.parse(line) as Json),
    );
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
    for (const name of ["id", "url", "title", "day", "published", "excerpt", "file", "sha256"]) {
      expect(column(name)).toEqual(records.map((record) => record[name]));
    }
    expect(column("characters")).toEqual(records.map(({ characters }) => String(characters)));
  });

  test("every list of SHA-256 and the package have those of the files", () => {
    const hashes = new Map(
      data().map((file) => [
        file,
        createHash("sha256")
          .update(bytesOf(`data/${file}`))
          .digest("hex"),
      ]),
    );
    for (const file of data().filter((name) => name.endsWith(".sha256"))) {
      const month = file.replace(".sha256", "");
      expect(linesOf(textIn(site().folder, `data/${file}`))).toEqual(
        ["jsonl", "jsonl.gz", "csv"].map((ending) => `${hashes.get(`${month}.${ending}`)}  ${month}.${ending}`),
      );
    }
    for (const { path: file, hash, bytes } of resources()) {
      expect([file, hash, bytes]).toEqual([file, `sha256:${hashes.get(file)}`, bytesOf(`data/${file}`).length]);
    }
    const unlisted = /\.sha256$|^datapackage\.json$/;
    expect(
      resources()
        .map(({ path: file }) => file)
        .toSorted(),
    ).toEqual(data().filter((file) => !unlisted.test(file)));
  });

  // https://specs.frictionlessdata.io/data-package/ and the specifications it refers to, version 1
  test.each<[string, (all: Json, resource: Resource) => unknown]>([
    ["a package has resources, at least one", ({ resources: all }) => Array.isArray(all) && all.length > 0],
    ["a package's name is of small letters, digits and .-_/", ({ name }) => /^[-a-z0-9._/]+$/.test(String(name))],
    ["a package's profile is a string", ({ profile }) => profile === "data-package"],
    ["a package's homepage is an address", ({ homepage }) => URL.canParse(String(homepage))],
    ["a resource's name is of the same letters", (_all, { name }) => /^[-a-z0-9._/]+$/.test(String(name))],
    ["a path is relative and leads downwards", (_all, { path: at }) => !/^\/|(?:^|\/)\.|:/.test(at)],
    ["a media type is one of RFC 6838", (_all, { mediatype }) => /^[a-z]+\/[a-z+.-]+$/.test(String(mediatype))],
    ["an encoding is in IANA's list", (_all, { encoding }) => encoding === "utf-8"],
    ["bytes are a whole number", (_all, { bytes }) => Number.isInteger(bytes)],
    ["a hash has its algorithm before it", (_all, { hash }) => /^sha256:[0-9a-f]{64}$/.test(String(hash))],
    [
      "what has a schema is tabular, and what is tabular has one and is CSV",
      (_all, { schema, profile, format }) =>
        (schema !== undefined) === (profile === "tabular-data-resource") &&
        (schema !== undefined) === (format === "csv"),
    ],
  ])("by the specification %s", (_rule, holds) => {
    const all = jsonOf("data/datapackage.json");
    for (const resource of resources()) expect([resource.path, holds(all, resource)]).toEqual([resource.path, true]);
    expect(new Set(resources().map(({ name }) => name)).size).toBe(resources().length);
  });

  test("the table's schema names its columns, with types that the cells have", () => {
    const [head, ...rows] = readCsv(textIn(site().folder, "data/articles.csv"));
    const { schema } = resources().find(({ path: file }) => file === "articles.csv")! as unknown as {
      schema: { fields: readonly { name: string; type: string }[]; primaryKey: string };
    };
    expect(schema.fields.map(({ name }) => name)).toEqual(head);
    const patterns: Readonly<Record<string, RegExp>> = {
      string: /^/,
      integer: /^\d+$/,
      date: /^\d{4}-\d\d-\d\d$/,
      datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/,
    };
    for (const row of rows) {
      for (const [at, { type }] of schema.fields.entries()) expect(row[at]).toMatch(patterns[type]!);
    }
    const keys = rows.map((row) => row[head!.indexOf(schema.primaryKey)]);
    expect(new Set(keys).size).toBe(rows.length);
  });

  test("from the first file of the interface every other is reached, and every address leads somewhere", () => {
    const files = new Set(filesIn(site().folder));
    const seen = new Set<string>();
    const queue = ["api/index.json"];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const text = textIn(site().folder, file);
      for (const [, address] of text.matchAll(/"(https:\/\/finews\.withounder\.com\/[^"]*)"/g)) {
        const at = decodeURIComponent(new URL(address!).pathname)
          .slice(1)
          .replace(/(^|\/)$/, "$1index.html");
        expect(files).toContain(at);
        if (at.startsWith("api/")) queue.push(at);
      }
    }
    expect([...seen].toSorted()).toEqual([...files].filter((file) => file.startsWith("api/")));
  });

  test("the data of each article are its record and the HTML of its page", () => {
    const records = new Map(
      volumes()
        .flatMap((file) => linesOf(textIn(site().folder, `data/${file}`)))
        .map((line) => [(JSON.parse(line) as { permalink: string }).permalink, JSON.parse(line) as Json]),
    );
    const articles = filesIn(site().folder).filter((file) => file.startsWith("api/article/"));
    expect(articles).toHaveLength(count);
    for (const file of articles) {
      const whole = jsonOf(file);
      const { body, ...record } = whole;
      expect(faultsOf(whole)).toEqual([]);
      expect(record).toEqual(records.get(String(record["permalink"])));
      expect(textIn(site().folder, String(record["permalink"]).slice(1))).toContain(String(body));
    }
  });
});

test("a site that wants no data has no files of them, and nothing leads there", () => {
  const folder = temporaryFolder();
  copyOfSite(folder);
  const config = path.join(folder, ".eleventy.ts");
  const text = readFileSync(config, "utf8");
  expect(text).toContain("defineSite({");
  const posts = `${project}/tests/fixtures/site`;
  const build = () =>
    expect(fangzhi(["build", "--quiet", "--posts", posts], { cwd: folder })).toMatchObject({ code: 0 });
  build();
  const output = path.join(folder, "_site");
  const isData = (file: string) => /^(?:data|api)\/|^data\.html$/.test(file);
  const pages = filesIn(output).filter((file) => !isData(file));
  expect(pages.length).toBeLessThan(filesIn(output).length);
  writeFileSync(config, text.replace("defineSite({", "defineSite({ data: false,"));
  build();
  expect(filesIn(output)).toEqual(pages);
  expect(brokenLinks(output)).toEqual([]);
  for (const file of pages) expect([file, /\/(?:data|api)[./]/.test(textIn(output, file))]).toEqual([file, false]);
});
