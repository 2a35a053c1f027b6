/** Accounts: read, list, change status and limits. */
import * as z from "zod";
import type { accountOperations } from "../../../schemas/ledger/accounts.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { mayRead } from "../domain/access.ts";
import type { Account } from "../domain/account.ts";
import { accountKey, accountList, toAccount } from "../store/account.ts";
import { changeRecord, changeWrite } from "../store/lifecycle.ts";
import { personOf } from "./situation.ts";
import { viewAccount } from "./views.ts";

type Ops = typeof accountOperations;
type View = ReturnType<typeof viewAccount>;

/** The account, when the caller may read it; otherwise 404, so that existence is not revealed. */
export const readableAccount = async (
  call: Pick<Call, "actor" | "actingFor">,
  id: string,
  deps: Deps,
): Promise<Account> => {
  const item = await deps.db.get(accountKey(id));
  const person = await personOf(call, deps);
  if (!item) return reject("resource/not-found", { what: "account", id });
  const account = toAccount(item);
  return mayRead(call.actor, person, account) ? account : reject("resource/not-found", { what: "account", id });
};

const AccountCursor = z.string().max(100);

const listAccounts = async (
  call: Call<Ops["listAccounts"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  const { community, unit, limit, cursor } = call.query;
  if (!holdsAny(call.actor, ["steward", "auditor", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `steward, auditor: ${community}` });
  }
  const partition = accountList(community, unit);
  const after = cursor === undefined ? undefined : decodeCursor(AccountCursor, cursor);
  const page = await deps.db.query({
    index: "g3",
    partition,
    limit,
    ...(after === undefined ? {} : { after: { ...accountKey(after), g3p: partition, g3s: after } }),
  });
  const items = (await deps.db.getMany(page.items)).map((item) => viewAccount(toAccount(item)));
  const last = page.items.at(-1);
  return { body: { items, next: page.last && last ? encodeCursor(String(last.pk).slice(2)) : null } };
};

/** Why an account may not become what is asked. */
const changeRefusals = (account: Account, body: Call<Ops["updateAccount"]>["body"]): Refusal[] => {
  if (account.status === "closed") return [refuse("ledger/account-closed", { account: account.id })];
  if (body.status !== "closed") return [];
  const held = account.held + account.heldIn;
  return account.balance === 0 && held === 0
    ? []
    : [refuse("ledger/account-not-empty", { balance: account.balance, held })];
};

/** Stewards freeze and release; closing and limits are the administrators'. */
const updateAccount = async (call: Call<Ops["updateAccount"]>, deps: Deps): Promise<Answer<View>> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const { reason, ...change } = call.body;
  const needed = change.status === "closed" || change.floor !== undefined || change.ceiling !== undefined;
  const roles = needed ? (["district-admin"] as const) : (["steward", "district-admin"] as const);
  if (account.holderKind === "pool" || !holdsAny(call.actor, roles, account.community)) {
    return reject("auth/forbidden", { needs: roles.join(", ") });
  }
  // An envelope opens and closes with its fund.
  if (account.holderKind === "fund") return { refusals: [refuse("ledger/account-earmarked", { account: account.id })] };
  const refusals = changeRefusals(account, call.body);
  if (refusals.length > 0) return { refusals };
  if (account.revision !== call.revision) return { refusals: [refuse("request/stale", { current: account.revision })] };
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Parameters<
    typeof changeWrite
  >[1];
  const record = changeRecord(account, given, call.actor.id, reason, deps.stamps.take());
  const outcome = await deps.db.commit([changeWrite(account, given), record]);
  // A payment in between changes the version but not the revision; the caller simply tries again on the fresh state.
  if (!outcome.ok) return updateAccount(call, deps);
  const fresh = toAccount((await deps.db.getMany([accountKey(account.id)]))[0] as Parameters<typeof toAccount>[0]);
  return { body: viewAccount(fresh), revision: fresh.revision };
};

/** Handlers of accounts; statements stand in statements.ts. */
export const accountHandlers: Pick<Handlers<Ops>, "getAccount" | "listAccounts" | "updateAccount"> = {
  getAccount: async (call, deps) => {
    const account = await readableAccount(call, call.params.accountId, deps);
    return { body: viewAccount(account), revision: account.revision };
  },
  listAccounts,
  updateAccount,
};
