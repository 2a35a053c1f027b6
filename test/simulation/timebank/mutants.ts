/** Faults of the time bank that its simulation must find. */
import type { Write } from "../../../functions/shared/write.ts";
import { forgetful, type Mutant, onWrites, relaxed, stubborn, unguarded, unlisted, withDb } from "../kernel/mutants.ts";

const isOrder = (write: Write): write is Extract<Write, { type: "put" }> =>
  write.type === "put" && write.item.pk.startsWith("TO#") && write.item.sk === "O";

/** What marks an order as settled: its own state, and the end of its hold. */
const marksSettled = (write: Write): boolean =>
  (isOrder(write) && write.item.state === "settled") || (write.type === "put" && write.item.pk.startsWith("H#"));

/** The mutants of the time bank. */
export const timebankMutants: readonly Mutant[] = [
  {
    name: "no-idempotency-record",
    about: "a request overwrites what stands under its key",
    spoil: unguarded("TO#", ({ rev }) => rev === 1),
  },
  {
    name: "no-order-revision",
    about: "an order is moved on without looking whether it has been",
    spoil: unguarded("TO#", ({ rev }) => (rev as number) > 1),
  },
  {
    name: "no-member-revision",
    about: "what a volunteer has taken on is written without looking whether they have taken on something else",
    seed: 33,
    spoil: unguarded("TM#", ({ sk }) => sk === "V"),
  },
  {
    name: "settled-without-mark",
    about: "an order is paid, and what says so is forgotten",
    spoil: withDb((db) => ({
      commit: (writes, spending) => {
        const settles = writes.some((write) => isOrder(write) && write.item.state === "settled");
        return db.commit(settles ? writes.filter((write) => !marksSettled(write)) : writes, spending);
      },
    })),
  },
  {
    name: "unsettled-without-index-row",
    about: "a confirmed order is not entered in the list of what is to be settled",
    spoil: onWrites((write) => {
      if (!isOrder(write) || write.item.state !== "confirmed") return write;
      const { g3p: _partition, g3s: _sort, ...item } = write.item;
      return { ...write, item: item as typeof write.item };
    }),
  },
  { name: "no-index-row", about: "no order is entered in a list of what is due", spoil: unlisted("TO#", "g3") },
  forgetful,
  stubborn,
  { name: "no-free-condition", about: "an acceptance is not asked to be covered", spoil: relaxed("free", "A#") },
  { name: "no-room-condition", about: "the storage cap is not asked at acceptance", spoil: relaxed("room", "A#") },
  {
    name: "no-budget-condition",
    about: "the care pool is not asked whether it suffices",
    spoil: relaxed("avail", "B#"),
  },
];
