import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { recordOf } from "../../src/bind/articleRecord.ts";
import { RecordPile } from "../../src/bind/recordPile.ts";
import { readVolume, writeVolume } from "../../src/bind/volumeFile.ts";
import type { Month } from "../../src/model.ts";
import { articleOf } from "../support/articles.ts";
import { temporaryFolder } from "../support/command.ts";

const texts = Array.from(
  { length: 40 },
  (_, index) => `---\ntitle: 第${index}篇\n---\n<p>正文${"。".repeat(index)}</p>`,
);
const records = texts.map((text, index) =>
  recordOf(articleOf(text, { path: `2022-03-${10 + (index % 9)}-a${index}.md` })),
);

test.each([0, 3000, 1_000_000])("with %i bytes in memory, a pile gives back what was put on it", (most) => {
  const folder = temporaryFolder();
  const pile = new RecordPile(folder, most);
  for (const record of records) pile.add(record);
  expect(pile.records.map(({ row, lines }) => ({ row, lines }))).toEqual(records);
  // Whatever ends the process, nothing stays behind.
  expect(readdirSync(folder)).toEqual([]);
  const { file } = writeVolume(folder, "2022-03" as Month, pile.records);
  pile.close();
  expect(writeVolume(folder, "2022-03" as Month, records).file).toBe(file);
  expect(readVolume(folder, file)).toHaveLength(records.length);
});
