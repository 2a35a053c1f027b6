/** Rules on members whose hours rest: what the storage cap takes, and when a notice of inactivity is due. */
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { dayText, monthsAfter } from "../../shared/time.ts";

/** Category of the hours that the storage cap takes. */
export const OVERFLOW = "storage-overflow";

/** What a member's account says of them. */
export interface Rest {
  readonly holder: string;
  readonly account: string;
  readonly community: string;
  readonly balance: number;
  /** Stamp of the last movement, µs. */
  readonly last: number;
}

/** True for an account with hours that nothing has moved for the months that the policy names. */
export const isResting = (
  { balance, last }: Pick<Rest, "balance" | "last">,
  rule: PolicyProfile["inactivity"],
  today: string,
  zone: string,
): boolean =>
  rule !== null &&
  balance > 0 &&
  monthsAfter(dayText(new Date(Math.floor(last / 1_000)), zone), rule.noticeMonths) <= today;
