import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, textIn, writeFiles } from "../../../support/command.ts";
import { importOld } from "../../../support/oldSites.ts";

/** Imports an export of one post. */
async function imported(item: string | Uint8Array) {
  const [folder, posts] = [temporaryFolder(), temporaryFolder()];
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss><channel><wp:base_blog_url>https://old.example</wp:base_blog_url><item>';
  const usual = "<wp:post_type>post</wp:post_type><wp:post_date>2020-01-20 08:00:00</wp:post_date>";
  writeFiles(folder, {
    "a.xml": Buffer.concat([
      Buffer.from(head + usual),
      Buffer.from(item as string),
      Buffer.from("</item></channel></rss>"),
    ]),
  });
  const [outcome] = await importOld("wordpress", posts, { from: path.join(folder, "a.xml") });
  return { outcome: outcome!, text: textIn(posts, outcome!.file!) };
}

function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;
}

test("custom fields of one name are all kept", async () => {
  const fields = meta("k", "一") + meta("k", "二") + meta("j", "三");
  const { text, outcome } = await imported(`<title>甲</title><content:encoded>乙</content:encoded>${fields}`);
  expect(text).toContain('custom_fields: {"k":["一","二"],"j":"三"}');
  expect(outcome.remarks).toMatchObject([{ rule: "old-fields", values: { keys: "k, j" } }]);
});

test("a former slug takes the place of the slug, not of a figure before it", async () => {
  const link = "<link>https://old.example/2020/01/20/</link><wp:post_name>20</wp:post_name>";
  const { text } = await imported(`<title>甲</title>${link}${meta("_wp_old_slug", "a$&amp;b")}`);
  expect(text).toContain('redirect_from: ["/2020/01/a$&b/"]');
});

test("bytes that are no text are told of", async () => {
  const damaged = Buffer.concat([Buffer.from("<title>甲"), Buffer.from([0xe4, 0xb8]), Buffer.from("</title>")]);
  const { text, outcome } = await imported(damaged);
  expect(text).toContain('title: "甲\uFFFD"');
  expect(outcome.remarks).toMatchObject([{ rule: "old-damaged", values: { count: 1 } }]);
});
