import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deflateRawSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { hostedIndex } from "../../src/browser/indexSource.ts";

const bytes = Buffer.from(Array.from({ length: 100 }, (_, at) => at));

/** A host with a file of a hundred bytes, that counts how often it is asked, and may break off its answers. */
async function hostOf({ knowsRanges = true, broken = 0, short = 0 } = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    asked.push(`${request.url} ${request.headers.range ?? ""}`.trim());
    if (request.url === "/search/index.json") return response.end('{"articles":0}');
    if (request.url === "/search/pinyin.txt") return response.end("nan南");
    if (request.url !== "/search/a.bin") return response.writeHead(404).end("Not found");
    if (asked.length <= broken) {
      response.writeHead(200, { "content-length": 100 });
      response.write("half");
      return setTimeout(() => response.destroy(), 20);
    }
    if (!range || !knowsRanges) return response.end(asked.length <= short ? bytes.subarray(0, 6) : bytes);
    if (asked.length <= short)
      return response.writeHead(206).end(bytes.subarray(Number(range[1]), Number(range[1]) + 1));
    return response.writeHead(206).end(bytes.subarray(Number(range[1]), Number(range[2]) + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  return { index: hostedIndex(`http://localhost:${(server.address() as AddressInfo).port}/search/`), asked };
}

test("pieces are asked for by their range, and what has come is counted", async () => {
  const { index, asked } = await hostOf();
  expect([...(await index.read("a.bin", 4, 8))]).toEqual([4, 5, 6, 7]);
  expect([...(await index.read("a.bin", 99, 100))]).toEqual([99]);
  expect(asked).toEqual(["/search/a.bin bytes=4-7", "/search/a.bin bytes=99-99"]);
  expect(index.fetched()).toBe(5);
});

test("a host that knows no ranges is asked for a file once", async () => {
  const { index, asked } = await hostOf({ knowsRanges: false });
  expect([...(await index.read("a.bin", 4, 8))]).toEqual([4, 5, 6, 7]);
  expect([...(await index.read("a.bin", 90, 92))]).toEqual([90, 91]);
  expect(asked).toHaveLength(1);
  expect(index.fetched()).toBe(100);
});

test("a whole file that broke off is asked for again", async () => {
  const { index, asked } = await hostOf({ knowsRanges: false, broken: 1 });
  await expect(index.read("a.bin", 4, 8)).rejects.toThrow(TypeError);
  expect([...(await index.read("a.bin", 4, 8))]).toEqual([4, 5, 6, 7]);
  expect(asked).toHaveLength(2);
});

test.each([true, false])(
  "what comes short is asked for again, from a host that knows ranges: %s",
  async (knowsRanges) => {
    const { index, asked } = await hostOf({ knowsRanges, short: 1 });
    await expect(index.read("a.bin", 4, 8)).rejects.toThrow("a.bin: ");
    expect([...(await index.read("a.bin", 4, 8))]).toEqual([4, 5, 6, 7]);
    expect(asked).toHaveLength(2);
  },
);

test("the manifest and the readings stand beside it", async () => {
  const { index } = await hostOf();
  expect(await index.manifest()).toEqual({ articles: 0 });
  expect(await index.readings()).toBe("nan南");
});

test("what is not there is said", async () => {
  const { index } = await hostOf();
  expect(index.isReplaced()).toBe(false);
  await expect(index.read("b.bin", 0, 4)).rejects.toThrow("b.bin: 404");
  expect(index.isReplaced()).toBe(true);
  await index.manifest();
  expect(index.isReplaced()).toBe(false);
});

test("blocks are inflated", async () => {
  const { index } = await hostOf();
  expect(Buffer.from(await index.inflate(deflateRawSync("方志")))).toEqual(Buffer.from("方志"));
  await expect(index.inflate(Uint8Array.of(255, 255))).rejects.toBeInstanceOf(Error);
});
