/** Secret ballots over HTTP: two envelopes and blind tokens, their refusals, receipts and races. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalBytes } from "../../../functions/shared/canonical.ts";
import { leafHash } from "../../../functions/shared/merkle.ts";
import { verifySignature } from "../../../functions/shared/signing.ts";
import type { Reply } from "../../support/harness.ts";
import { blindToken, makeSecret } from "../../support/voter.ts";
import type { Made } from "../residents/world.ts";
import {
  anonymously,
  approves,
  castSecret,
  castToken,
  changeSecret,
  playground,
  storedBallots,
  takeToken,
  tokenKeyOf,
} from "./booth.ts";
import { adults, DAY, draft, type Hall, notice, opened, startHall, until } from "./world.ts";

const RACERS = 64;

let hall: Hall;
let people: Made[];
let envelope: string;
let token: string;
let fixed: string;
let sealed: string;

beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, 8);
  const terms: [mode: "envelope" | "token", fields: Readonly<Record<string, unknown>>][] = [
    ["envelope", {}],
    ["token", {}],
    ["token", { changeable: false }],
    ["envelope", { changeable: false, audit: "SEALED" }],
  ];
  const polls = [];
  for (const [mode, fields] of terms) {
    const poll = await draft(hall, playground(hall, mode, fields));
    await notice(hall, poll);
    polls.push(poll);
  }
  [envelope, token, fixed, sealed] = polls as [string, string, string, string];
  await until(hall, envelope, "correctUntil");
  await until(hall, envelope, "openAt");
}, 120_000);
afterAll(() => hall.app.stop());

const voter = (index: number): Made => people[index] as Made;
const code = ({ status, body }: Reply) => [status, body.code];
const counts = (replies: readonly Reply[]) => ({
  good: replies.filter(({ status }) => status < 300).length,
  codes: new Set(replies.filter(({ status }) => status >= 300).map(({ body }) => body.code)),
});

describe("a receipt", () => {
  it("is signed by the published key over the leaf that anyone makes of an open ballot", async () => {
    const { ballot, reply } = await castSecret(hall, envelope, voter(0), approves("west", "east"));
    expect(reply.status, reply.text).toBe(201);
    // As recorded: in the order of the list.
    expect(reply.body.choice).toEqual(approves("east", "west"));
    const leaf = leafHash(canonicalBytes({ ballot, choice: approves("east", "west") })).toString("base64url");
    expect(reply.body.receipt).toEqual({ type: "linli.polls.receipt.v1", district: "testqu", poll: envelope, leaf });
    const { keys } = (await hall.app.call("GET", "/v1/keys")).body;
    const key = keys.find(({ purpose }: { purpose: string }) => purpose === "polls");
    expect(verifySignature(reply.body.receipt, reply.body.signature, key)).toBe(true);
  });

  it("of a sealed poll cannot be opened with what the voter has", async () => {
    const { ballot, secret, reply } = await castSecret(hall, sealed, voter(0), approves("south"));
    const { leaf } = reply.body.receipt;
    const said = [
      { ballot, choice: approves("south") },
      { ballot: secret, choice: approves("south") },
    ];
    for (const each of said) expect(leafHash(canonicalBytes(each)).toString("base64url")).not.toBe(leaf);
  });
});

describe("a ballot in two envelopes", () => {
  it("sent again is the same ballot with the same receipt; another under the same entry is refused", async () => {
    const first = await castSecret(hall, envelope, voter(1), approves("east"));
    const again = await castSecret(hall, envelope, voter(1), approves("east"), first);
    expect([again.reply.status, again.reply.headers.get("idempotency-hit")]).toEqual([201, "true"]);
    expect(again.reply.body).toEqual(first.reply.body);
    expect(code((await castSecret(hall, envelope, voter(1), approves("west"))).reply)).toEqual([
      409,
      "polls/ballot-received",
    ]);
    const other = await castSecret(hall, envelope, voter(1), approves("west"), first);
    expect(code(other.reply)).toEqual([409, "polls/ballot-received"]);
  });

  it("is replaced by its secret without a token, and by nothing else", async () => {
    const { secret, ballot } = await castSecret(hall, envelope, voter(2), approves("east"));
    const changed = await changeSecret(hall, envelope, secret, approves("south"));
    expect([changed.status, changed.body.ballot]).toEqual([200, ballot]);
    expect(changed.body.choice).toEqual(approves("south"));
    const [stored] = (await storedBallots(hall, envelope)).filter(({ sk }) => sk === `B#${ballot}`);
    expect(Object.keys(stored ?? {}).sort()).toEqual(["ch", "pk", "sk"]);
    expect(code(await changeSecret(hall, envelope, makeSecret().secret, approves("west")))).toEqual([
      404,
      "polls/no-ballot",
    ]);
    const named = await hall.post(`/v1/polls/${envelope}/secret-ballots/changes`, voter(2).token, {
      secret,
      choice: approves("west"),
    });
    expect(code(named)).toEqual([400, "request/identified"]);
    const kept = await castSecret(hall, sealed, voter(2), approves("east"));
    expect(code(await changeSecret(hall, sealed, kept.secret, approves("west")))).toEqual([
      409,
      "polls/not-changeable",
    ]);
  });

  it("is refused off the roll, for another's entry, by a proxy, and where the poll is not so", async () => {
    const stranger = { id: people[0]?.id as string, token: await hall.app.token({ sub: crypto.randomUUID() }) };
    expect(code((await castSecret(hall, envelope, stranger, approves("east"))).reply)).toEqual([
      403,
      "polls/not-on-roll",
    ]);
    const nowhere = { ...voter(3), id: crypto.randomUUID() };
    expect(code((await castSecret(hall, envelope, nowhere, approves("east"))).reply)).toEqual([
      403,
      "polls/not-on-roll",
    ]);
    const { ballot } = makeSecret();
    const proxy = await hall.app.call("POST", `/v1/polls/${envelope}/secret-ballots`, {
      token: voter(3).token,
      body: { entry: voter(3).id, ballot, choice: approves("east") },
      headers: { "linli-acting-for": voter(4).id },
    });
    expect(code(proxy)).toEqual([409, "polls/channel"]);
    expect(code((await castSecret(hall, token, voter(3), approves("east"))).reply)).toEqual([409, "polls/mode"]);
    expect(code((await castSecret(hall, crypto.randomUUID(), voter(3), approves())).reply)[0]).toBe(404);
  });

  it("is refused with a foreign option, an option twice, too many, or in another form", async () => {
    const refused = async (choice: unknown) => (await castSecret(hall, envelope, voter(3), choice)).reply.body.code;
    expect(await refused(approves("north"))).toBe("polls/unknown-option");
    expect(await refused(approves("east", "east"))).toBe("polls/duplicate-option");
    expect(await refused(approves("east", "south", "west"))).toBe("polls/overvote");
    expect(await refused({ answer: "YES" })).toBe("polls/choice-form");
    // Nothing of this is kept: the voter votes as if it had not been.
    expect((await castSecret(hall, envelope, voter(3), approves())).reply.status).toBe(201);
  });

  it("stays one however often its voter casts at once", async () => {
    const before = (await storedBallots(hall, envelope)).length;
    const all = Array.from({ length: RACERS }, () => castSecret(hall, envelope, voter(4), approves("west")));
    const { good, codes } = counts((await Promise.all(all)).map(({ reply }) => reply));
    expect([good, [...codes]]).toEqual([1, ["polls/ballot-received"]]);
    expect((await storedBallots(hall, envelope)).length).toBe(before + 1);
  });
});

describe("a token", () => {
  it("is signed once for each entry: again for the same blinded message, never for another", async () => {
    const blind = await blindToken(await tokenKeyOf(hall, token));
    const take = (blinded: string) =>
      hall.post(`/v1/polls/${token}/ballot-tokens`, voter(0).token, { entry: voter(0).id, blinded });
    const [first, again] = [await take(blind.blinded), await take(blind.blinded)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = await blindToken(await tokenKeyOf(hall, token));
    expect(code(await take(other.blinded))).toEqual([409, "polls/token-issued"]);
    const cast = await castToken(hall, token, await blind.finish(first.body.blindSignature), approves("east"));
    expect(cast.status, cast.text).toBe(201);
  });

  it("is given to one of many that ask at once", async () => {
    const key = await tokenKeyOf(hall, token);
    const asked = await Promise.all(Array.from({ length: 8 }, () => blindToken(key)));
    const replies = await Promise.all(
      asked.map(({ blinded }) =>
        hall.post(`/v1/polls/${token}/ballot-tokens`, voter(1).token, { entry: voter(1).id, blinded }),
      ),
    );
    const { good, codes } = counts(replies);
    expect([good, [...codes]]).toEqual([1, ["polls/token-issued"]]);
  });

  it("is refused for what is no blinded message, and takes nobody's entry with it", async () => {
    const blinded = Buffer.alloc(256, 0xff).toString("base64url");
    const refused = await hall.post(`/v1/polls/${token}/ballot-tokens`, voter(2).token, {
      entry: voter(2).id,
      blinded,
    });
    expect(code(refused)).toEqual([422, "polls/bad-blinded"]);
    expect((await takeToken(hall, token, voter(2))).token).toHaveLength(86);
  });

  it("that is forged, altered or another poll's casts nothing", async () => {
    const good = await takeToken(hall, token, voter(3));
    const before = (await storedBallots(hall, token)).length;
    const flip = (text: string, at: number) => {
      const bytes = Buffer.from(text, "base64url");
      bytes[at] = (bytes[at] as number) ^ 1;
      return bytes.toString("base64url");
    };
    const forged = [
      { ...good, token: flip(good.token, 0) },
      { ...good, token: flip(good.token, 63) },
      { ...good, signature: flip(good.signature, 128) },
      { token: randomBytes(64).toString("base64url"), signature: randomBytes(256).toString("base64url") },
      await takeToken(hall, fixed, voter(3)),
    ];
    for (const each of forged) {
      expect(code(await castToken(hall, token, each, approves("east")))).toEqual([403, "polls/token-invalid"]);
    }
    expect((await storedBallots(hall, token)).length).toBe(before);
  });

  it("is refused unread with anything that says who sends it", async () => {
    const good = await takeToken(hall, token, voter(4));
    const body = { ...good, blinded: undefined, choice: approves("east") };
    for (const headers of [{ cookie: "session=1" }, { authorization: `Bearer ${voter(4).token}` }]) {
      const reply = await hall.app.call("POST", `/v1/polls/${token}/token-ballots`, {
        body,
        headers: headers as never,
      });
      expect(code(reply)).toEqual([400, "request/identified"]);
    }
    expect((await castToken(hall, token, good, approves("east"))).status).toBe(201);
  });

  it("used many times at once leaves one ballot, which may be replaced where the poll allows it", async () => {
    const good = await takeToken(hall, token, voter(5));
    const before = (await storedBallots(hall, token)).length;
    const sites = ["east", "south", "west"];
    const all = Array.from({ length: RACERS }, (_, at) =>
      castToken(hall, token, good, approves(sites[at % 3] as string)),
    );
    expect(counts(await Promise.all(all)).good).toBe(RACERS);
    expect((await storedBallots(hall, token)).length).toBe(before + 1);
    const last = await castToken(hall, token, good, approves("south", "west"));
    expect(last.body.choice).toEqual(approves("south", "west"));
    expect((await storedBallots(hall, token)).length).toBe(before + 1);
  });

  it("used many times at once leaves the first ballot where changes are not allowed", async () => {
    const good = await takeToken(hall, fixed, voter(5));
    const all = Array.from({ length: RACERS }, (_, at) =>
      castToken(hall, fixed, good, approves(at % 2 === 0 ? "east" : "west")),
    );
    const replies = await Promise.all(all);
    const { codes } = counts(replies);
    expect([...codes]).toEqual(["polls/token-used"]);
    const said = new Set(replies.filter(({ status }) => status === 201).map(({ body }) => JSON.stringify(body)));
    expect(said.size).toBe(1);
    expect(await storedBallots(hall, fixed)).toHaveLength(1);
  });

  it("has no key and no ballots in a poll of another kind", async () => {
    expect(code(await hall.app.call("GET", `/v1/polls/${envelope}/ballot-token-key`))).toEqual([409, "polls/mode"]);
    const good = await takeToken(hall, token, voter(6));
    expect(code(await castToken(hall, envelope, good, approves("east")))).toEqual([409, "polls/mode"]);
  });
});

describe("the window", () => {
  it("opens neither ballot nor change early; a token is given from the sealing of the roll on", async () => {
    const early = await draft(hall, playground(hall, "token"));
    expect((await hall.app.call("GET", `/v1/polls/${early}/ballot-token-key`)).status).toBe(404);
    await notice(hall, early);
    const key = await tokenKeyOf(hall, early);
    const { blinded } = await blindToken(key);
    const take = () => hall.post(`/v1/polls/${early}/ballot-tokens`, voter(0).token, { entry: voter(0).id, blinded });
    expect(code(await take())).toEqual([409, "polls/not-open"]);
    await until(hall, early, "correctUntil");
    const good = await takeToken(hall, early, voter(1));
    expect(code(await castToken(hall, early, good, approves("east")))).toEqual([409, "polls/not-open"]);
    const envelopes = await draft(hall, playground(hall, "envelope"));
    await notice(hall, envelopes);
    await until(hall, envelopes, "correctUntil");
    expect(code((await castSecret(hall, envelopes, voter(0), approves("east"))).reply)).toEqual([
      409,
      "polls/not-open",
    ]);
    expect(code(await changeSecret(hall, envelopes, makeSecret().secret, approves("east")))).toEqual([
      409,
      "polls/not-open",
    ]);
  });

  it("closes for casts, changes and tokens at the same instant", async () => {
    const [a, b] = [await opened(hall, playground(hall, "envelope")), await opened(hall, playground(hall, "token"))];
    const [mine, good] = [await castSecret(hall, a, voter(0), approves("east")), await takeToken(hall, b, voter(0))];
    hall.app.clock.advance(40 * DAY);
    const refused = [
      (await castSecret(hall, a, voter(1), approves("east"))).reply,
      await changeSecret(hall, a, mine.secret, approves("west")),
      await castToken(hall, b, good, approves("east")),
      await anonymously(hall, `/v1/polls/${b}/token-ballots`, { ...good, blinded: undefined, choice: approves() }),
    ];
    for (const reply of refused) expect(code(reply)).toEqual([409, "polls/closed"]);
  });
});
