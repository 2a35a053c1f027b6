/** What a stay would cost, and whether it could be had now. */
import type * as z from "zod";
import type { bookingOperations } from "../../../schemas/parking/bookings.ts";
import type { Quote as QuoteSchema } from "../../../schemas/parking/resources.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { Refused } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { type Booking, minutesOf, stretchRefusals } from "../domain/booking.ts";
import { localDays } from "../domain/day.ts";
import { sharesOf } from "../domain/price.ts";
import { quartersKey } from "../store/quarters.ts";
import { alternativesTo } from "./alternatives.ts";
import { drafted } from "./booking.ts";
import { learnDecisions } from "./decision.ts";
import { type Ground, rearrange } from "./stretch.ts";
import { learn, policyOf, spaceOf } from "./support.ts";
import { targetOf } from "./target.ts";

type Ops = typeof bookingOperations;
type QuoteCall = Call<Ops["quoteStay"]>;

/** What a stay would cost, and whether it is free. */
const quoteStay = async (call: QuoteCall, deps: Deps): Promise<Answer<z.input<typeof QuoteSchema>>> => {
  const known = new Known();
  const ground: Ground = { known, deps, nowMs: deps.clock.now().getTime() };
  const policy = policyOf(deps);
  const target = await targetOf(call.body, ground);
  const draft = drafted(call, call.actor.id, target, deps);
  const wrong = stretchRefusals(draft, policy, target.zone, new Date(ground.nowMs));
  if (wrong.length > 0) throw new Refused(...wrong);
  const ranged = target.refusals(draft).length > 0 ? { refusals: [] } : await freeNow(draft, ground);
  const free = "writes" in ranged;
  return {
    body: {
      ...(draft.space === undefined ? { lot: draft.lot } : { space: draft.space }),
      from: instantOf(draft.fromMs),
      until: instantOf(draft.untilMs),
      minutes: minutesOf(draft),
      amount: draft.amount,
      unit: draft.price.unit,
      shares: sharesOf(policy, draft.amount),
      policy: policy.version,
      free,
      alternatives: free ? [] : await alternativesTo(draft, ground),
    },
  };
};

/** Counters of a pooled lot and decisions are read before they are judged; a booking leaves that to its write. */
export const freeNow = async (draft: Booking, ground: Ground) => {
  if (draft.space === undefined) {
    const { zone } = await targetOf(draft, ground);
    const keys = localDays(draft, zone).map(({ day }) => quartersKey(draft.lot, day));
    await learn(keys, ground.known, ground.deps);
  } else {
    const space = await spaceOf(draft.space, ground.known, ground.deps);
    await learnDecisions([space], ground.known, ground.deps);
  }
  return rearrange(undefined, draft, ground);
};

/** Handlers of quotes. */
export const quoteHandlers: Pick<Handlers<Ops>, "quoteStay"> = { quoteStay };
