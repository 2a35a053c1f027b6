/** Who fits whom over HTTP, with the score explained; and two people whom a block parts, who never learn of it. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Known } from "../../../functions/shared/command.ts";
import type { Actor } from "../../../functions/shared/policy.ts";
import { accepted } from "../../../functions/timebank/http/steps.ts";
import { advance } from "../../../functions/timebank/http/transition.ts";
import { blockPairKey } from "../../../functions/timebank/store/blocks.ts";
import { memberKey, orderKey, toOrder } from "../../../functions/timebank/store.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import type { Reply } from "../../support/harness.ts";
import type { Made } from "../residents/world.ts";
import { act, ask, type Bank, helper, later, member, startBank } from "./world.ts";

let bank: Bank;
let elder: Made;
beforeAll(async () => {
  bank = await startBank();
  elder = await member(bank, 6_000);
}, 60_000);
afterAll(() => bank.app.stop());

/** An offer for every day of the week from now on. */
const offer = async (
  by: Made,
  skills: readonly string[],
  areas: readonly string[] = [],
  hours = 12,
): Promise<string> => {
  const availability = [
    { start: later(bank, 0).slice(0, 19), zone: "UTC", minutes: hours * 60, rule: "FREQ=DAILY", validFrom: undefined },
  ];
  const reply = await bank.post("/v1/timebank/offers", by.token, { community: "lujing", skills, areas, availability });
  expect(reply.status, reply.text).toBe(201);
  return reply.body.id;
};

const matches = async (order: string, token = bank.steward, limit = 20) =>
  bank.app.call("GET", `/v1/timebank/orders/${order}/matches?limit=${limit}`, { token });
const idsOf = (reply: Awaited<ReturnType<typeof matches>>): string[] =>
  reply.body.items.map(({ volunteer }: { volunteer: string }) => volunteer);
const mine = (who: Made) => bank.app.call("GET", "/v1/timebank/matches", { token: who.token });
const ordersOf = (reply: Awaited<ReturnType<typeof mine>>): string[] =>
  reply.body.items.map(({ order }: { order: { id: string } }) => order.id);
const block = (by: Made, person: Made, key = uuidv7()) =>
  bank.post("/v1/timebank/blocks", by.token, { person: person.id }, key);
const unblock = (by: Made, person: Made) => bank.post(`/v1/timebank/blocks/${person.id}/end`, by.token);

describe("a ranking", () => {
  it("puts who fits better first, and says what each part gave and of how much", async () => {
    const [near, far] = [await helper(bank), await helper(bank)];
    await offer(near, ["company", "cooking"], ["wtqw9"]);
    await offer(far, ["cooking"], ["wtqwc"]);
    const unfit = await helper(bank);
    await offer(unfit, ["company"]);
    const order = await ask(bank, elder, { skills: ["cooking"], area: "wtqw9" });
    const reply = await matches(order);
    expect(reply.status, reply.text).toBe(200);
    expect(idsOf(reply)).toEqual([near.id, far.id]);
    const [first, second] = reply.body.items;
    const points = (item: typeof first) =>
      Object.fromEntries(
        item.components.map((part: { component: string; points: number }) => [part.component, part.points]),
      );
    expect(points(first)).toMatchObject({ skill: 250, distance: 200, overlap: 200, fairShare: 150, ratings: 75 });
    expect(points(second)).toMatchObject({ skill: 125 });
    expect(points(second).distance).toBeLessThan(200);
    for (const { total, components } of [first, second]) {
      expect(total).toBe(components.reduce((sum: number, part: { points: number }) => sum + part.points, 0));
      expect(components.reduce((sum: number, part: { of: number }) => sum + part.of, 0)).toBe(1_000);
    }
    expect(first.components[1]).toEqual({ component: "distance", points: 200, of: 200, params: { steps: 0 } });
    const [own] = (await mine(near)).body.items;
    expect([own.order.id, own.total, own.components]).toEqual([order, first.total, first.components]);
  });

  it("leaves out whose time is taken, and lets fair share decide between equals", async () => {
    const [busy, idle, worked] = [await helper(bank), await helper(bank), await helper(bank)];
    for (const one of [busy, idle, worked]) await offer(one, ["gardening"]);
    const taken = await ask(bank, elder, { category: "gardening" });
    expect((await act(bank, taken, "accept", busy.token)).status).toBe(200);
    const other = { category: "gardening", from: later(bank, 5 * HOUR), until: later(bank, 7 * HOUR) };
    expect((await act(bank, await ask(bank, elder, other), "accept", worked.token)).status).toBe(200);
    expect(idsOf(await matches(await ask(bank, elder, { category: "gardening" })))).toEqual(
      expect.arrayContaining([idle.id, worked.id]),
    );
    const ranked = idsOf(await matches(await ask(bank, elder, { category: "gardening" })));
    expect(ranked).not.toContain(busy.id);
    expect(ranked.indexOf(idle.id)).toBeLessThan(ranked.indexOf(worked.id));
  });

  it("is the same whatever its length: fewer looked into give the same first ones", async () => {
    const people = await Promise.all(Array.from({ length: 60 }, () => helper(bank)));
    for (const [index, one] of people.entries()) {
      await offer(
        one,
        index % 3 === 0 ? ["reading", "piano"] : ["piano"],
        index % 2 === 0 ? ["wtqw9"] : ["wtqx1"],
        1 + (index % 4),
      );
    }
    const order = await ask(bank, elder, { category: "reading", skills: ["piano"], area: "wtqw9" });
    const whole = idsOf(await matches(order));
    expect(whole).toHaveLength(20);
    for (const limit of [1, 5, 19])
      expect(idsOf(await matches(order, bank.steward, limit))).toEqual(whole.slice(0, limit));
  });

  it("is the stewards': others get no list, and there is none of an order that is taken", async () => {
    const order = await ask(bank, elder);
    expect((await matches(order, elder.token)).status).toBe(403);
    const one = await helper(bank);
    await act(bank, order, "accept", one.token);
    expect((await matches(order)).body).toMatchObject({ code: "timebank/wrong-state" });
    expect((await matches(uuidv7())).status).toBe(404);
  });

  it("shows nobody their own household's requests, nor anything without an offer", async () => {
    const one = await helper(bank);
    await ask(bank, elder);
    expect((await mine(one)).body).toEqual({ items: [] });
  });
});

describe("a block", () => {
  const pair = async (): Promise<{ person: Made; volunteer: Made; order: string }> => {
    const person = await member(bank, 600);
    const volunteer = await helper(bank);
    await offer(volunteer, ["company"]);
    return { person, volunteer, order: await ask(bank, person) };
  };
  const open = async (who: Made): Promise<string[]> => {
    const path = "/v1/timebank/open-orders?community=lujing&limit=100";
    return (await bank.app.call("GET", path, { token: who.token })).body.items.map(({ id }: { id: string }) => id);
  };

  it.each(["by who asks", "by the volunteer"])(
    "%s keeps the two apart everywhere, and says so nowhere",
    async (who) => {
      const { person, volunteer, order } = await pair();
      expect([idsOf(await matches(order)), ordersOf(await mine(volunteer)), await open(volunteer)]).toEqual([
        expect.arrayContaining([volunteer.id]),
        expect.arrayContaining([order]),
        expect.arrayContaining([order]),
      ]);
      const [by, other] = who === "by who asks" ? [person, volunteer] : [volunteer, person];
      expect((await block(by, other)).status).toBe(201);
      expect(idsOf(await matches(order))).not.toContain(volunteer.id);
      expect(ordersOf(await mine(volunteer))).not.toContain(order);
      expect(await open(volunteer)).not.toContain(order);
      const accept = await act(bank, order, "accept", volunteer.token);
      const proposal = await act(bank, order, "match", bank.steward, { volunteer: volunteer.id });
      const nobody = await act(bank, uuidv7(), "accept", volunteer.token);
      expect([accept.status, accept.body.code]).toEqual([404, "resource/not-found"]);
      expect([proposal.status, proposal.body.code]).toEqual([404, "resource/not-found"]);
      const told = ({ body }: Reply) => JSON.stringify({ ...body, requestId: "", params: "", detail: "" });
      expect(told(accept)).toBe(told(nobody));
      // Whatever else they try on an order that they knew of, it is not there: one answer that differs would tell.
      const read = (id: string) => bank.app.call("GET", `/v1/timebank/orders/${id}`, { token: volunteer.token });
      expect(told(await read(order))).toBe(told(await read(uuidv7())));
      for (const what of ["cancel", "dispute", "confirm", "codes", "ratings", "place-erasure"]) {
        const body = { cancel: { reason: "x" }, dispute: { reason: "x" }, codes: { purpose: "check-in" } }[what];
        const tried = body ?? (what === "ratings" ? { stars: 5 } : {});
        const [known, unknown] = [order, uuidv7()].map((id) => act(bank, id, what, volunteer.token, tried));
        expect(told((await known) as Reply), what).toBe(told((await unknown) as Reply));
      }
      expect((await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: person.token })).status).toBe(200);
      expect((await unblock(by, other)).status).toBe(200);
      expect((await act(bank, order, "accept", volunteer.token)).status).toBe(200);
    },
  );

  it("hides a request from who was proposed for it, until the proposal is taken back for somebody else", async () => {
    const { person, volunteer, order } = await pair();
    expect((await act(bank, order, "match", person.token, { volunteer: volunteer.id })).body.state).toBe("matched");
    await block(person, volunteer);
    const own = `/v1/timebank/residents/${volunteer.id}/orders?as=volunteer`;
    expect((await bank.app.call("GET", own, { token: volunteer.token })).body.items).toEqual([]);
    for (const what of ["accept", "decline-match"]) {
      expect((await act(bank, order, what, volunteer.token)).status).toBe(404);
    }
    const back = await act(bank, order, "decline-match", person.token);
    expect([back.status, back.body.state, back.body.volunteer]).toEqual([200, "requested", undefined]);
    const other = await helper(bank);
    expect((await act(bank, order, "accept", other.token)).status).toBe(200);
  });

  it("leaves what was accepted before to both, and officers their lists", async () => {
    const { person, volunteer, order } = await pair();
    await act(bank, order, "accept", volunteer.token);
    await block(person, volunteer);
    const read = await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: volunteer.token });
    expect([read.status, read.body.state]).toEqual([200, "accepted"]);
    const own = `/v1/timebank/residents/${volunteer.id}/orders?as=volunteer`;
    expect((await bank.app.call("GET", own, { token: volunteer.token })).body.items).toHaveLength(1);
    expect((await act(bank, order, "withdraw", volunteer.token)).status).toBe(200);
    expect((await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: volunteer.token })).status).toBe(404);
    expect(await open({ token: bank.steward } as Made)).toContain(order);
  });

  it("that begins after an acceptance was decided and before it is written cancels its transaction", async () => {
    const { person, volunteer, order } = await pair();
    const { deps } = bank.app;
    // These dependencies have stamps of their own, which must be later than the entries so far.
    bank.app.clock.advance(MINUTE);
    const item = await deps.db.get(orderKey(order));
    if (!item) throw new Error("no order");
    const actor = { id: volunteer.id, roles: [], communities: ["lujing"] } as unknown as Actor;
    const scene = { deps, known: new Known(), side: "volunteer" as const, person: volunteer.id, mover: { actor } };
    const when = { now: deps.clock.now(), zone: deps.district.zone };
    const made = await advance("accept", toOrder(item), { ...scene, ...when }, accepted);
    if (made === "moved" || "refusals" in made) throw new Error("an acceptance was refused");
    expect((await block(person, volunteer)).status).toBe(201);
    const cancelled = await deps.db.commit(made.writes);
    expect(cancelled).toMatchObject({ ok: false, failed: [{ key: blockPairKey(person.id, volunteer.id) }] });
    expect((await unblock(person, volunteer)).status).toBe(200);
    expect((await deps.db.commit(made.writes)).ok).toBe(true);
  });

  it("holds until both have ended theirs", async () => {
    const { person, volunteer, order } = await pair();
    await Promise.all([block(person, volunteer), block(volunteer, person)]);
    await unblock(person, volunteer);
    expect((await act(bank, order, "accept", volunteer.token)).status).toBe(404);
    await unblock(volunteer, person);
    expect((await act(bank, order, "accept", volunteer.token)).status).toBe(200);
  });

  it("is on nobody's list but one's own, and is there once however often it is asked for", async () => {
    const { person, volunteer } = await pair();
    const key = uuidv7();
    const [first, again, twin] = [
      await block(person, volunteer, key),
      await block(person, volunteer, key),
      await block(person, volunteer),
    ];
    expect([again.body, twin.body]).toEqual([first.body, first.body]);
    const list = (who: Made) => bank.app.call("GET", "/v1/timebank/blocks", { token: who.token });
    expect((await list(person)).body).toEqual({ items: [first.body], next: null });
    expect((await list(volunteer)).body).toEqual({ items: [], next: null });
    expect((await unblock(volunteer, person)).status).toBe(404);
    const end = () => bank.post(`/v1/timebank/blocks/${volunteer.id}/end`, person.token, {}, ending);
    const ending = uuidv7();
    const [ended, repeated] = [await end(), await end()];
    expect([ended.status, repeated.status, repeated.body]).toEqual([200, 200, ended.body]);
    expect(repeated.headers.get("idempotency-hit")).toBe("true");
    expect((await block(person, person)).body.code).toBe("timebank/block-self");
    const stranger = { ...volunteer, id: uuidv7() };
    expect((await block(person, stranger)).status).toBe(404);
  });

  it("and an acceptance at the same moment: never both", async () => {
    for (let round = 0; round < 8; round++) {
      const { person, volunteer, order } = await pair();
      const [blocked, taken] = await Promise.all([
        block(person, volunteer),
        act(bank, order, "accept", volunteer.token),
      ]);
      expect(blocked.status).toBe(201);
      // Whoever was first: an acceptance before the block stands, one after it finds no order.
      expect([200, 404]).toContain(taken.status);
      const state = (await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: person.token })).body.state;
      expect(state).toBe(taken.status === 200 ? "accepted" : "requested");
    }
  });

  it("ends with the erasure of either", async () => {
    const { person, volunteer } = await pair();
    const third = await helper(bank);
    await block(person, volunteer);
    await block(volunteer, person);
    await block(third, person);
    const erased = await bank.post(`/v1/residents/${person.id}/erase`, person.token, { forfeit: true });
    expect(erased.status, erased.text).toBe(200);
    for (const one of [volunteer, third]) {
      expect((await bank.app.call("GET", "/v1/timebank/blocks", { token: one.token })).body.items).toEqual([]);
    }
    const { db } = bank.app.deps;
    for (const other of [volunteer, third]) expect(await db.get(blockPairKey(person.id, other.id))).toBeUndefined();
    expect((await db.query({ partition: memberKey(person.id).pk, prefix: "B#", limit: 9 })).items).toEqual([]);
  });
});
