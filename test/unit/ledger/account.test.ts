/** Accounts: what their ids say, how they open and close, who may see them, and what expires next. */
import { describe, expect, it } from "vitest";
import { mayDispose, mayRead } from "../../../functions/ledger/domain/access.ts";
import {
  accountRef,
  hardBudget,
  memberAccount,
  nextExpiry,
  poolAccount,
  poolExists,
} from "../../../functions/ledger/domain/account.ts";
import { planForfeit } from "../../../functions/ledger/domain/closing.ts";
import { newAccount, newEnvelope, newPools, opened } from "../../../functions/ledger/domain/opening.ts";
import { SYSTEM_POOLS } from "../../../schemas/district.ts";
import { BALANCE_MAX } from "../../../schemas/primitives.ts";
import { testDistrict } from "../../support/district.ts";

const district = testDistrict();
const NOW = new Date("2026-06-15T04:00:00Z");
const EMPTY = {
  ...{ status: "active", balance: 0, held: 0, heldIn: 0, free: 0, earned: 0, spent: 0, lots: {}, last: 0, version: 0 },
  ...{ revision: 1, lastPaidMs: undefined, spenders: [], counters: {} },
};
const ann = newAccount(district, { kind: "resident", id: "ann", community: "lujing" }, "points");

describe("an account's id", () => {
  it("says holder and unit, or community, pool and unit", () => {
    expect(memberAccount("ann", "points")).toBe("ann.points");
    expect(poolAccount("lujing", "elder", "points")).toBe("lujing~elder.points");
    expect(accountRef("a.b.points")).toStrictEqual({ id: "a.b.points", unit: "points", holder: "a.b" });
    expect(accountRef("lujing~elder.points")).toStrictEqual({
      ...{ id: "lujing~elder.points", unit: "points", pool: "elder", community: "lujing" },
    });
  });

  it.each<[string, boolean, boolean]>([
    ["ann.points", false, false],
    ["lujing~elder.points", true, true],
    ["lujing~reward.points", true, false],
    ["lujing~elder.minutes", false, false],
    ["lujing~issuance.minutes", true, false],
    ["lujing~issuance.gold", false, false],
    ["nowhere~issuance.points", false, false],
    ["lujing~gold.points", false, false],
  ])("%s is a pool of the district: %s, with a hard budget: %s", (id, exists, hard) => {
    expect([poolExists(district, accountRef(id)), hardBudget(district, accountRef(id)) !== undefined]).toStrictEqual([
      exists,
      hard,
    ]);
  });
});

describe("a new account", () => {
  it("of a member has the unit's limits and nothing else", () => {
    const kin = { ...EMPTY, holderKind: "household", holderId: "w", community: "lujing", spenders: ["ann"] };
    const made = newAccount(
      district,
      { kind: "household", id: "w", community: "lujing", spenders: ["ann"] },
      "minutes",
    );
    expect(made).toStrictEqual({
      ...{ ...kin, id: "w.minutes", unit: "minutes", floor: -600, ceiling: 90_000, available: 600, room: 90_000 },
    });
    expect(ann.spenders).toStrictEqual([]);
  });

  it("of an envelope keeps its reserve as a floor", () => {
    expect(newEnvelope({ id: "f1", community: "lujing", unit: "points", reserve: 40 })).toStrictEqual({
      ...{ ...EMPTY, status: "earmarked", holderKind: "fund", holderId: "f1", community: "lujing", unit: "points" },
      ...{ id: "f1.points", floor: 40, available: -40, ceiling: BALANCE_MAX, room: BALANCE_MAX },
    });
  });

  it("of a pool is unbounded; there is one for each system pool and unit, and one for each reward pool", () => {
    const pools = newPools(district, "heyuan");
    expect(pools.map(({ id }) => id)).toStrictEqual([
      ...["points", "minutes"].flatMap((unit) => SYSTEM_POOLS.map((code) => `heyuan~${code}.${unit}`)),
      "heyuan~reward.points",
      "heyuan~elder.points",
    ]);
    expect(pools.at(-1)).toStrictEqual({
      ...{ ...EMPTY, id: "heyuan~elder.points", holderKind: "pool", holderId: "elder", community: "heyuan" },
      ...{ unit: "points", floor: -BALANCE_MAX, available: BALANCE_MAX, ceiling: BALANCE_MAX, room: BALANCE_MAX },
    });
  });

  it("opens with an entry from issuance, and a lot where the unit expires", () => {
    const opening = { transferId: "t1", unit: "points", amount: 70, by: "root" };
    const entry = {
      ...{ id: "t1", leg: 0, reversal: false, kind: "opening", from: "lujing~issuance.points", to: "ann.points" },
      ...{ amount: 70, category: "opening", stamp: 9, by: "root", lot: "20270701" },
    };
    const state = { balance: 70, free: 70, available: 70, room: 99_930, lots: { "20270701": 70 }, last: 9, version: 1 };
    expect(opened(district, ann, opening, 9, NOW)).toStrictEqual({ account: { ...ann, ...state }, entry });
    const minutes = newAccount(district, { kind: "resident", id: "ann", community: "lujing" }, "minutes");
    const lasting = opened(district, minutes, { ...opening, unit: "minutes" }, 9, NOW);
    expect(lasting.account).toMatchObject({ available: 670, room: 89_930, lots: {} });
    expect(lasting.account.lots).toStrictEqual({});
    expect(lasting.account.spenders).toStrictEqual([]);
    expect(lasting.entry).not.toHaveProperty("lot");
  });
});

describe("an account that closes", () => {
  it("gives what is left to the expiry pool", () => {
    const left = { ...ann, balance: 30, free: 30, available: 30, room: 99_970, spent: 5 };
    const entry = {
      ...{ id: "t1", leg: 0, reversal: false, kind: "adjustment", from: "ann.points", to: "lujing~expiry.points" },
      ...{ amount: 30, category: "forfeit", stamp: 9, by: "root" },
    };
    const emptied = { ...left, balance: 0, free: 0, available: 0, room: 100_000, spent: 35, last: 9 };
    expect(planForfeit(left, "t1", "root", 9)).toStrictEqual({ account: emptied, entries: [entry] });
  });

  it("gives nothing when it is empty or owes", () => {
    for (const balance of [0, -1]) {
      const state = { ...ann, balance };
      expect(planForfeit(state, "t1", "root", 9)).toStrictEqual({ account: state, entries: [] });
    }
    expect(planForfeit({ ...ann, balance: 1 }, "t1", "root", 9).entries).toHaveLength(1);
  });
});

describe("access", () => {
  const wallet = { ...ann, holderKind: "household" as const, holderId: "w", spenders: ["ann"] };
  const resident = { id: "ann", roles: ["resident" as const], communities: ["lujing"] };

  it("is the holder's and the spenders', never to a pool", () => {
    for (const [account, person, isRight] of [
      [ann, "ann", true],
      [ann, "bo", false],
      [wallet, "ann", true],
      [wallet, "w", true],
      [wallet, "bo", false],
      [{ ...wallet, holderKind: "pool" as const }, "ann", false],
      [{ ...wallet, holderKind: "pool" as const }, "w", false],
    ] as const) {
      expect([mayRead(resident, person, account), mayDispose(person, account)]).toStrictEqual([isRight, isRight]);
    }
  });

  it("to read is also the community's officers', pools included", () => {
    const pool = { ...ann, holderKind: "pool" as const };
    for (const role of ["steward", "auditor", "district-admin"] as const) {
      expect(mayRead({ id: "o", roles: [role], communities: ["lujing"] }, "o", pool), role).toBe(true);
    }
    expect(mayRead({ id: "o", roles: ["steward"], communities: ["heyuan"] }, "o", ann)).toBe(false);
  });
});

describe("the next expiry", () => {
  it.each<[Record<string, number>, number, unknown]>([
    [{}, 0, null],
    [{ "20270101": 10, "20270201": 20 }, 0, { amount: 10, day: "20270101" }],
    [{ "20270201": 20, "20270101": 10 }, 4, { amount: 6, day: "20270101" }],
    [{ "20270101": 10, "20270201": 20 }, 10, { amount: 20, day: "20270201" }],
    [{ "20270101": 10, "20270201": 20 }, 13, { amount: 17, day: "20270201" }],
    [{ "20270101": 10, "20270201": 20 }, 30, null],
    [{ "20270101": 10 }, -5, { amount: 10, day: "20270101" }],
  ])("of %o with %i spent", (lots, spent, expected) => {
    expect(nextExpiry({ lots, spent })).toStrictEqual(expected);
  });
});
