/** What subscribers receive, and when an event counts as taken. */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseEvent } from "../../../events/contracts.ts";
import { derive } from "../../../events/derive.ts";
import type { CloudEvent } from "../../../events/envelope.ts";
import { fileSubscriber, httpSubscriber, usualSubscribers } from "../../../infra/local/feed.ts";
import { images } from "./images.ts";
import { folder } from "./support.ts";

const events = [images["ledger.transfer.posted"], images["ledger.hold.created"]].map(
  (image) => derive(image, "demo") as CloudEvent,
);
const { signal } = new AbortController();

/** An endpoint that answers with the given statuses, then 204. */
const endpoint = async (statuses: readonly number[] = []) => {
  const received: { readonly type: string | undefined; readonly body: string }[] = [];
  const answers = [...statuses];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    received.push({ type: request.headers["content-type"], body: Buffer.concat(chunks).toString() });
    const status = answers.shift() ?? 204;
    if (status !== 0) response.writeHead(status, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

describe("the endpoint", () => {
  it("gets each event in structured mode, one a request, in order", async () => {
    const { received, url } = await endpoint();
    await httpSubscriber(url).deliver(events, signal);
    expect(received.map(({ type }) => type)).toEqual(events.map(() => "application/cloudevents+json; charset=utf-8"));
    expect(received.map(({ body }) => parseEvent(JSON.parse(body)))).toEqual(JSON.parse(JSON.stringify(events)));
  });

  it.each([400, 429, 500, 302])("has not taken an event that it answers with %i", async (status) => {
    const { received, url } = await endpoint([status]);
    await expect(httpSubscriber(url).deliver(events, signal)).rejects.toThrow();
    expect(received).toHaveLength(1);
  });

  it("has not taken an event that it leaves without an answer", async () => {
    const { url } = await endpoint([0]);
    await expect(httpSubscriber(url, 50).deliver(events, signal)).rejects.toThrow();
  });

  it("is given up at once when the feed stops", async () => {
    const { url } = await endpoint([0]);
    const stop = new AbortController();
    const delivery = httpSubscriber(url).deliver(events, stop.signal);
    stop.abort();
    await expect(delivery).rejects.toThrow();
  });
});

describe("the file", () => {
  it("begins a line of its own after half a line that a crash left", async () => {
    const file = join(folder(), "events.ndjson");
    writeFileSync(file, '{"id":"half');
    await fileSubscriber(file).deliver(events, signal);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(events)));
  });

  it("is set aside at its size limit, and the older ones move on", async () => {
    const file = join(folder(), "events.ndjson");
    const subscriber = fileSubscriber(file, 10);
    for (let round = 0; round < 3; round++) await subscriber.deliver(events.slice(0, 1), signal);
    for (const name of [file, `${file}.1`, `${file}.2`]) {
      expect(readFileSync(name, "utf8").trimEnd().split("\n")).toHaveLength(1);
    }
  });
});

it("a local server has the file, and the endpoint only when there is one", () => {
  const file = join(folder(), "events.ndjson");
  const names = (url?: string) => usualSubscribers({ file, url }).map(({ name }) => name);
  expect([names(), names(""), names("http://localhost:1")]).toEqual([["file"], ["file"], ["file", "http"]]);
});
