import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { upToDate } from "../../src/serve/upToDate.ts";

test.each([
  ["/gang/2024/01/25/a.html?x=1#p-1", "", "gang/2024/01/25/a.html"],
  ["/category/%E6%B8%AF%E5%8F%A3", "", "category/港口.html"],
  ["/", "", "index.html"],
  ["/feed.xml", "", "feed.xml"],
  ["/news/tag/a.html", "/news", "tag/a.html"],
  ["/tag/a.html", "/news", undefined],
  ["/assets/style.css", "", undefined],
  ["/.11ty/reload-client.js", "", undefined],
  ["/.fangzhi/desk.css", "", undefined],
  ["/%E6", "", undefined],
])("%s below %o waits for %o", async (url, prefix, page) => {
  const ready = vi.fn<(page: string) => Promise<void>>(async () => undefined);
  const request = Object.assign(new IncomingMessage(new Socket()), { url });
  const next = vi.fn<() => void>(() => expect(ready.mock.calls).toEqual(page === undefined ? [] : [[page]]));
  await upToDate({ ready }, prefix)(request, new ServerResponse(request), next);
  expect(next).toHaveBeenCalledOnce();
});
