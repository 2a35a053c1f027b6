/** Whether a ballot may be cast for an entry of the roll; the store's condition of the write asks the same. */
import { type Refusal, refuse } from "../../shared/refusal.ts";

/** What of an entry decides. */
export interface Standing {
  readonly entry: string;
  readonly voters: readonly string[];
  readonly openMs: number;
  readonly closeMs: number;
  readonly voted: boolean;
  readonly channel?: string | undefined;
}

/** A cast as it is tried. */
export interface Attempt {
  readonly entry: string;
  /** `r:<resident>` or `o:<organisation>`. */
  readonly voter: string;
  readonly proxy: boolean;
  readonly changeable: boolean;
  /** Close of the poll as extended; extensions only ever move it on. */
  readonly closeMs: number;
  readonly nowMs: number;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * Why a ballot may not take the place of the one that stands: the poll's ballots cannot be changed, or the voter's own
 * ballot meets a proxy's. A proxy's ballot gives way to the voter's own in every poll.
 */
const replaceRefusals = ({ voted, channel }: Standing, { proxy, changeable }: Attempt): Refusal[] => {
  if (!voted) return [];
  if (proxy && channel !== "proxy") return [refuse("polls/own-ballot-stands")];
  if (changeable || (!proxy && channel === "proxy")) return [];
  return [refuse("polls/already-cast")];
};

/** Every reason against a cast; nothing where it may be. */
export const castRefusals = (standing: Standing | undefined, attempt: Attempt): Refusal[] => {
  const { entry, voter, nowMs } = attempt;
  if (!standing?.voters.includes(voter)) return [refuse("polls/not-on-roll", { entry })];
  if (nowMs < standing.openMs) return [refuse("polls/not-open", { opens: iso(standing.openMs) })];
  const until = Math.max(standing.closeMs, attempt.closeMs);
  if (nowMs >= until) return [refuse("polls/closed", { until: iso(until) })];
  return replaceRefusals(standing, attempt);
};
