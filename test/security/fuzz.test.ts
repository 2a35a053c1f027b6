/**
 * Requests made from the published schemas: what fits is never a fault of ours, what does not fit is a 400 that names
 * the field. The seed of a run is printed; `LINLI_SEED=<seed>` repeats it.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "../../schemas/operation.ts";
import { ROLL_COLUMNS } from "../../schemas/residents/roll.ts";
import { Role } from "../../schemas/roles.ts";
import { operations } from "../../schemas/routes.ts";
import type { Reply } from "../support/harness.ts";
import { STACK } from "../support/replies.ts";
import { fitting, type Root, rootOf, spoilt } from "../support/schema-fuzz.ts";
import { type Estate, pathOf, send, startEstate } from "./world.ts";

/** Requests of each of the four properties; `npm run test:fuzz` sends ten thousand in all. */
const RUNS = Number(process.env.LINLI_FUZZ ?? 250);
/** A request takes some milliseconds, on a busy machine tens. */
const MS_MAX = 60_000 + RUNS * 100;

let estate: Estate;
let token: string;
let pool: string[];
/** Made once an operation, when it is met: building all at once would outlast the server's idle connections. */
const bodies = new Map<Operation, fc.Arbitrary<unknown>>();

beforeAll(async () => {
  estate = await startEstate();
  const { ann, bo, params } = estate;
  // Ann with every role: nothing is refused for want of standing before it is looked at.
  token = await estate.app.token({ sub: ann.id, roles: [...Role.options], communities: ["lujing", "heyuan"] });
  const accounts = [`${ann.id}.points`, `${bo.id}.points`, "lujing~donation.points", `${ann.id}.minutes`];
  pool = [...Object.values(params), ...accounts, bo.id, uuidv7(), "heyuan", "nowhere", "patrol", "visit"];
});
afterAll(() => estate.app.stop());

/** The token, where the operation may know who asks. */
const as = ({ anonymous }: Operation) => (anonymous ? {} : { token });

const isClear = (reply: Reply) => {
  expect(reply.status, reply.text).toBeLessThan(500);
  if (reply.status < 400) return;
  expect(reply.text).not.toMatch(STACK);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(reply.body.code).toMatch(/^[a-z]+\/[a-z-]+$/);
  expect(reply.body.status).toBe(reply.status);
};

const withBody = operations.filter(({ body, bodyType }) => body !== undefined && bodyType !== "text/csv");
const withQuery = operations.filter(({ query }) => query !== undefined);
/** Counterexamples show an operation by its id. */
const shownById = (list: readonly Operation[]) =>
  fc.constantFrom(...list.map((operation) => Object.assign(operation, { [fc.toStringMethod]: () => operation.id })));

const roots = new Map<Operation, Root>(withBody.map((operation) => [operation, rootOf(operation.body as never)]));

/** An operation with a body that fits it. The key goes by the header alone, so that the two never differ. */
const requests = () =>
  shownById(withBody).chain((operation) => {
    const root = roots.get(operation) as Root;
    const fits = bodies.get(operation) ?? fitting(root.schema, root, pool);
    bodies.set(operation, fits);
    return fits.map((body) => {
      const { id: _key, ...rest } = body as Record<string, unknown>;
      return { operation, body: rest };
    });
  });

const ask = (operation: Operation, body: unknown, key = uuidv7()) =>
  send(estate, operation, pathOf(operation, estate.params), {
    ...as(operation),
    body,
    headers: { "idempotency-key": key },
  });

/** An independent batch says of each entry whether it is a repetition, and which request its problem belongs to. */
const withoutMarks = (text: string): unknown =>
  JSON.parse(text, (name, value) => (["requestId", "hit"].includes(name) ? undefined : value));

/** What succeeded has the shape that the manifest promises, and the same again under its key is the same answer. */
const keepsItsWord = async (operation: Operation, body: unknown, key: string, reply: Reply): Promise<void> => {
  if (reply.status >= 300 || reply.body === undefined) return;
  const read = operation.reply.safeParse(reply.body);
  expect(read.success, `${operation.id}: ${read.error?.message} of ${reply.text}`).toBe(true);
  if (operation.repeat !== "key") return;
  const again = await ask(operation, body, key);
  const told = (one: Reply) => [one.status, withoutMarks(one.text)];
  expect(again.headers.get("idempotency-hit"), operation.id).toBe("true");
  expect(told(again), operation.id).toEqual(told(reply));
};

/** True where an answer points at the spoilt place, or at what holds it (alternatives are refused as a whole). */
const names = (reply: Reply, pointer: string): boolean =>
  reply.body.errors.some(({ field }: { field: string }) => {
    const shown = field === "/" ? "" : field;
    return pointer === shown || pointer.startsWith(`${shown}/`) || shown.startsWith(`${pointer}/`);
  });

describe("a body", () => {
  it(
    "that fits its schema is answered as the schema says, the same when repeated, or clearly refused",
    async () => {
      await fc.assert(
        fc.asyncProperty(requests(), async ({ operation, body }) => {
          const key = uuidv7();
          const reply = await ask(operation, body, key);
          isClear(reply);
          await keepsItsWord(operation, body, key, reply);
        }),
        { numRuns: RUNS },
      );
    },
    MS_MAX,
  );

  it(
    "spoilt in one place is a 400 that names the place",
    async () => {
      const spoils = requests().chain(({ operation, body }) => {
        const root = roots.get(operation) as Root;
        return fc.constantFrom(...spoilt(root.schema, root, body)).map((spoil) => ({ operation, ...spoil }));
      });
      await fc.assert(
        fc.asyncProperty(spoils, async ({ operation, pointer, what, value }) => {
          const reply = await ask(operation, value);
          isClear(reply);
          const told = `${operation.id}: ${what} at ${pointer}: ${reply.text}`;
          expect([reply.status, reply.body.code], told).toEqual([400, "request/invalid"]);
          expect(names(reply, pointer), told).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    MS_MAX,
  );

  it(
    "that is any JSON at all is never a fault",
    async () => {
      const anything = fc.tuple(shownById(withBody), fc.json());
      await fc.assert(
        fc.asyncProperty(anything, async ([operation, raw]) => {
          const reply = await send(estate, operation, pathOf(operation, estate.params), { ...as(operation), raw });
          isClear(reply);
        }),
        { numRuns: RUNS },
      );
    },
    MS_MAX,
  );
});

it(
  "any path and query of any operation is never a fault",
  async () => {
    const odd = fc.oneof(
      fc.constantFrom(...["", "0", "-1", "1e309", "99999999999999999999", "%00", "true", "../..", "{}", "2026-02-30"]),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom("lujing", "points", "csv", "2026-06-15T04:00:00Z", "eyJzIjoieCJ9", "eyJ2IjoxfQ", "WzFd"),
    );
    const asked = shownById(operations).chain((operation) =>
      fc.record({
        operation: fc.constant(operation),
        query: fc.dictionary(
          fc.constantFrom(
            ...Object.keys(withQuery.includes(operation) ? (operation.query?.shape ?? {}) : {}),
            "dryRun",
            "x",
          ),
          odd,
          { maxKeys: 4 },
        ),
        oddPath: fc.boolean(),
        segment: odd,
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ operation, query, oddPath, segment }) => {
        const path = oddPath
          ? operation.path.replaceAll(/\{[^}]+\}/g, () => encodeURIComponent(segment.toWellFormed()))
          : pathOf(operation, estate.params);
        const search = new URLSearchParams(query).toString();
        const body = operation.body && operation.bodyType !== "text/csv" ? { body: {} } : {};
        isClear(await send(estate, operation, search ? `${path}?${search}` : path, { ...as(operation), ...body }));
      }),
      { numRuns: RUNS },
    );
  },
  MS_MAX,
);

it(
  "any roll file is reported row by row or refused, and never a fault",
  async () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(
        '"',
        '"a,b"',
        "=1+1",
        "1950-01-01",
        "13800138000",
        "89.5",
        "100",
        "1e400",
        "\uFFFD",
        "１２",
        "x\ny",
      ),
    );
    const file = fc
      .array(fc.array(cell, { minLength: ROLL_COLUMNS.length - 1, maxLength: ROLL_COLUMNS.length }), { maxLength: 6 })
      .map((rows) => [ROLL_COLUMNS.join(","), ...rows.map((cells) => cells.join(","))].join("\n"));
    const roll = operations.find(({ id }) => id === "importRoll") as Operation;
    await fc.assert(
      fc.asyncProperty(fc.oneof(file, fc.string({ maxLength: 200 })), async (raw) => {
        const reply = await send(estate, roll, `${pathOf(roll, estate.params)}?dryRun=true`, { token, raw });
        isClear(reply);
        if (reply.status === 200) expect(reply.body.answer.rejected).toBeLessThanOrEqual(reply.body.answer.rows.length);
      }),
      { numRuns: 100 },
    );
  },
  MS_MAX,
);
