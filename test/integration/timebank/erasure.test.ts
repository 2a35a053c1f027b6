/** Erasing a person: what the time bank knew of where they live and are goes with them, also when it is cut short. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishErasures } from "../../../functions/residents/jobs.ts";
import { residentKey } from "../../../functions/residents/store/people.ts";
import { create } from "../../../functions/shared/write.ts";
import { forgetPerson } from "../../../functions/timebank/port.ts";
import { blockKey, blockPairKey } from "../../../functions/timebank/store/blocks.ts";
import { offerKey, placeKey } from "../../../functions/timebank/store.ts";
import { HOUR } from "../../support/clock.ts";
import type { Made } from "../residents/world.ts";
import { accepted, act, type Bank, helper, later, member, served, sign, startBank } from "./world.ts";

let bank: Bank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.app.stop());

const DOOR = "third door, code 4711";
const address = { address: { directions: DOOR } };
const erase = (who: Made) => bank.post(`/v1/residents/${who.id}/erase`, who.token, { forfeit: true });
const places = (order: string) => bank.app.deps.db.get(placeKey(order));
const shown = async (order: string, who: Made) =>
  (await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: who.token })).text;
const offers = async (): Promise<string[]> => {
  const reply = await bank.app.call("GET", "/v1/timebank/offers?community=lujing", { token: bank.steward });
  return reply.body.items.map(({ id }: { id: string }) => id);
};

const offer = async (who: Made): Promise<string> => {
  const availability = [{ start: later(bank, HOUR).slice(0, 19), zone: "Asia/Shanghai", minutes: 60 }];
  const body = { community: "lujing", skills: ["reading"], areas: ["wtqw3"], availability };
  const reply = await bank.post("/v1/timebank/offers", who.token, body);
  expect([reply.status, reply.text]).toEqual([201, reply.text]);
  return reply.body.id;
};

/** Puts the tombstone's pending mark back and undoes nothing else: what a crash before the end leaves. */
const reopen = async (who: Made): Promise<void> => {
  const { db } = bank.app.deps;
  const item = await db.get(residentKey(who.id));
  if (!item) throw new Error("no tombstone");
  const condition = { expression: "#s = :e", names: { "#s": "st" }, values: { ":e": "erased" } };
  await db.commit([{ type: "put", item: { ...item, g3p: "RX", g3s: who.id }, condition }]);
};

describe("erasing a person", () => {
  it("erases addresses and places of the orders for them, ended or cancelled, and keeps the orders", async () => {
    const [elder, other, volunteer] = [await member(bank, 600), await member(bank, 600), await helper(bank)];
    const done = await served(bank, elder, volunteer, 60, address);
    await act(bank, done, "confirm", elder.token);
    const off = await accepted(bank, elder, volunteer, address);
    await act(bank, off, "cancel", elder.token, { reason: "moved" });
    const kept = await accepted(bank, other, volunteer, {
      ...address,
      from: later(bank, 9 * HOUR),
      until: later(bank, 11 * HOUR),
    });
    expect(await shown(done, elder)).toContain(DOOR);
    const erased = await erase(elder);
    expect([erased.status, erased.body.state]).toEqual([200, "erased"]);
    expect([await places(done), await places(off)]).toEqual([undefined, undefined]);
    expect(await shown(done, volunteer)).not.toContain(DOOR);
    expect((await bank.app.call("GET", `/v1/timebank/orders/${done}`, { token: volunteer.token })).status).toBe(200);
    expect(await shown(kept, other)).toContain(DOOR);
  });

  it("ends a volunteer's calendar, withdraws and empties offers, and forgets where they signed in", async () => {
    const [elder, volunteer, bystander] = [await member(bank, 600), await helper(bank), await helper(bank)];
    const [own, others] = [await offer(volunteer), await offer(bystander)];
    const order = await accepted(bank, elder, volunteer, address);
    bank.app.clock.advance(HOUR);
    const { body } = await act(bank, order, "codes", elder.token, { purpose: "check-in" });
    const signed = await act(bank, order, "check-in", volunteer.token, { code: body.code, place: "wtqw3" });
    expect([signed.status, signed.text]).toEqual([200, signed.text]);
    const feed = (await bank.post(`/v1/timebank/members/${volunteer.id}/calendar`, volunteer.token)).body.path;
    expect((await bank.app.call("GET", feed)).status).toBe(200);
    expect((await places(order))?.pin).toBe("wtqw3");
    bank.app.clock.advance(HOUR);
    expect((await sign(bank, order, "check-out", elder, volunteer)).status).toBe(200);
    expect((await act(bank, order, "confirm", elder.token)).status).toBe(200);
    expect((await erase(volunteer)).status).toBe(200);
    expect((await bank.app.call("GET", feed)).status).toBe(404);
    const feedItem = await bank.app.deps.db.get({ pk: `IF#${volunteer.id}`, sk: "timebank-sessions" });
    expect(feedItem?.off).toBe(true);
    const item = await bank.app.deps.db.get(offerKey(own));
    expect(item).toMatchObject({ state: "withdrawn", areas: [], skills: [], times: [] });
    expect(JSON.stringify(item)).not.toMatch(/wtqw3|reading/);
    expect(await offers()).toEqual([others]);
    const left = await places(order);
    expect([left?.pin, left?.pdirections]).toEqual([undefined, DOOR]);
  });

  it("is finished by the job when cut short, and changes nothing when it runs again", async () => {
    const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
    const order = await accepted(bank, elder, volunteer, address);
    await act(bank, order, "cancel", elder.token, { reason: "moved" });
    const before = await places(order);
    expect(before?.pdirections).toBe(DOOR);
    await erase(elder);
    await reopen(elder);
    if (before) await bank.app.deps.db.commit([create(before)]);
    expect(await finishErasures(bank.app.deps)).toBe(1);
    expect(await places(order)).toBeUndefined();
    await reopen(elder);
    expect([await finishErasures(bank.app.deps), await finishErasures(bank.app.deps)]).toEqual([1, 0]);
  });

  it("comes to the same end from any write at which it was cut short", async () => {
    for (let writes = 0, whole = false; !whole; writes++) {
      const [elder, volunteer, other] = [await member(bank, 600), await helper(bank), await helper(bank)];
      const order = await accepted(bank, elder, volunteer, address);
      await act(bank, order, "cancel", elder.token, { reason: "moved" });
      const own = await offer(elder);
      for (const [by, person] of [
        [elder, other],
        [other, elder],
        [volunteer, elder],
      ] as const) {
        expect((await bank.post("/v1/timebank/blocks", by.token, { person: person.id })).status).toBe(201);
      }
      await bank.post(`/v1/timebank/members/${elder.id}/calendar`, elder.token);
      let left = writes;
      const { db } = bank.app.deps;
      const dying = {
        ...db,
        commit: (...args: Parameters<typeof db.commit>) => {
          if (left-- === 0) throw new Error("killed");
          return db.commit(...args);
        },
      };
      whole = await forgetPerson({ ...bank.app.deps, db: dying }, elder.id).then(
        () => true,
        () => false,
      );
      await forgetPerson(bank.app.deps, elder.id);
      expect(await places(order)).toBeUndefined();
      expect((await db.get(offerKey(own)))?.state).toBe("withdrawn");
      expect((await db.get({ pk: `IF#${elder.id}`, sk: "timebank-sessions" }))?.off).toBe(true);
      for (const one of [other, volunteer]) {
        expect(await db.getMany([blockPairKey(elder.id, one.id), blockKey(one.id, elder.id)])).toEqual([]);
        expect(await db.get(blockKey(elder.id, one.id))).toBeUndefined();
      }
      // Six writes at least: places, offer, three blocks, feed.
      if (whole) expect(writes).toBeGreaterThanOrEqual(6);
    }
  }, 60_000);
});
