/** Faults of polls that their simulation must find. */
import type { Item, Write } from "../../../functions/shared/write.ts";
import { forgetful, type Mutant, onWrites, stubborn, unguarded, unlisted, withDb } from "../kernel/mutants.ts";

/** Casts whose condition on their line of the roll is changed. */
const onLine = (change: (expression: string) => string): Mutant["spoil"] =>
  onWrites((write: Write) =>
    write.type === "update" && write.key.pk.startsWith("VR#")
      ? { ...write, condition: { ...write.condition, expression: change(write.condition.expression) } }
      : write,
  );

const isLine = ({ pk }: Item): boolean => pk.startsWith("VR#");

/** The mutants of polls. */
export const pollsMutants: readonly Mutant[] = [
  {
    name: "no-one-ballot-condition",
    about: "a line of the roll is not asked whether it has voted",
    spoil: onLine((text) => text.replace("#st = :ready", "(#st = :ready OR #st = :cast)")),
  },
  {
    name: "no-window-condition",
    about: "a line of the roll is not asked whether its poll is open",
    seed: 7,
    spoil: onLine((text) =>
      text.replace("#open <= :now", "attribute_exists(#open)").replace("#close > :now", ":now <> #close"),
    ),
  },
  {
    name: "no-voter-condition",
    about: "nobody asks whose line of the roll it is",
    spoil: onLine((text) => text.replace(/contains\(#who, (:\w+)\)/, "(contains(#who, $1) OR attribute_exists(#who))")),
  },
  {
    name: "no-idempotency-record",
    about: "a ballot overwrites what stands under its key",
    spoil: unguarded("NB#"),
  },
  { ...forgetful, seed: 4 },
  stubborn,
  {
    name: "no-ballot-condition",
    about: "a secret ballot is put in whether or not there is one of its name",
    spoil: unguarded("PB#"),
  },
  {
    name: "no-index-row",
    about: "a poll is not entered in the list of what is due",
    spoil: unlisted("PL#", "g3"),
  },
  {
    name: "no-poll-revision",
    about: "a poll is moved on without looking whether it has been",
    seed: 5,
    spoil: unguarded("PL#", ({ sk }) => sk === "P"),
  },
  {
    name: "short-page",
    about: "of each page of the roll the last line is passed over",
    spoil: withDb((db) => ({
      query: async (query) => {
        const page = await db.query(query);
        return page.items.some(isLine) ? { ...page, items: page.items.slice(0, -1) } : page;
      },
    })),
  },
];
