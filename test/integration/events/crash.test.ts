/** The local feed under `kill -9`: what the table holds has been told, what has been told the table holds. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { parseEvent } from "../../../events/contracts.ts";
import { derive } from "../../../events/derive.ts";
import type { CloudEvent } from "../../../events/envelope.ts";
import type { Item } from "../../../functions/shared/write.ts";
import { makeTable } from "../../support/harness.ts";

const CHILD = fileURLToPath(new URL("../../support/feed-child.ts", import.meta.url));
const ROUNDS = 6;
const COMMITS_MAX = 250;
/**
 * Every so many deliveries the subscriber fails, and every so many it takes the event but breaks off before it
 * answers.
 */
const FAILS_EVERY = 97;
const BREAKS_OFF_EVERY = 131;

/** A subscriber that keeps what it gets and is not quite reliable. */
const subscriber = async () => {
  const events: CloudEvent[] = [];
  let requests = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    requests += 1;
    if (requests % FAILS_EVERY === 0) {
      response.writeHead(503).end();
      return;
    }
    events.push(parseEvent(JSON.parse(Buffer.concat(chunks).toString())));
    if (requests % BREAKS_OFF_EVERY === 0) response.destroy();
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { events, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

/**
 * Runs the child; with `killAfter` it is killed when it has made so many commits. Gives its exit code, null when
 * killed.
 */
const child = (args: readonly string[], killAfter = Number.POSITIVE_INFINITY): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [CHILD, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let commits = 0;
    running.stdout.on("data", (bytes: Buffer) => {
      commits += bytes.length;
      if (commits >= killAfter) running.kill("SIGKILL");
    });
    running.once("error", reject);
    running.once("close", (code) => resolve(code));
  });

const everything = async (table: string, client: Awaited<ReturnType<typeof makeTable>>["client"]): Promise<Item[]> => {
  const doc = DynamoDBDocumentClient.from(client);
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await doc.send(new ScanCommand({ TableName: table, ...(from ? { ExclusiveStartKey: from } : {}) }));
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

/** Events of an item and of the revisions that it has replaced. */
const idsOf = (item: Item): string[] => {
  const event = derive(item, "testqu");
  if (event === undefined) return [];
  const revisions = Number(item.rev ?? 1);
  if (item.ev === undefined || revisions === 1) return [event.id];
  const stem = event.id.slice(0, event.id.lastIndexOf(":"));
  return Array.from({ length: revisions }, (_, index) => `${stem}:${index + 1}`);
};

it("six processes killed at work lose no event, invent none, and keep each aggregate in order", {
  timeout: 120_000,
}, async () => {
  const { table, client, endpoint } = await makeTable();
  const { events, url } = await subscriber();
  const dir = mkdtempSync(join(tmpdir(), "linli-crash-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const args = [endpoint, table, dir, url];
  for (const commits of fc.sample(fc.integer({ min: 1, max: COMMITS_MAX }), ROUNDS)) {
    expect(await child(["work", ...args], commits)).toBeNull();
  }
  expect(await child(["drain", ...args])).toBe(0);

  const items = await everything(table, client);
  const delivered = [...new Set(events.map(({ id }) => id))];
  expect(delivered.toSorted()).toEqual(items.flatMap(idsOf).toSorted());
  expect(delivered.length).toBeGreaterThan(ROUNDS);

  const place = new Map(delivered.map((id, index) => [id, index]));
  for (const id of delivered.filter((one) => one.startsWith("hold:") && one.endsWith(":2"))) {
    expect(place.get(id.replace(/:2$/, ":1"))).toBeLessThan(place.get(id) ?? -1);
  }
});
