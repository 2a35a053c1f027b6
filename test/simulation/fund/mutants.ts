/** Faults of the community fund that its simulation must find. */
import type { Db } from "../../../functions/shared/dynamo.ts";
import type { Item, Write } from "../../../functions/shared/write.ts";
import {
  forgetful,
  isCreate,
  type Mutant,
  onWrites,
  relaxed,
  stubborn,
  UNCONDITIONAL,
  unguarded,
  withDb,
} from "../kernel/mutants.ts";

const later = ({ rev }: Item): boolean => (rev as number) > 1;

/** Whether a transaction moves what is left of a fund that is over. */
const isExpiry = (writes: readonly Write[]): boolean =>
  writes.some((write) => isCreate(write, "T#") && write.type === "put" && write.item.cat === "fund-expiry");

/** The mutants of the community fund. */
export const fundMutants: readonly Mutant[] = [
  {
    name: "no-envelope-condition",
    about: "an award is not asked whether the fund has so much",
    seed: 13,
    spoil: relaxed("avail", "A#"),
  },
  {
    name: "paid-without-mark",
    about: "a tranche is paid, and what says so is forgotten",
    spoil: withDb((db) => ({
      commit: (writes, spending) =>
        db.commit(
          writes.filter((write) => !(isCreate(write, "FT#") && write.type === "put" && write.item.state === "paid")),
          spending,
        ),
    })),
  },
  {
    name: "no-grant-revision",
    about: "a grant is moved on without looking whether it has been",
    seed: 3,
    spoil: unguarded("FA#", later),
  },
  {
    name: "hold-kept",
    about: "a payment leaves what was promised in place",
    spoil: withDb((db) => ({
      commit: (writes, spending) =>
        db.commit(
          writes.filter((write) => !(isCreate(write, "H#") && write.type === "put" && write.item.state === "posted")),
          spending,
        ),
    })),
  },
  {
    name: "no-period-mark",
    about: "nothing says that a month's income has been divided",
    seed: 6,
    spoil: withDb((db) => ({
      commit: (writes, spending) =>
        db.commit(
          writes.filter((write) => !isCreate(write, "FU#")),
          spending,
        ),
    })),
  },
  {
    name: "no-room-for-costs",
    about: "administrative costs are not held to their cap",
    seed: 16,
    spoil: onWrites((write) =>
      write.type === "update" && write.key.pk.startsWith("FD#")
        ? { ...write, condition: { ...write.condition, expression: write.condition.expression.replace(/ AND .*/, "") } }
        : write,
    ),
  },
  {
    name: "expired-twice",
    about: "what is left of a fund that is over is moved without looking whether it has been",
    seed: 6,
    spoil: (deps) => {
      const blind = UNCONDITIONAL.spoil(deps);
      const commit: Db["commit"] = (writes, spending) => (isExpiry(writes) ? blind : deps).db.commit(writes, spending);
      return { ...deps, db: { ...deps.db, commit } };
    },
  },
  {
    name: "reserve-stays",
    about: "what a fund must keep stays so after its last day",
    spoil: onWrites((write) =>
      write.type === "update" && write.key.pk.startsWith("A#")
        ? { ...write, update: write.update.replace(/#floor = :\w+, /, "") }
        : write,
    ),
  },
  forgetful,
  stubborn,
];
