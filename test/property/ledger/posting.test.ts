/**
 * The rules in code and the conditions in the database say the same: `judge` accepts exactly the postings that the
 * engine commits.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Account } from "../../../functions/ledger/domain/account.ts";
import { counterUses } from "../../../functions/ledger/domain/counter.ts";
import { judge, type Posting, posting } from "../../../functions/ledger/domain/posting.ts";
import { accountKey, createAccount, postingWrite, toAccount } from "../../../functions/ledger/store/account.ts";
import { periodsAt } from "../../../functions/shared/time.ts";
import { type App, startApp } from "../../support/harness.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const NOW = new Date("2026-06-15T04:00:00Z");
const ZONE = "Asia/Shanghai";
const small = fc.integer({ min: 0, max: 20 });

const accounts = fc
  .record({
    balance: fc.integer({ min: -5, max: 20 }),
    held: small,
    heldIn: small,
    floor: fc.constantFrom(0, -5),
    ceiling: small,
  })
  .chain((amounts) =>
    fc.record({
      amounts: fc.constant(amounts),
      status: fc.constantFrom("active" as const, "frozen" as const, "closed" as const),
      spenders: fc.constantFrom([], ["s1"]),
      community: fc.constantFrom("lujing", "heyuan"),
      used: fc.option(fc.record({ amount: small, daysAgo: fc.constantFrom(0, 1, 8, 16) })),
      paidSecondsAgo: fc.option(small),
    }),
  );

const needs = fc.record(
  {
    available: small,
    free: small,
    room: small,
    spender: fc.constantFrom("s1", "s2"),
    community: fc.constantFrom("lujing", "heyuan"),
    idleSeconds: small,
  },
  { requiredKeys: [] },
);

const accountOf = (drawn: typeof accounts extends fc.Arbitrary<infer T> ? T : never): Account => {
  const { balance, held, heldIn, floor, ceiling } = drawn.amounts;
  const free = balance - held;
  const base: Account = {
    id: `${uuidv7()}.points`,
    holderKind: "household",
    holderId: "h",
    community: drawn.community,
    unit: "points",
    status: drawn.status,
    floor,
    ceiling,
    balance,
    held,
    heldIn,
    free,
    available: free - floor,
    room: ceiling - balance - heldIn,
    earned: 0,
    spent: 0,
    lots: {},
    last: 1,
    version: 1,
    revision: 1,
    lastPaidMs: drawn.paidSecondsAgo === null ? undefined : NOW.getTime() - drawn.paidSecondsAgo * 1_000,
    spenders: drawn.spenders,
    counters: {},
  };
  if (drawn.used === null) return base;
  const then = periodsAt(new Date(NOW.getTime() - drawn.used.daysAgo * 86_400_000), ZONE);
  const [use] = counterUses("pay", [{ period: "day", limit: 20 }], then, drawn.used.amount);
  return use ? { ...base, counters: { [use.attribute]: use.base + use.amount } } : base;
};

it("whatever the account and whatever the posting", async () => {
  await fc.assert(
    fc.asyncProperty(
      accounts,
      needs,
      fc.constantFrom("active" as const, "open" as const, "any" as const),
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      async (drawn, { idleSeconds, ...wanted }, status, amount, capped) => {
        const account = accountOf(drawn);
        const idle =
          idleSeconds === undefined
            ? {}
            : { idle: { sinceMs: NOW.getTime() - idleSeconds * 1_000, nowMs: NOW.getTime() } };
        const counters = capped ? counterUses("pay", [{ period: "day", limit: 15 }], periodsAt(NOW, ZONE), amount) : [];
        const wish: Posting = posting(
          account.id,
          { status, ...wanted, ...idle },
          { balance: -amount, spent: amount, counters },
        );
        await app.deps.db.commit([createAccount(account)]);
        const verdict = judge(wish, account);
        const outcome = await app.deps.db.commit([postingWrite(wish, 10, 10, account)]);
        expect(outcome.ok, JSON.stringify({ verdict, wish, account })).toBe(verdict.length === 0);
        const blind = await app.deps.db.commit([postingWrite(wish, 20, 20)]);
        const stored = await app.deps.db.get(accountKey(account.id));
        const after = toAccount(stored as Parameters<typeof toAccount>[0]);
        // Derived members are exact whatever was committed.
        expect([after.free, after.available, after.room]).toEqual([
          after.balance - after.held,
          after.balance - after.held - after.floor,
          after.ceiling - after.balance - after.heldIn,
        ]);
        const times = Number(outcome.ok) + Number(blind.ok);
        expect(after.balance).toBe(account.balance - times * amount);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
