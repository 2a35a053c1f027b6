/** The contexts that are simulated: a folder each, with actions and a model. A new one is a line here. */
import type { District } from "../../schemas/district.ts";
import type { Simulated } from "./kernel/context.ts";
import { ledgerDistrict, simulatedLedger } from "./ledger/actions.ts";
import { simulatedGarage, simulatedParking } from "./parking/actions.ts";
import { simulatedEstate, simulatedPolls } from "./polls/actions.ts";
import { simulatedBank, simulatedTimebank } from "./timebank/actions.ts";

/** A context with the district that it is played in. */
export interface Staged<State, Intent> {
  readonly context: Simulated<State, Intent>;
  readonly district: District;
}

// biome-ignore lint/suspicious/noExplicitAny: each context has states and intents of its own
export const contexts: readonly Staged<any, any>[] = [
  { context: simulatedLedger, district: ledgerDistrict() },
  { context: simulatedParking, district: simulatedGarage() },
  { context: simulatedPolls, district: simulatedEstate() },
  { context: simulatedTimebank, district: simulatedBank() },
];
