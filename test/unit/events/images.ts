/** Items as the stores write them, one for each declared event, with personal data wherever a person could put some. */
import type { EventName } from "../../../events/contracts.ts";
import type { CatalogueItem } from "../../../functions/ledger/domain/catalogue.ts";
import type { Entry } from "../../../functions/ledger/domain/entry.ts";
import type { Hold } from "../../../functions/ledger/domain/hold.ts";
import { newAccount } from "../../../functions/ledger/domain/opening.ts";
import type { PaymentRequest } from "../../../functions/ledger/domain/request.ts";
import type { Claim } from "../../../functions/ledger/domain/reward.ts";
import { createItem, fulfilWrites, recordAdjustment, updateItem } from "../../../functions/ledger/store/catalogue.ts";
import { createHold, endHold } from "../../../functions/ledger/store/hold.ts";
import { entryItem } from "../../../functions/ledger/store/journal.ts";
import { type AccountChange, changeRecord } from "../../../functions/ledger/store/lifecycle.ts";
import { createClaim, createRequest, decideClaim, endRequest } from "../../../functions/ledger/store/request.ts";
import { publishDay } from "../../../functions/ledger/store/seal.ts";
import {
  changeMembers,
  changeResident,
  createHousehold,
  createResident,
  writeTombstone,
} from "../../../functions/residents/store/people.ts";
import {
  changeOrganisation,
  changeUnit,
  createCommunity,
  createOrganisation,
  createUnit,
} from "../../../functions/residents/store/places.ts";
import { revise } from "../../../functions/residents/store/record.ts";
import {
  createGrant,
  createKinship,
  createProxy,
  endKinship,
  endProxy,
  revokeGrant,
} from "../../../functions/residents/store/relations.ts";
import { beginRoll, endRoll } from "../../../functions/residents/store/roll.ts";
import type { Item, Write } from "../../../functions/shared/write.ts";
import { testDistrict } from "../../support/district.ts";
import { fundImages } from "./fund-images.ts";
import { parkingImages } from "./parking-images.ts";
import { pollsImages } from "./polls-images.ts";
import { timebankImages } from "./timebank-images.ts";

/** Words that must never stand in an event. */
export const CANARIES = [
  "王晓明",
  "wang-xiaoming",
  "13800001111",
  "1951-03-04",
  "鹭境路",
  "A1B2C3D4",
  "91330600MA",
] as const;
const [NAME, LATIN_NAME, PHONE, BIRTH, STREET, VOUCHER, CREDIT_CODE] = CANARIES;

/** A UUID that ends in a number. */
export const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const STAMP = 1_767_225_600_123_456;
const NOW = 1_767_225_600_123;
const COMMUNITY = "lujing";
const DIGEST = "ab".repeat(32);
const ann = uuid(1);
const bo = uuid(2);
const steward = uuid(3);
const from = `${ann}.points`;
const to = `${bo}.points`;

/** The item of the first put of a write set. */
const put = (writes: Write | readonly Write[]): Item => {
  const write = [writes].flat().find(({ type }) => type === "put");
  if (write?.type !== "put") throw new Error("no put");
  return write.item;
};

const entry: Entry = {
  id: uuid(10),
  leg: 0,
  reversal: false,
  kind: "transfer",
  from,
  to,
  amount: 250,
  category: "thanks",
  memo: `谢谢${NAME} ${PHONE}`,
  stamp: STAMP,
  by: ann,
  actingFor: bo,
  link: { type: "order", id: uuid(11) },
  lot: "20270131",
};

const hold: Hold = {
  id: uuid(20),
  from,
  to,
  amount: 300,
  category: "booking",
  memo: `${NAME}, ${STREET}`,
  link: { type: "booking", id: uuid(21) },
  state: "open",
  createdMs: NOW,
  expiresMs: NOW + 60_000,
  by: ann,
  actingFor: bo,
  revision: 1,
  fingerprint: "fp",
};
const ended = { revision: 2, endedBy: steward, endedMs: NOW + 1_000 };

const request: PaymentRequest = {
  id: uuid(30),
  from,
  to,
  amount: 40,
  category: "thanks",
  memo: NAME,
  state: "pending",
  createdMs: NOW,
  expiresMs: NOW + 60_000,
  by: bo,
  actingFor: ann,
  revision: 1,
  fingerprint: "fp",
};

const claim: Claim = {
  id: uuid(40),
  account: to,
  community: COMMUNITY,
  rule: "visit",
  quantity: 2,
  amount: 60,
  memo: `探访${NAME}`,
  evidence: { type: "photo", id: LATIN_NAME },
  state: "pending",
  createdMs: NOW,
  by: bo,
  actingFor: ann,
  revision: 1,
  fingerprint: "fp",
};
const decided = { revision: 2, decidedBy: steward, decidedMs: NOW + 1_000, reason: NAME };

const catalogueItem: CatalogueItem = {
  id: uuid(50),
  community: COMMUNITY,
  name: { zh: `${NAME}理发`, en: "Haircut" },
  description: { zh: STREET, en: PHONE },
  unit: "points",
  price: 100,
  stocked: true,
  perPerson: null,
  cancelWindowMinutes: null,
  provider: uuid(51),
  active: true,
  revision: 1,
};

const account = newAccount(testDistrict(), { kind: "resident", id: ann, community: COMMUNITY }, "points");
const changed = (change: AccountChange) => put(changeRecord(account, change, steward, `因${NAME}申请`, STAMP));

/** One item for each ledger event. */
const ledgerImages = {
  "ledger.transfer.posted": { ...entryItem(entry), code: VOUCHER },
  "ledger.transfer.reversed": entryItem({
    ...entry,
    reversal: true,
    kind: "reversal",
    from: to,
    to: from,
    by: steward,
  }),
  "ledger.hold.created": put(createHold(hold, STAMP)),
  "ledger.hold.posted": put(endHold({ ...hold, ...ended, state: "posted", posted: 280 }, STAMP)),
  "ledger.hold.voided": put(endHold({ ...hold, ...ended, state: "voided" }, STAMP)),
  "ledger.hold.expired": put(endHold({ ...hold, ...ended, state: "expired" }, STAMP)),
  "ledger.account.active": changed({ status: "active" }),
  "ledger.account.frozen": changed({ status: "frozen" }),
  "ledger.account.closed": changed({ status: "closed" }),
  "ledger.account.limits-changed": changed({ floor: -50, ceiling: 90_000 }),
  "ledger.request.created": put(createRequest(request, STAMP)),
  "ledger.request.accepted": put(
    endRequest({ ...request, ...ended, state: "accepted", transfer: uuid(31), reason: NAME }, STAMP),
  ),
  "ledger.request.rejected": put(endRequest({ ...request, ...ended, state: "rejected", reason: NAME }, STAMP)),
  "ledger.request.cancelled": put(endRequest({ ...request, ...ended, state: "cancelled" }, STAMP)),
  "ledger.request.expired": put(endRequest({ ...request, ...ended, state: "expired" }, STAMP)),
  "ledger.claim.created": put(createClaim(claim, STAMP)),
  "ledger.claim.accepted": put(decideClaim({ ...claim, ...decided, state: "accepted", transfer: uuid(41) }, STAMP)),
  "ledger.claim.rejected": put(decideClaim({ ...claim, ...decided, state: "rejected" }, STAMP)),
  "ledger.catalogue.created": put(createItem(catalogueItem, 5, STAMP)),
  "ledger.catalogue.updated": put(updateItem({ ...catalogueItem, revision: 2, active: false }, STAMP)),
  "ledger.catalogue.stock-adjusted": put(
    recordAdjustment({ id: uuid(52), item: uuid(50), delta: -3, reason: NAME, by: steward, atMs: NOW }, STAMP, "fp"),
  ),
  "ledger.root.published": put(
    publishDay(
      {
        day: { district: "demo", day: "2025-12-31", number: 1, through: STAMP, accounts: 9, entries: 40, tree: DIGEST },
        before: [Buffer.from(DIGEST, "hex")],
        log: Buffer.from(DIGEST, "hex"),
        signature: { kid: "key", sig: "signature" },
        key: { kty: "OKP", crv: "Ed25519", x: "x", kid: "key" },
      },
      { day: "2025-12-30", frontier: { size: 1, peaks: [] } },
      { size: 2, peaks: [] },
      STAMP,
    ),
  ),
  "ledger.redemption.fulfilled": put(fulfilWrites(uuid(53), steward, NOW, STAMP)),
} satisfies Partial<Record<EventName, Item>>;

const mark = (event: string) => ({ stamp: STAMP, event });

const community = put(
  createCommunity(
    { id: COMMUNITY, name: { zh: STREET, en: LATIN_NAME }, address: STREET },
    mark("residents.community.created"),
  ),
);
const unit = put(
  createUnit(
    {
      id: uuid(60),
      community: COMMUNITY,
      buildingId: uuid(61),
      buildingName: STREET,
      number: PHONE,
      area: 8_950,
      areaSource: "registry",
      use: "residential",
      owners: [{ kind: "resident", id: ann, bps: 10_000 }],
      revision: 1,
    },
    STAMP,
  ),
);
const resident = put(
  createResident(
    {
      state: "active",
      id: ann,
      community: COMMUNITY,
      name: NAME,
      birthDate: BIRTH,
      phone: PHONE,
      sex: "female",
      unitId: uuid(60),
      householdId: uuid(62),
      languages: ["zh"],
      revision: 1,
      rollRef: LATIN_NAME,
    },
    steward,
    STAMP,
  ),
);
const household = put(
  createHousehold({ id: uuid(62), community: COMMUNITY, unitId: uuid(60), members: [ann], revision: 1 }, STAMP),
);
const organisation = put(
  createOrganisation(
    {
      id: uuid(63),
      community: COMMUNITY,
      name: NAME,
      kind: "association",
      creditCode: CREDIT_CODE,
      representatives: [ann],
      revision: 1,
    },
    STAMP,
    "fp",
  ),
);
const grant = put(
  createGrant(
    { id: uuid(64), subject: bo, role: "steward", communities: [COMMUNITY], grantedMs: NOW, by: steward, revision: 1 },
    STAMP,
    "fp",
  ),
);
const proxy = put(
  createProxy(
    {
      id: uuid(65),
      community: COMMUNITY,
      person: ann,
      proxy: bo,
      scopes: ["ledger"],
      fromMs: NOW,
      untilMs: NOW + 86_400_000,
      evidence: `${NAME} ${BIRTH}`,
      by: steward,
      revision: 1,
    },
    NOW,
    STAMP,
    "fp",
  ),
);
const kinship = put(
  createKinship(
    { id: uuid(66), community: COMMUNITY, a: ann, b: bo, kind: "parent", by: steward, revision: 1 },
    STAMP,
    "fp",
  ),
);
const roll = put(beginRoll(uuid(67), COMMUNITY, steward, "fp"));
const tombstone = {
  state: "erased",
  id: ann,
  community: COMMUNITY,
  erasedMs: NOW,
  reason: "own-request",
  by: ann,
  pending: true,
  revision: 2,
} as const;

/** One item for each residents event. */
const residentsImages = {
  "residents.community.created": community,
  "residents.community.updated": put(revise(community, { address: STREET }, mark("residents.community.updated"))),
  "residents.unit.created": unit,
  "residents.unit.updated": put(changeUnit(unit, { area: 9_000 }, steward, STAMP)),
  "residents.resident.created": resident,
  "residents.resident.updated": put(changeResident(resident, { phone: PHONE }, ann, STAMP, { name: NAME })),
  "residents.resident.erased": put(writeTombstone(tombstone, STAMP)),
  "residents.household.created": household,
  "residents.household.updated": put(changeMembers(household, [ann, bo], STAMP)),
  "residents.organisation.created": organisation,
  "residents.organisation.updated": put(changeOrganisation(organisation, { representatives: [] }, STAMP)),
  "residents.role.granted": grant,
  "residents.role.revoked": put(revokeGrant(grant, NOW, STAMP)),
  "residents.proxy.granted": proxy,
  "residents.proxy.revoked": put(endProxy(proxy, NOW, STAMP)),
  "residents.kinship.recorded": kinship,
  "residents.kinship.ended": put(endKinship(kinship, NOW, STAMP)),
  "residents.roll.imported": put(
    endRoll(roll, { imported: 3, updated: 1, unchanged: 0, rejected: 2 }, { run: uuid(70), count: 1 }, STAMP),
  ),
} satisfies Partial<Record<EventName, Item>>;

/** One item for each declared event. */
export const images: Readonly<Record<EventName, Item>> = {
  ...ledgerImages,
  ...residentsImages,
  ...(parkingImages(NAME) as Readonly<Record<Extract<EventName, `parking.${string}`>, Item>>),
  ...(pollsImages(NAME) as Readonly<Record<Extract<EventName, `polls.${string}`>, Item>>),
  ...(timebankImages(NAME) as Readonly<Record<Extract<EventName, `timebank.${string}`>, Item>>),
  ...(fundImages(NAME) as Readonly<Record<Extract<EventName, `fund.${string}`>, Item>>),
};
