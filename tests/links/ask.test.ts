import { expect, test } from "vitest";
import { ask, type Asking } from "../../src/links/ask.ts";
import { HostGates } from "../../src/links/hostGates.ts";
import { answering, pageServer } from "../support/pageServer.ts";

const asking = (options: Partial<Asking> = {}): Asking => ({
  gates: new HostGates(0),
  timeout: 2000,
  backoff: 1,
  isPrivateAllowed: true,
  ...options,
});

test.each([
  [200, "alive", "HEAD"],
  [204, "alive", "HEAD"],
  [404, "dead", "HEAD GET"],
  [410, "dead", "HEAD GET"],
  [403, "unsure", "HEAD GET"],
  [401, "unsure", "HEAD"],
  [451, "unsure", "HEAD"],
  [500, "unsure", "HEAD"],
  [304, "unsure", "HEAD"],
])("A page with status %i is %s, asked by %s", async (status, fate, methods) => {
  const host = await pageServer({ "/x": answering(status) });
  expect(await ask(`${host.origin}/x`, asking())).toEqual({ fate, because: String(status) });
  expect(host.asked).toEqual(methods.split(" ").map((method) => `${method} /x`));
});

test.each([403, 404, 405, 501])("A host that answers HEAD with %i is asked by GET", async (status) => {
  const host = await pageServer({
    "/x": ({ method }, response) => void response.writeHead(method === "HEAD" ? status : 200).end("页"),
  });
  expect(await ask(`${host.origin}/x`, asking())).toEqual({ fate: "alive", because: "200" });
});

test("A page that has moved for good says where, as far as it is for good", async () => {
  const host = await pageServer({
    "/a": answering(301, { location: "/b" }),
    "/b": answering(308, { location: "/c?x=1" }),
    "/c?x=1": answering(302, { location: "/d" }),
    "/d": answering(200),
  });
  expect(await ask(`${host.origin}/a`, asking())).toEqual({
    fate: "moved",
    because: "200",
    to: `${host.origin}/c?x=1`,
  });
  expect(await ask(`${host.origin}/c?x=1`, asking())).toEqual({ fate: "alive", because: "200" });
});

test("A page that leads to one which is gone is gone", async () => {
  const host = await pageServer({ "/a": answering(301, { location: "/b" }) });
  expect(await ask(`${host.origin}/a`, asking())).toEqual({ fate: "dead", because: "404" });
});

test.each([
  ["in a circle", "/a", "redirects"],
  ["to the front page", "/", "front-page"],
  ["to no page", "mailto:a@example.com", "redirect"],
  ["nowhere", "http://[", "redirect"],
])("A page that leads %s cannot be judged", async (_, location, because) => {
  const host = await pageServer({ "/a": answering(301, { location }), "/": answering(200) });
  expect(await ask(`${host.origin}/a`, asking())).toEqual({ fate: "unsure", because });
});

test("A host that is busy is asked once more", async () => {
  const host = await pageServer({
    "/a": (_, response, times) => void response.writeHead(times === 1 ? 429 : 200, { "retry-after": "0" }).end(),
    "/b": answering(429),
    "/c": answering(429, { "retry-after": "3600" }),
  });
  expect(await ask(`${host.origin}/a`, asking())).toEqual({ fate: "alive", because: "200" });
  expect(await ask(`${host.origin}/b`, asking())).toEqual({ fate: "unsure", because: "429" });
  expect(await ask(`${host.origin}/c`, asking())).toEqual({ fate: "unsure", because: "429" });
  expect(host.asked.map((each) => each.slice(-2))).toEqual(["/a", "/a", "/b", "/b", "/c"]);
});

test("A connection that breaks is tried once more", async () => {
  const host = await pageServer({
    "/a": (_, response, times) => void (times === 1 ? response.destroy() : response.end()),
    "/b": (_, response) => void response.destroy(),
  });
  expect(await ask(`${host.origin}/a`, asking())).toEqual({ fate: "alive", because: "200" });
  expect(await ask(`${host.origin}/b`, asking())).toEqual({ fate: "unsure", because: "ECONNRESET" });
});

test("A host that does not answer in time cannot be judged", async () => {
  const host = await pageServer({ "/a": () => undefined });
  expect(await ask(`${host.origin}/a`, asking({ timeout: 1000 }))).toEqual({ fate: "unsure", because: "timeout" });
  expect(host.asked).toHaveLength(2);
});

test("A name that nobody has is gone", async () => {
  // https://www.rfc-editor.org/rfc/rfc6761#section-6.4; a machine without a resolver cannot tell.
  const { fate, because } = await ask("http://nobody.invalid/x", asking());
  expect([`dead ENOTFOUND`, `unsure EAI_AGAIN`]).toContain(`${fate} ${because}`);
});

test.each(["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"])("%s is not asked", async (name) => {
  const host = await pageServer({ "/a": answering(200) });
  const { port } = new URL(host.origin);
  expect(await ask(`http://${name}:${port}/a`, asking({ isPrivateAllowed: false }))).toEqual({
    fate: "unsure",
    because: "private",
  });
  expect(host.asked).toEqual([]);
});

test("What asks says so, and sends no password", async () => {
  let headers: unknown;
  const host = await pageServer({
    "/a": (request, response) => {
      ({ headers } = request);
      response.end();
    },
  });
  await ask(host.origin.replace("//", "//name:secret@") + "/a", asking());
  expect(headers).toMatchObject({ "user-agent": expect.stringContaining("Fangzhi") });
  expect(headers).not.toHaveProperty("authorization");
});
