import { expect, test } from "vitest";
import { FangzhiError } from "../../src/errors.ts";
import { qualityOf } from "../../src/quality.ts";
import { pressOf, setArchive } from "../../src/render/press.ts";
import { archiveOf } from "../support/archives.ts";
import { temporaryFolder, writeFiles } from "../support/command.ts";

const options = { url: "https://archive.example" };
const quality = qualityOf({ heldBack: [], waiting: [], merged: [], warnings: [], passedOver: [] });

test("one object of options has one press, another has another", () => {
  const root = temporaryFolder();
  const shared = { ...options };
  expect(pressOf(shared, root)).toBe(pressOf(shared));
  expect(pressOf({ ...options }, root)).not.toBe(pressOf(shared));
});

test("a press checks the options it is given", () => {
  expect(() => pressOf({ url: "nowhere" }, temporaryFolder())).toThrow(FangzhiError);
});

test("a press reads the layouts of its root", () => {
  const root = temporaryFolder();
  writeFiles(root, { "layouts/a.njk": "{% extends 'b.njk' %}", "layouts/b.njk": "{{ site.url }}" });
  expect(pressOf({ ...options }, root).environment.render("a.njk")).toBe("https://archive.example");
});

test("what a template prints is escaped, and block lines leave no trace", () => {
  const { environment } = pressOf({ ...options }, temporaryFolder());
  const template = "  {% if true %}\n{{ text }}\n  {% endif %}\n";
  expect(environment.renderString(template, { text: "<b> & \"'" })).toBe("&lt;b&gt; &amp; &quot;&#39;\n");
});

test("templates have the site's filters", () => {
  const { environment } = pressOf({ url: "https://example.org/finews" }, temporaryFolder());
  expect(environment.renderString('{{ "/feed.xml" | absolute }} {{ 12345 | grouped }}', {})).toBe(
    "https://example.org/finews/feed.xml 12,345",
  );
});

test("templates see the archive that was set last, its quality and the policy for their reader", () => {
  const press = pressOf({ ...options }, temporaryFolder());
  const template = "{{ archive.entries.length }} {{ quality.merged }} {{ contentSecurityPolicy | safe }}";
  setArchive(press, archiveOf({}), quality, false);
  expect(press.environment.renderString(template, {})).toMatch(/^0 0 default-src 'none'; (?!.*ws:)/);
  setArchive(press, archiveOf({ "a.md": {} }), { ...quality, merged: 2 }, true);
  expect(press.environment.renderString(template, {})).toMatch(/^1 2 default-src 'none'; .*ws:/);
});
