/** Going through all accounts of the district, page by page: by community, unit and id. */
import * as z from "zod";
import type { TableAction } from "../../../schemas/operation.ts";
import type { Deps } from "../../shared/deps.ts";
import { eachItem, type Job, type Outcome } from "../../shared/jobs.ts";
import type { Account } from "../domain/account.ts";
import { accountPage } from "../store/audit.ts";

const ACCOUNTS_PAGE = 50;

const Cursor = z.strictObject({ index: z.int().min(0), after: z.string().nullable() });
type MembersCursor = z.infer<typeof Cursor>;

/** What it takes to page through the accounts. */
const LIST_ACTIONS: readonly TableAction[] = ["BatchGetItem", "Query"];

/**
 * Makes a job that does `work` on every account of the units that `units` picks, pools among them; `actions` are those
 * of the work.
 */
export const accountsJob = (
  name: string,
  actions: readonly TableAction[],
  units: (deps: Deps) => readonly string[],
  work: (account: Account, deps: Deps) => Promise<Outcome>,
): Job<MembersCursor> => ({
  name,
  cursor: Cursor,
  actions: [...LIST_ACTIONS, ...actions],
  page: async (cursor, deps) => {
    const lists = deps.district.communities.flatMap(({ id }) => units(deps).map((unit) => ({ community: id, unit })));
    const { index, after } = cursor ?? { index: 0, after: null };
    const list = lists[index];
    if (!list) return { next: null, changed: 0, unchanged: 0, failures: [] };
    const { accounts, next } = await accountPage(deps.db, list.community, list.unit, after, ACCOUNTS_PAGE);
    const done = await eachItem(
      accounts,
      (account) => account.id,
      (account) => work(account, deps),
    );
    const more = next !== null || index + 1 < lists.length;
    return { ...done, next: more ? { index: next === null ? index + 1 : index, after: next } : null };
  },
});

/** The same on member accounts only. */
export const membersJob: typeof accountsJob = (name, actions, units, work) =>
  accountsJob(name, actions, units, async (account, deps) =>
    account.holderKind === "pool" ? "unchanged" : work(account, deps),
  );
