/** Who may act on an order and see it, what happens to it by itself, and which times and minutes count. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "../../../functions/shared/policy.ts";
import { STATES } from "../../../functions/timebank/domain/lifecycle.ts";
import {
  asCreated,
  counted,
  dueOf,
  isPartedFrom,
  mayBeParted,
  maySee,
  maySeeAddress,
  moved,
  type Order,
  recordRefusals,
  sessionResult,
  sidesOf,
  signInRefusals,
  signInWindow,
  windowRefusals,
} from "../../../functions/timebank/domain/order.ts";
import type { Role } from "../../../schemas/roles.ts";
import { DAY, HOUR, MINUTE, NOON, order } from "./records.ts";

const actor = (id: string, role: Role = "resident", communities: readonly string[] = ["lujing"]): Actor => ({
  id,
  roles: [role],
  communities,
});
const steward = actor("sun", "steward");
const admin = actor("deng", "district-admin", []);
const auditor = actor("ai", "auditor");
const now = new Date(NOON);
const iso = (ms: number): string => new Date(ms).toISOString();

describe("the sides of an order", () => {
  it.each<[string, Actor, string, readonly string[]]>([
    // what, who acts, for whom, on which sides
    ["who is served", actor("elder"), "elder", ["recipient"]],
    ["who asked and pays", actor("daughter"), "daughter", ["recipient"]],
    ["a proxy of who is served", actor("neighbour"), "elder", ["recipient"]],
    ["who serves", actor("vera"), "vera", ["volunteer"]],
    ["a proxy of who serves", actor("guardian"), "vera", ["volunteer"]],
    ["who is served, as the proxy of who serves", actor("elder"), "vera", []],
    ["who pays, as the proxy of who serves", actor("daughter"), "vera", []],
    ["who serves, as the proxy of who is served", actor("vera"), "elder", []],
    ["a stranger", actor("otto"), "otto", []],
    ["a steward", steward, "sun", ["steward"]],
    ["a district administrator", admin, "deng", ["steward"]],
    ["an auditor", auditor, "ai", []],
    ["a steward of another community", actor("sun", "steward", ["heyuan"]), "sun", []],
    ["a steward on the telephone with who is served", steward, "elder", ["recipient", "steward"]],
    ["a steward on the telephone with who serves", steward, "vera", ["volunteer"]],
    ["a steward who is served", actor("elder", "steward"), "elder", ["recipient"]],
    ["a steward who asked, acting for somebody else", actor("daughter", "steward"), "otto", []],
    ["a steward who serves", actor("vera", "steward"), "vera", ["volunteer"]],
    ["a steward who serves, acting for somebody else", actor("vera", "steward"), "otto", []],
  ])("%s", (_, who, person, sides) => {
    expect(sidesOf(order(), who, person)).toEqual(sides);
  });

  it("have no volunteer before somebody serves", () => {
    const open = order({ state: "requested", volunteer: undefined });
    expect(sidesOf(open, actor("vera"), "vera")).toEqual([]);
    expect(sidesOf(open, steward, "sun")).toEqual(["steward"]);
    expect(sidesOf(open, actor("elder"), "elder")).toEqual(["recipient"]);
  });
});

describe("an order is read", () => {
  const open = order({ state: "requested", volunteer: undefined });

  it.each<[string, Actor, boolean, boolean]>([
    // who, an order that looks for a volunteer, one that is taken
    ["who is served", actor("elder", "resident", []), true, true],
    ["who asked", actor("daughter", "resident", []), true, true],
    ["a steward", steward, true, true],
    ["an auditor", auditor, true, true],
    ["a district administrator", admin, true, true],
    ["somebody of the community", actor("otto"), true, false],
    ["somebody of another community", actor("otto", "resident", ["heyuan"]), false, false],
    ["a steward of another community", actor("sun", "steward", ["heyuan"]), false, false],
    ["a provider of the community", actor("pan", "provider"), true, false],
  ])("by %s", (_, who, whileOpen, whenTaken) => {
    expect([maySee(open, who, who.id), maySee(order(), who, who.id)]).toEqual([whileOpen, whenTaken]);
  });

  it("by its volunteer, and by whom a side has made their proxy", () => {
    expect(maySee(order(), actor("vera", "resident", []), "vera")).toBe(true);
    expect(maySee(order(), actor("neighbour", "resident", []), "elder")).toBe(true);
  });

  it.each(STATES.filter((state) => state !== "requested"))(
    "by nobody else of the community while it is %s",
    (state) => {
      expect(maySee(order({ state }), actor("otto"), "otto")).toBe(false);
    },
  );
});

describe("a block hides an order", () => {
  it.each(STATES)("that is %s from those alone who might serve it", (state) => {
    const looking = state === "requested" || state === "matched";
    expect(mayBeParted(order({ state }), actor("otto"), "otto")).toBe(looking);
    for (const side of ["elder", "daughter"]) expect(mayBeParted(order({ state }), actor(side), side)).toBe(false);
    for (const who of [steward, auditor, admin]) expect(mayBeParted(order({ state }), who, who.id)).toBe(false);
  });

  it("between them and whom it serves, or who pays for it", () => {
    expect(isPartedFrom(order(), new Set(["elder"]))).toBe(true);
    expect(isPartedFrom(order(), new Set(["daughter"]))).toBe(true);
    expect(isPartedFrom(order(), new Set(["vera", "otto"]))).toBe(false);
  });
});

describe("where to go", () => {
  it.each(STATES)(
    "in an order that is %s is read by the volunteer while they serve or have served, by who asked always",
    (state) => {
      const one = order({ state });
      const before = ["draft", "requested", "matched", "declined", "cancelled", "no-show", "expired"].includes(state);
      expect(maySeeAddress(one, actor("vera"), "vera")).toBe(!before);
      for (const side of ["elder", "daughter"]) expect(maySeeAddress(one, actor(side), side)).toBe(true);
      for (const who of [steward, admin]) expect(maySeeAddress(one, who, who.id)).toBe(true);
      for (const who of [auditor, actor("otto")]) expect(maySeeAddress(one, who, who.id)).toBe(false);
    },
  );

  it("is not known before acceptance to a volunteer who is a steward", () => {
    expect(maySeeAddress(order({ state: "matched" }), actor("vera", "steward"), "vera")).toBe(false);
  });
});

describe("an order by itself", () => {
  const inMs = NOON + 10 * MINUTE;
  it.each([
    ["draft", {}, NOON + 2 * HOUR],
    ["requested", {}, NOON + 2 * HOUR],
    ["matched", {}, NOON + 2 * HOUR],
    // A steward may record a service for three days; then it was none.
    ["accepted", {}, NOON + 2 * HOUR + 3 * DAY],
    // Nobody signed out: the longest session, and the days in which it can be recorded.
    ["checked-in", { inMs }, inMs + 4 * HOUR + 3 * DAY],
    ["checked-in", {}, NOON + 6 * HOUR + 3 * DAY],
    // Silence of 48 hours confirms.
    ["checked-out", { inMs }, NOON + 48 * HOUR],
  ] as const)("is looked at when it is %s (%o) at the instant of its rule", (state, changes, due) => {
    expect(dueOf(order({ state, ...changes }), now)).toBe(due);
  });

  it.each(["confirmed", "settled", "disputed", "resolved", "declined", "cancelled", "no-show", "expired"] as const)(
    "stays as it is when it is %s",
    (state) => {
      expect(dueOf(order({ state, inMs }), now)).toBeUndefined();
    },
  );

  it("moves by one revision, says who moved it, and when it is looked at next", () => {
    const next = moved(order(), "checked-in", "elder", now, { inMs });
    expect(next).toEqual({
      ...order(),
      ...{ state: "checked-in", changedBy: "elder", revision: 4, inMs, dueMs: inMs + 4 * HOUR + 3 * DAY },
    });
    expect(moved(next, "disputed", "vera", now)).toEqual({
      ...next,
      ...{ state: "disputed", changedBy: "vera", revision: 5, dueMs: undefined },
    });
  });

  it("is told to a replay of its creation as it was then", () => {
    const created = order({ state: "draft", start: "draft", volunteer: undefined, changedBy: "daughter", revision: 1 });
    const happened: Partial<Order> = {
      ...{ state: "settled", changedBy: "sun", revision: 9, volunteer: "vera", honoured: true, hold: "h", held: 60 },
      ...{ creditTo: "member", inMs, outMs: inMs + HOUR, measured: 60, credited: 60, reason: "none", transfer: "t" },
      ...{ proposal: { side: "volunteer", inMs, outMs: inMs + HOUR }, confirmedMs: 1, disputedMs: 2, endedMs: 3 },
    };
    expect(asCreated({ ...created, ...happened })).toEqual(created);
  });
});

describe("minutes towards a volunteer's caps", () => {
  it.each([
    ["credited", { held: 60, credited: 45 }, 45],
    ["credited, even none", { held: 60, credited: 0 }, 0],
    ["held while nothing is credited", { held: 60 }, 60],
    ["none before anything is held", {}, 0],
  ])("are the %s", (_, changes, minutes) => {
    expect(counted(order(changes))).toEqual({ id: "o", plannedMs: NOON, counted: minutes });
  });
});

describe("signing in", () => {
  it("is possible from half an hour before the agreed time to its end", () => {
    const [from, until] = [NOON - 30 * MINUTE, NOON + 2 * HOUR];
    expect(signInWindow(order())).toEqual({ fromMs: from, untilMs: until });
    for (const atMs of [from, NOON, until - 1]) expect(signInRefusals(order(), atMs)).toEqual([]);
    for (const atMs of [from - 1, until]) {
      expect(signInRefusals(order(), atMs)).toEqual([
        { code: "timebank/outside-window", params: { from: iso(from), until: iso(until) } },
      ]);
    }
  });

  it("may be recorded afterwards for as many days as the policy says, and never ahead", () => {
    for (const atMs of [NOON, NOON - 3 * DAY]) expect(recordRefusals(atMs, now, 3)).toEqual([]);
    expect(recordRefusals(NOON - 3 * DAY - 1, now, 3)).toEqual([
      { code: "timebank/record-too-old", params: { days: 3 } },
    ]);
    expect(recordRefusals(NOON + 1, now, 3)).toEqual([
      { code: "timebank/in-future", params: { at: iso(NOON + 1), now: iso(NOON) } },
    ]);
  });
});

describe("a session", () => {
  const result = (minutes: number, held: number | undefined = 60) =>
    sessionResult(order({ held }), NOON, NOON + minutes * MINUTE);

  it("is worth its whole quarters, never more than was held", () => {
    expect(result(44)).toEqual({ measured: 44, credited: 30 });
    expect(result(60)).toEqual({ measured: 60, credited: 60 });
    expect(result(200)).toEqual({ measured: 200, credited: 60 });
    expect(sessionResult(order(), NOON, NOON + HOUR)).toEqual({ measured: 60, credited: 0 });
  });

  it("above the cap of the policy is refused and not cut", () => {
    expect(result(240)).toEqual({ measured: 240, credited: 60 });
    expect(result(241)).toEqual({
      refusals: [{ code: "timebank/session-over-cap", params: { minutes: 241, limit: 240 } }],
    });
  });

  it("ends after it begins", () => {
    for (const minutes of [0, -5]) {
      expect(result(minutes)).toEqual({
        refusals: [
          {
            code: "timebank/out-before-in",
            params: { checkedInAt: iso(NOON), checkedOutAt: iso(NOON + minutes * MINUTE) },
          },
        ],
      });
    }
    expect(sessionResult(order({ held: 60 }), NOON, NOON + 1)).toEqual({ measured: 0, credited: 0 });
  });

  it("never pays more than was measured or held at the usual price, in whole steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), fc.nat({ max: 16 }), (minutes, quarters) => {
        const outcome = result(minutes, quarters * 15);
        if ("refusals" in outcome) throw new Error("refused");
        expect(outcome.credited).toBeLessThanOrEqual(Math.min(minutes, quarters * 15));
        expect(outcome.credited % 15).toBe(0);
      }),
    );
  });
});

describe("a window", () => {
  const asked = (from: number, until: number, minutes = 60) =>
    windowRefusals({ fromMs: NOON + from * HOUR, untilMs: NOON + until * HOUR, minutes }, now, 30);
  const refused = (minutes = 60) => [{ code: "timebank/window", params: { days: 30, minutes } }];

  it("has room for the minutes, and no more than a day", () => {
    expect([asked(1, 2), asked(1, 25), asked(1, 3, 120)]).toEqual([[], [], []]);
    expect(asked(1, 2, 61)).toEqual(refused(61));
    expect(windowRefusals({ fromMs: NOON, untilMs: NOON + DAY + 1, minutes: 60 }, now, 30)).toEqual(refused());
    expect(asked(2, 1)).toEqual(refused());
  });

  it("is not over, and begins within the days for which one may ask", () => {
    const days = 30 * 24;
    expect([asked(-1, 1), asked(days, days + 1)]).toEqual([[], []]);
    expect(asked(-1, 0)).toEqual(refused());
    expect(windowRefusals({ fromMs: NOON - HOUR, untilMs: NOON + 1, minutes: 60 }, now, 30)).toEqual([]);
    expect(windowRefusals({ fromMs: NOON + 30 * DAY + 1, untilMs: NOON + 31 * DAY, minutes: 60 }, now, 30)).toEqual(
      refused(),
    );
  });
});
