/** Faults of shared parking that its simulation must find. */
import { always, type Item } from "../../../functions/shared/write.ts";
import { forgetful, type Mutant, onWrites, relaxed, stubborn, unguarded, unlisted, withDb } from "../kernel/mutants.ts";

const DAY_MS = 86_400_000;
const late = (item: Item | undefined): Item | undefined =>
  item?.pk.startsWith("GB#") && item.exp !== undefined ? { ...item, exp: (item.exp as number) + DAY_MS } : item;

/** What a new booking asks of its driver, with other values than it should. */
const onStanding = (values: Readonly<Record<string, number>>): Mutant["spoil"] =>
  onWrites((write) =>
    write.type === "update" && write.key.pk.startsWith("GP#") && ":most" in write.condition.values
      ? { ...write, condition: { ...write.condition, values: { ...write.condition.values, ...values } } }
      : write,
  );

/** The mutants of shared parking. */
export const parkingMutants: readonly Mutant[] = [
  {
    name: "no-day-revision",
    about: "a day's document is written without looking whether somebody else has booked",
    spoil: unguarded("GS#", ({ sk }) => sk.startsWith("D#")),
  },
  {
    name: "no-idempotency-record",
    about: "a booking overwrites what stands under its key",
    spoil: unguarded("GB#", ({ rev }) => rev === 1),
  },
  {
    name: "no-booking-revision",
    about: "a booking is moved on without looking whether it has been",
    spoil: unguarded("GB#", ({ rev }) => (rev as number) > 1),
  },
  forgetful,
  stubborn,
  {
    name: "no-index-row",
    about: "a booking is not entered in the list of what is due",
    spoil: unlisted("GB#", "g3"),
  },
  { name: "no-free-condition", about: "the price is not asked to be covered", seed: 10, spoil: relaxed("free", "A#") },
  {
    name: "no-quota-condition",
    about: "nobody counts how many bookings a driver has",
    seed: 20,
    spoil: onStanding({ ":most": 1_000 }),
  },
  {
    name: "no-exclusion-condition",
    about: "an exclusion is not looked at",
    seed: 2,
    spoil: onStanding({ ":now": Number.MAX_SAFE_INTEGER }),
  },
  {
    name: "hold-judged-by-job",
    about: "a booking that was only held lives until a job ends it",
    spoil: withDb((db) => ({ get: async (key, options) => late(await db.get(key, options)) })),
  },
  {
    name: "no-window-revision",
    about: "a change of a space's windows overwrites another one",
    seed: 7,
    spoil: onWrites((write) =>
      write.type === "put" && write.item.pk.startsWith("GS#") && write.item.sk === "S"
        ? { ...write, condition: always }
        : write,
    ),
  },
];
