/** The table beside the paper: every number of one that the other must have. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Application } from "../../../functions/fund/domain/grant.ts";
import { toFund, toTotals } from "../../../functions/fund/store/funds.ts";
import { toApplication, toTranche } from "../../../functions/fund/store/grants.ts";
import { toAccount } from "../../../functions/ledger/store/account.ts";
import { toHold } from "../../../functions/ledger/store/hold.ts";
import { isEntry, toEntry } from "../../../functions/ledger/store/journal.ts";
import type { Item } from "../../../functions/shared/write.ts";
import type { World } from "../kernel/world.ts";
import { type Chest, cashOf, committedOf, isPromised, type PaperFund } from "./chest.ts";

type Same = (what: string, stored: unknown, paper: unknown) => void;

const sameGrant = (application: Application, tranches: ReadonlyMap<string, Item>, chest: Chest, same: Same): void => {
  const { id } = application;
  const paper = chest.grants[id];
  same(`state of ${id}`, application.state, paper?.state);
  same(`approvals of ${id}`, application.approvals.join(), paper?.approvals.join());
  same(`paid of ${id}`, application.paid, paper?.paid);
  same(`returned of ${id}`, application.returned, paper?.returned);
  same(`tranches of ${id}`, application.tranches.length, paper?.tranches.length);
  for (const [at, tranche] of application.tranches.entries()) {
    const { state, amount, approvals } = toTranche(tranches.get(tranche) as Item);
    const line = paper?.tranches[at];
    same(`tranche ${at} of ${id}`, `${amount} ${state}`, `${line?.amount} ${line?.state}`);
    same(`approvals of tranche ${at} of ${id}`, approvals.join(), line?.approvals.join());
  }
};

const sameSums = (item: Item, chest: Chest, same: Same): void => {
  const id = item.pk.slice("FD#".length);
  const totals = toTotals(item);
  for (const [name, amount] of Object.entries(chest.funds[id] as PaperFund)) {
    same(`${name} of fund ${id}`, totals[name as keyof PaperFund], amount);
  }
};

const sameEnvelope = (item: Item, chest: Chest, same: Same): void => {
  const { id, balance, held, floor, available, status } = toAccount(item);
  const fund = id.slice(0, -".cny".length);
  if (!id.endsWith(".cny") || chest.funds[fund] === undefined) return;
  same(`cash of fund ${fund}`, balance, cashOf(chest, fund));
  same(`what fund ${fund} has promised`, held, committedOf(chest, fund));
  same(`what fund ${fund} may promise`, available, balance - held - floor);
  same(`what fund ${fund} must keep`, floor, chest.ends[fund]?.reserve);
  same(`fund ${fund} takes nothing`, status === "closed", chest.ends[fund]?.state === "closed");
  same(`fund ${fund} has promised more than it has`, available < 0, false);
};

/** Every difference between the table and the paper. */
export const differences = (world: World, chest: Chest): string[] => {
  const found: string[] = [];
  const same: Same = (what, stored, paper) => {
    if (stored !== paper) found.push(`${what} is ${String(stored)}, not ${String(paper)}`);
  };
  const [applications, tranches] = [[] as Application[], new Map<string, Item>()];
  const payments: string[] = [];
  let [pools, promised] = [0, 0];
  for (const raw of world.table.dump()) {
    const item = unmarshall(raw) as Item;
    if (item.pk.startsWith("FA#") && item.sk === "A") applications.push(toApplication(item));
    else if (item.pk.startsWith("FT#")) tranches.set(item.pk.slice("FT#".length), item);
    else if (item.pk.startsWith("FD#") && item.sk === "T") sameSums(item, chest, same);
    else if (item.pk.startsWith("FD#"))
      same(`state of ${item.pk}`, toFund(item).state, chest.ends[item.pk.slice(3)]?.state);
    else if (item.pk.startsWith("A#") && item.sk === "A") sameEnvelope(item, chest, same);
    else if (item.pk.startsWith("H#")) promised += item.state === "open" ? toHold(item).amount : 0;
    else if (isEntry(item)) {
      const { from, to, amount, link } = toEntry(item);
      pools += (to.includes("~") ? amount : 0) - (from.includes("~") ? amount : 0);
      if (link?.type === "tranche") payments.push(link.id);
    }
  }
  for (const application of applications) sameGrant(application, tranches, chest, same);
  const lines = Object.values(chest.grants).flatMap((grant) => grant.tranches);
  same("tranches that were made", tranches.size, lines.length);
  same("payments", payments.length, lines.filter(({ state }) => ["paid", "returned"].includes(state)).length);
  same("tranches paid", new Set(payments).size, payments.length);
  const open = lines.filter(isPromised).reduce((sum, { amount }) => sum + amount, 0);
  same("what is reserved in the ledger", promised, open);
  const cash = Object.keys(chest.funds).reduce((sum, fund) => sum + cashOf(chest, fund), 0);
  same("all money", cash + pools, 0);
  return found;
};
