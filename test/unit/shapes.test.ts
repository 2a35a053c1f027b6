/** The registry of stored shapes against a sample of every version of every kind. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import * as funds from "../../functions/fund/store/funds.ts";
import * as grants from "../../functions/fund/store/grants.ts";
import { toAccount } from "../../functions/ledger/store/account.ts";
import { toAdjustment, toCatalogueItem } from "../../functions/ledger/store/catalogue.ts";
import { toHold } from "../../functions/ledger/store/hold.ts";
import { toEntry } from "../../functions/ledger/store/journal.ts";
import { toClaim, toRequest } from "../../functions/ledger/store/request.ts";
import * as seal from "../../functions/ledger/store/seal.ts";
import * as bookings from "../../functions/parking/store/bookings.ts";
import { toExits, toGate } from "../../functions/parking/store/gates.ts";
import * as lots from "../../functions/parking/store/places.ts";
import { toSeries } from "../../functions/parking/store/series.ts";
import { toSharing } from "../../functions/parking/store/sharing.ts";
import { toCounts } from "../../functions/parking/store/tally.ts";
import { toWait } from "../../functions/parking/store/waitlist.ts";
import { toBallot as toNamedBallot } from "../../functions/polls/store/ballot.ts";
import { toDecision } from "../../functions/polls/store/decision.ts";
import { toObjection } from "../../functions/polls/store/objection.ts";
import * as polls from "../../functions/polls/store/poll.ts";
import * as results from "../../functions/polls/store/result.ts";
import * as rolls from "../../functions/polls/store/roll.ts";
import { toBallot } from "../../functions/polls/store/secret.ts";
import { toSurvey } from "../../functions/polls/store/survey.ts";
import { toTokenKey } from "../../functions/polls/store/token-key.ts";
import * as people from "../../functions/residents/store/people.ts";
import { toRecord } from "../../functions/residents/store/people.ts";
import * as places from "../../functions/residents/store/places.ts";
import * as relations from "../../functions/residents/store/relations.ts";
import { openShapes, VERSION } from "../../functions/shared/shape.ts";
import type { Item } from "../../functions/shared/write.ts";
import { toBlock, toBlockPair } from "../../functions/timebank/store/blocks.ts";
import { toReport } from "../../functions/timebank/store/solvency.ts";
import * as timebank from "../../functions/timebank/store.ts";
import { itemOf as wireOf } from "../../infra/cli/archive/typed-json.ts";
import { type Shape, shapes } from "../../schemas/shapes.ts";
import { appendOnlyPartitions } from "../../schemas/table.ts";
import { SAMPLES, type Sample, sampleFile, sampleText } from "../support/shapes.ts";

type Reader = (item: Item) => unknown;

/** Items of which only the key is of use, or single attributes where they are needed. */
const parts: Reader = (item) => item;

/** What reads each kind: a line here for each line of the registry. */
const readers: Readonly<Record<string, Reader>> = {
  // Kernel.
  "kept-answer": parts,
  "job-run": parts,
  secret: parts,
  revocation: parts,
  "feed-address": parts,
  feed: parts,
  // Ledger.
  account: toAccount,
  "account-change": parts,
  "balance-checkpoint": parts,
  "budget-shard": parts,
  transfer: toEntry,
  reversal: toEntry,
  fulfilment: parts,
  hold: toHold,
  "payment-request": toRequest,
  claim: toClaim,
  "catalogue-item": toCatalogueItem,
  stock: parts,
  "stock-adjustment": toAdjustment,
  "limit-use": parts,
  "sealed-block": seal.toBlock,
  "chain-head": seal.toHead,
  "root-log": parts,
  "tree-top": parts,
  "tree-part": seal.toPart,
  "ledger-root": seal.toDay,
  // Residents.
  community: places.toCommunity,
  building: places.toBuilding,
  "building-name": parts,
  unit: places.toUnit,
  "unit-number": parts,
  "unit-version": places.toUnitVersion,
  resident: toRecord,
  "unit-link": parts,
  "grant-link": parts,
  "proxy-link": parts,
  "ward-link": parts,
  "kinship-link": parts,
  "organisation-link": parts,
  household: people.toHousehold,
  organisation: places.toOrganisation,
  "role-grant": relations.toGrant,
  proxy: relations.toProxy,
  "proxy-pair": parts,
  kinship: relations.toKinship,
  "kinship-pair": parts,
  "roll-import": parts,
  "roll-page": parts,
  // Time bank.
  order: timebank.toOrder,
  "order-places": timebank.toPlaces,
  "order-code": timebank.toCode,
  rating: parts,
  "code-slot": parts,
  member: timebank.toVolunteer,
  "care-listing": parts,
  block: toBlock,
  "block-pair": toBlockPair,
  offer: timebank.toOffer,
  "group-service": parts,
  "solvency-report": toReport,
  // Polls.
  poll: polls.toPoll,
  "poll-rules": polls.toRules,
  "poll-due": parts,
  "poll-bundle": parts,
  "poll-token-key": toTokenKey,
  "secret-ballot": toBallot,
  "roll-correction": parts,
  "tree-chunk": parts,
  "tree-head": parts,
  "roll-entry": rolls.toEntry,
  "poll-turnout": toSurvey,
  "poll-ties": results.toTies,
  "poll-callbacks": results.toCallbacks,
  "shard-count": parts,
  "poll-result": parts,
  objection: toObjection,
  decision: toDecision,
  "voter-entry": parts,
  "named-ballot": toNamedBallot,
  "proxy-use": parts,
  // Fund.
  fund: funds.toFund,
  "fund-totals": funds.toTotals,
  "fund-movement": funds.toMovement,
  "fund-period": parts,
  "fund-call": grants.toCall,
  application: grants.toApplication,
  "application-detail": grants.toDetail,
  score: grants.toScore,
  tranche: grants.toTranche,
  "fund-objection": grants.toObjection,
  "fund-report": grants.toReport,
  payee: parts,
  // Parking.
  "parking-lot": lots.toLot,
  "parking-gate": toGate,
  "parking-gate-event": parts,
  "parking-exits": toExits,
  "parking-quarters": parts,
  "parking-month": toCounts,
  "parking-sharing": (item) => toSharing(item.pk.slice(3), item),
  "parking-space": lots.toSpace,
  "parking-day": parts,
  "parking-series": toSeries,
  "parking-wait": toWait,
  "parking-queue": parts,
  booking: bookings.toBooking,
  parker: (item) => bookings.toParker(item.pk.slice(3), item),
};

const opened = openShapes();
const UPDATE = process.env.LINLI_UPDATE !== undefined;
const versionsOf = ({ upgrades = [] }: Shape): number[] => [1, ...upgrades.map((_, index) => index + 2)];
const versions = shapes.flatMap((shape) => versionsOf(shape).map((version) => [shape.kind, version] as const));

const sampleOf = (kind: string, version: number): Sample => {
  const file = sampleFile(kind, version);
  const how =
    version === 1 || !existsSync(sampleFile(kind, version - 1))
      ? `keep one: LINLI_SHAPES=record npx vitest run <a test that writes a ${kind}>`
      : "keep the one before as it is and record one of the new version the same way";
  if (!existsSync(file)) throw new Error(`there is no sample ${basename(file)}: ${how}`);
  return JSON.parse(readFileSync(file, "utf8")) as Sample;
};

const itemOf = ({ item }: Sample): Item => unmarshall(wireOf(JSON.stringify({ Item: item }))) as Item;

const asJson = (_: string, member: unknown): unknown => {
  if (member instanceof Set) return [...member];
  return member instanceof Uint8Array ? Buffer.from(member).toString("base64") : member;
};

/** As JSON has it: sets as lists, bytes as base64, nothing undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, asJson));

describe("the registry", () => {
  it("has a reader and a name of its own for every kind, and no reader for none", () => {
    const kinds = shapes.map(({ kind }) => kind);
    expect(Object.keys(readers).sort(), "keep `readers` of this test equal to schemas/shapes.ts").toEqual(kinds.sort());
  });

  it("never gives a second version to what is written once", () => {
    const raised = shapes.filter(({ upgrades = [] }) => upgrades.length > 0);
    expect(raised.filter(({ pk }) => appendOnlyPartitions.includes(pk))).toEqual([]);
  });

  it("has no sample of a version that it does not know", () => {
    const known = versions.map(([kind, version]) => basename(sampleFile(kind, version)));
    expect(readdirSync(SAMPLES).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe.each(versions)("a stored %s of version %i", (kind, version) => {
  it("is known by its key, says its version, and is read as it always was", () => {
    const sample = sampleOf(kind, version);
    const item = itemOf(sample);
    expect(opened.find(item)?.kind).toBe(kind);
    expect(item[VERSION] ?? 1).toBe(version);
    const read = plain(readers[kind]?.(opened.current(item)));
    if (sample.read === undefined && UPDATE) {
      writeFileSync(sampleFile(kind, version), sampleText({ ...sample, read }));
    } else {
      const how =
        "stored items are read otherwise than before: give the kind an upgrade (CONTRIBUTING). A new sample, or one " +
        "whose reader has gained a member with a default, gets its reading with LINLI_UPDATE=1: delete `read` first";
      expect(read, how).toEqual(sample.read);
    }
  });
});

/** Where a kind has been raised: each step by itself, from the version before. */
const steps = shapes.flatMap((shape) =>
  (shape.upgrades ?? []).map((upgrade, index) => ({ kind: shape.kind, from: index + 1, upgrade })),
);

it.each(steps)("an upgrade of $kind from $from adds or drops, and does the same again", ({ kind, from, upgrade }) => {
  const old = itemOf(sampleOf(kind, from));
  const fresh = upgrade(old);
  const dropped = Object.keys(old).filter((name) => fresh[name] === undefined);
  const added = Object.keys(fresh).filter((name) => old[name] === undefined);
  expect(dropped.length > 0 && added.length > 0, "add in one version, drop in the next").toBe(false);
  expect(Object.keys(old).filter((name) => fresh[name] !== undefined && fresh[name] !== old[name])).toEqual([]);
  expect(upgrade({ ...fresh, [VERSION]: from })).toEqual({ ...fresh, [VERSION]: from });
});

it.each(shapes)("an item of $kind says which event it bears, or says nothing under that name", ({ kind, upgrades }) => {
  const { ev } = itemOf(sampleOf(kind, (upgrades?.length ?? 0) + 1));
  expect(["undefined", "string"]).toContain(typeof ev);
});
