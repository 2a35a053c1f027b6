/** Faults of the ledger that its simulation must find. */
import type { Item } from "../../../functions/shared/write.ts";
import { forgetful, type Mutant, relaxed, stubborn, unguarded, unlisted, withDb } from "../kernel/mutants.ts";

const DAY_MS = 86_400_000;
const unexpired = (item: Item | undefined): Item | undefined =>
  item?.pk.startsWith("H#") && item.state === "open" ? { ...item, exp: (item.exp as number) + DAY_MS } : item;

/** The mutants of the ledger. */
export const ledgerMutants: readonly Mutant[] = [
  {
    name: "no-funds-condition",
    about: "a payment is not asked whether it is covered",
    seed: 2,
    spoil: relaxed("avail", "A#"),
  },
  { name: "no-free-condition", about: "a hold is not asked whether it is covered", spoil: relaxed("free", "A#") },
  { name: "no-room-condition", about: "a payee's ceiling is not asked", seed: 19, spoil: relaxed("room", "A#") },
  {
    name: "no-idempotency-record",
    about: "a transfer overwrites what stands under its key",
    spoil: unguarded("T#"),
  },
  forgetful,
  stubborn,
  {
    name: "no-index-row",
    about: "a hold is not entered in the list of what is due",
    spoil: unlisted("H#", "g3"),
  },
  {
    name: "hold-judged-by-ttl",
    about: "a hold lives until something deletes it, a day later",
    spoil: withDb((db) => ({ get: async (key, options) => unexpired(await db.get(key, options)) })),
  },
  {
    name: "no-hold-revision",
    about: "a hold is ended without looking whether it has been",
    // Two ends of one hold have to meet, which few plays draw.
    seed: 118,
    within: 120,
    spoil: unguarded("H#", ({ state }) => state !== "open"),
  },
];
