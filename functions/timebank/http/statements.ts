/** What a month did to a member's hours: added up from the journal whenever it is asked for, never stored. */
import type * as z from "zod";
import type { MonthStatement, settlementOperations } from "../../../schemas/timebank/settlement.ts";
import { accountWindow, memberAccount } from "../../ledger/port.ts";
import { residentOf } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { dayStart, instantOf, monthsAfter } from "../../shared/time.ts";
import { monthSums } from "../domain/month.ts";
import { UNIT } from "./payment.ts";
import { configOf, personOf } from "./support.ts";

type Ops = typeof settlementOperations;
type MonthCall = Call<Ops["getMonthStatement"]>;
type View = z.input<typeof MonthStatement>;

/** Most entries of one member in one month that are added up. */
const ENTRIES_MAX = 5_000;
/** When to ask again for a month that is too far from every checkpoint: their job runs daily. */
const RETRY_SECONDS = 3_600;

const mayRead = async (call: MonthCall, deps: Deps): Promise<boolean> => {
  const { residentId } = call.params;
  if ((await personOf(call, deps)) === residentId) return true;
  const resident = await residentOf(deps.db, residentId);
  return resident !== undefined && holdsAny(call.actor, ["auditor", "district-admin"], resident.community);
};

const getMonth = async (call: MonthCall, deps: Deps): Promise<Answer<View>> => {
  configOf(deps);
  const { residentId, month } = call.params;
  const missing = { what: "statement", id: residentId };
  if (!(await mayRead(call, deps))) return reject("resource/not-found", missing);
  const { zone } = deps.district;
  const first = `${month.replace("-", "")}01`;
  const [from, until] = [dayStart(first, zone), dayStart(monthsAfter(first, 1), zone)];
  const now = deps.clock.now();
  if (from > now) return reject("timebank/month-not-begun", { month, begins: instantOf(from.getTime()) });
  const account = memberAccount(residentId, UNIT);
  const window = await accountWindow(deps.db, account, { from, until }, now, ENTRIES_MAX);
  if (!window) return reject("resource/not-found", missing);
  if (!window.complete) return reject("ledger/journal-too-long", { account, seconds: RETRY_SECONDS });
  const { opening, changes, final } = window;
  const sums = monthSums(changes);
  const closing = opening + changes.reduce((sum, { change }) => sum + change, 0);
  const range = { from: instantOf(from.getTime()), until: instantOf(until.getTime()) };
  return { body: { resident: residentId, month, zone, ...range, final, opening, closing, ...sums } };
};

/** Handler of month statements. */
export const statementHandlers: Pick<Handlers<Ops>, "getMonthStatement"> = { getMonthStatement: getMonth };
