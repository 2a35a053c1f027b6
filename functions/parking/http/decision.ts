/**
 * Spaces that belong to all owners: bookable only while a decision of the owners covers them (Civil Code art. 278 item
 * 8). One recorded by an officer with its document counts by its dates; one by a poll must also stand when the booking
 * commits, which its transaction proves.
 */
import { type Cover, decisionCheck, decisionPlace, decisionStands } from "../../polls/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Space } from "../domain/place.ts";
import { learn } from "./support.ts";

/** What the poll's subject must name as its purpose; its refs are spaces or lots, none of them all in the community. */
const PURPOSE = "common-parts-parking";
/** Item of article 278: changing the use of common parts, or doing business with them. */
const MATTER = 8;

const pollOf = ({ owner, decision }: Space): string | undefined => (owner === undefined ? decision?.poll : undefined);

const coverOf = ({ community, id, lot }: Space): Cover => ({
  ...{ community, purpose: PURPOSE, matter: MATTER },
  ...{ ref: id, within: lot },
});

/** Reads the decisions of some spaces, so that `decided` judges them as they are. */
export const learnDecisions = (spaces: readonly Space[], known: Known, deps: Pick<Deps, "db">): Promise<void> =>
  learn(spaces.flatMap((space) => pollOf(space) ?? []).map(decisionPlace), known, deps);

/** The proof that taking a space asks for, or the refusal where what is known covers nothing. */
export type Decided = { readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] };

/** What taking a space asks of the owners' decision; nothing where no poll is named. */
export const decided = (
  space: Space,
  { known, deps }: { readonly known: Known; readonly deps: Pick<Deps, "clock"> },
): Decided => {
  const poll = pollOf(space);
  if (poll === undefined) return { writes: [] };
  const now = deps.clock.now();
  const met = known.get(decisionPlace(poll));
  if (met !== undefined && !decisionStands(met, coverOf(space), now)) {
    return { refusals: [refuse("parking/not-covered")] };
  }
  return { writes: [decisionCheck(poll, coverOf(space), now)] };
};
