/**
 * Every kind of item that the table holds, one line each: by which keys it is known, and how an item that an older
 * release stored becomes what this one writes. A kind's version is one more than its upgrades; an item says its own in
 * `v`, and one without `v` is of version 1, which therefore costs nothing. docs/adr/0030 has the reasons.
 */
import { geohash6 } from "./geohash.ts";
import { timeOfId } from "./uuid.ts";

/** An item as it stands in the table. */
export type Stored = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/**
 * Takes an item from one version to the next. Pure, and the same again on an item that an older release has written
 * over since: what it adds comes from what was there before. One step either adds attributes or drops them, never both
 * (then the release before can work on the same table). Keys stay.
 */
export type Upgrade = (item: Stored) => Stored;

/** One kind of item. */
export interface Shape {
  /** Name, also of its samples: `test/fixtures/shapes/<kind>.v<N>.json`. */
  readonly kind: string;
  /** Partition keys begin with this: all up to the first `#`, or the whole key where there is none. */
  readonly pk: string;
  /** The sort key; with `*` at its end, whatever begins so. */
  readonly sk: string;
  /** From version 1 to 2, from 2 to 3, and so on. */
  readonly upgrades?: readonly Upgrade[];
}

/** `ev` names the event that an item bears, so whether there is a charger stands elsewhere. */
const withCharger: Upgrade = (item) => ({ ...item, chr: item.ev });

/** Adds a lot to the list of its geohash cell. */
const inCell: Upgrade = (item) => {
  const at = { latE6: item.lat as number, lonE6: item.lon as number };
  return { ...withCharger(item), g1p: `GLG#${geohash6(at)}`, g1s: 0 };
};

/** Adds an open offer, whole, to its community's offers by when it was made. */
const amongOffers: Upgrade = (item) =>
  item.state === "open" ? { ...item, g2p: `TF#${String(item.com)}`, g2s: timeOfId(item.pk.slice("TF#".length)) } : item;

/** The kinds by partition; where two sort keys fit, the first line holds. */
export const shapes: readonly Shape[] = [
  // Kernel.
  { kind: "kept-answer", pk: "K#", sk: "K" },
  { kind: "job-run", pk: "JOB#", sk: "R#*" },
  { kind: "secret", pk: "S#", sk: "S" },
  { kind: "revocation", pk: "RV", sk: "*" },
  { kind: "feed-address", pk: "IC#", sk: "F" },
  { kind: "feed", pk: "IF#", sk: "*" },
  // Ledger.
  { kind: "account", pk: "A#", sk: "A" },
  { kind: "account-change", pk: "A#", sk: "C#*" },
  { kind: "balance-checkpoint", pk: "A#", sk: "M#*" },
  { kind: "budget-shard", pk: "B#", sk: "S*" },
  { kind: "transfer", pk: "T#", sk: "T*" },
  { kind: "reversal", pk: "T#", sk: "R*" },
  { kind: "fulfilment", pk: "T#", sk: "F" },
  { kind: "hold", pk: "H#", sk: "H" },
  { kind: "payment-request", pk: "PR#", sk: "P" },
  { kind: "claim", pk: "EC#", sk: "C" },
  { kind: "catalogue-item", pk: "CI#", sk: "I" },
  { kind: "stock", pk: "CI#", sk: "STOCK" },
  { kind: "stock-adjustment", pk: "CS#", sk: "S" },
  { kind: "limit-use", pk: "CU#", sk: "*" },
  { kind: "sealed-block", pk: "LB#", sk: "*" },
  { kind: "chain-head", pk: "LH#", sk: "H" },
  { kind: "root-log", pk: "LH#", sk: "LOG" },
  { kind: "tree-top", pk: "LT#", sk: "~" },
  { kind: "tree-part", pk: "LT#", sk: "*" },
  { kind: "ledger-root", pk: "LR#", sk: "*" },
  // Residents.
  { kind: "community", pk: "C#", sk: "C" },
  { kind: "building", pk: "BD#", sk: "B" },
  { kind: "building-name", pk: "BD#", sk: "N" },
  { kind: "unit", pk: "U#", sk: "U" },
  { kind: "unit-number", pk: "U#", sk: "N" },
  { kind: "unit-version", pk: "U#", sk: "V#*" },
  { kind: "resident", pk: "R#", sk: "R" },
  { kind: "unit-link", pk: "R#", sk: "U#*" },
  { kind: "grant-link", pk: "R#", sk: "G#*" },
  { kind: "proxy-link", pk: "R#", sk: "P#*" },
  { kind: "ward-link", pk: "R#", sk: "W#*" },
  { kind: "kinship-link", pk: "R#", sk: "K#*" },
  { kind: "organisation-link", pk: "R#", sk: "O#*" },
  { kind: "household", pk: "HH#", sk: "H" },
  { kind: "organisation", pk: "O#", sk: "O" },
  { kind: "role-grant", pk: "RG#", sk: "G" },
  { kind: "proxy", pk: "PX#", sk: "P" },
  { kind: "proxy-pair", pk: "PX#", sk: "P#*" },
  { kind: "kinship", pk: "KN#", sk: "K" },
  { kind: "kinship-pair", pk: "KN#", sk: "L" },
  { kind: "roll-import", pk: "RI#", sk: "I" },
  { kind: "roll-page", pk: "RI#", sk: "P#*" },
  // Time bank.
  { kind: "order", pk: "TO#", sk: "O" },
  { kind: "order-places", pk: "TO#", sk: "P" },
  { kind: "order-code", pk: "TO#", sk: "C#*" },
  { kind: "rating", pk: "TO#", sk: "R#*" },
  { kind: "code-slot", pk: "TC#", sk: "C" },
  { kind: "member", pk: "TM#", sk: "V" },
  { kind: "care-listing", pk: "TM#", sk: "C" },
  { kind: "block", pk: "TM#", sk: "B#*" },
  { kind: "block-pair", pk: "TK#", sk: "K#*" },
  // Version 2: a ranking reads a community's offers whole from an index. The keys' list (g3) goes in the next release.
  { kind: "offer", pk: "TF#", sk: "F", upgrades: [amongOffers] },
  { kind: "group-service", pk: "TG#", sk: "G" },
  { kind: "solvency-report", pk: "TL#", sk: "D#*" },
  // Polls.
  { kind: "poll", pk: "PL#", sk: "P" },
  { kind: "poll-rules", pk: "PL#", sk: "Q" },
  { kind: "poll-due", pk: "PL#", sk: "U" },
  { kind: "roll-correction", pk: "PL#", sk: "C#*" },
  { kind: "tree-chunk", pk: "PL#", sk: "L#*" },
  { kind: "tree-head", pk: "PL#", sk: "LH#*" },
  { kind: "poll-bundle", pk: "PL#", sk: "BD#*" },
  { kind: "poll-token-key", pk: "PL#", sk: "TK" },
  { kind: "secret-ballot", pk: "PB#", sk: "B#*" },
  { kind: "roll-entry", pk: "VR#", sk: "E#*" },
  { kind: "poll-turnout", pk: "PL#", sk: "T" },
  { kind: "poll-ties", pk: "PL#", sk: "A" },
  { kind: "poll-callbacks", pk: "PL#", sk: "S" },
  { kind: "shard-count", pk: "PL#", sk: "X#*" },
  { kind: "poll-result", pk: "PL#", sk: "R#*" },
  { kind: "objection", pk: "PL#", sk: "O#*" },
  { kind: "decision", pk: "PD#", sk: "D" },
  { kind: "voter-entry", pk: "PW#", sk: "*" },
  { kind: "named-ballot", pk: "NB#", sk: "B#*" },
  { kind: "proxy-use", pk: "PQ#", sk: "N" },
  // Fund.
  { kind: "fund", pk: "FD#", sk: "F" },
  { kind: "fund-totals", pk: "FD#", sk: "T" },
  { kind: "fund-movement", pk: "FM#", sk: "M" },
  { kind: "fund-period", pk: "FU#", sk: "*" },
  { kind: "fund-call", pk: "FC#", sk: "C" },
  { kind: "application", pk: "FA#", sk: "A" },
  { kind: "application-detail", pk: "FA#", sk: "D" },
  { kind: "score", pk: "FA#", sk: "S#*" },
  { kind: "tranche", pk: "FT#", sk: "T" },
  { kind: "fund-objection", pk: "FO#", sk: "O" },
  { kind: "fund-report", pk: "FR#", sk: "R" },
  { kind: "payee", pk: "FP#", sk: "*" },
  // Parking.
  // Version 2: lots are found by where they are.
  { kind: "parking-lot", pk: "GL#", sk: "L", upgrades: [inCell] },
  { kind: "parking-quarters", pk: "GL#", sk: "Q#*" },
  { kind: "parking-space", pk: "GS#", sk: "S", upgrades: [withCharger] },
  { kind: "parking-day", pk: "GS#", sk: "D#*" },
  { kind: "parking-sharing", pk: "GO#", sk: "W" },
  { kind: "parking-month", pk: "GT#", sk: "M#*" },
  { kind: "booking", pk: "GB#", sk: "B" },
  { kind: "parking-exits", pk: "GB#", sk: "X" },
  { kind: "parking-gate", pk: "GG#", sk: "G" },
  { kind: "parking-gate-event", pk: "GV#", sk: "E#*" },
  { kind: "parker", pk: "GP#", sk: "P" },
  { kind: "parking-series", pk: "GE#", sk: "E" },
  { kind: "parking-wait", pk: "GW#", sk: "W" },
  { kind: "parking-queue", pk: "GQ#", sk: "Q" },
];
