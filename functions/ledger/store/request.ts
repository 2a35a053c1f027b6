/**
 * Payment requests and earn claims in DynamoDB. Both bear events, so every change writes the whole item under a
 * revision.
 */
import type { Value } from "../../shared/expression.ts";
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { EntryLink } from "../domain/entry.ts";
import type { PaymentRequest, RequestState } from "../domain/request.ts";
import type { Claim, ClaimState } from "../domain/reward.ts";
import { accountKey } from "./account.ts";

/** Key of a payment request. */
export const requestKey = (id: string): Key => ({ pk: `PR#${id}`, sk: "P" });

/**
 * Index partition of an account's payment requests (g1 to it, g2 by it): open ones by expiry, ended ones by their
 * end.
 */
export const requestList = (account: string, open: boolean): string => `${open ? "PRO" : "PRD"}#${account}`;

/** The members that have a value; an absent one is left out of the item. */
const given = (members: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const requestItem = (request: PaymentRequest, stamp: number): Item => {
  const open = request.state === "pending";
  const order = request.endedMs ?? request.expiresMs;
  return {
    ...requestKey(request.id),
    from: request.from,
    to: request.to,
    amt: request.amount,
    cat: request.category,
    state: request.state,
    made: request.createdMs,
    exp: request.expiresMs,
    by: request.by,
    rev: request.revision,
    fp: request.fingerprint,
    at: stamp,
    ev: open ? "ledger.request.created" : `ledger.request.${request.state}`,
    g1p: requestList(request.from, open),
    g1s: order,
    g2p: requestList(request.to, open),
    g2s: order,
    ...given({
      memo: request.memo,
      afor: request.actingFor,
      endby: request.endedBy,
      ended: request.endedMs,
      why: request.reason,
      paid: request.transfer,
    }),
  };
};

/** Makes a payment request. */
export const createRequest = (request: PaymentRequest, stamp: number): Write => create(requestItem(request, stamp));

/** Ends a payment request that still has the revision that was read. */
export const endRequest = (request: PaymentRequest, stamp: number): Write =>
  replace(requestItem(request, stamp), "rev", request.revision - 1);

/** A payment request from its item. */
export const toRequest = (item: Item): PaymentRequest => ({
  id: item.pk.slice(3),
  from: item.from as string,
  to: item.to as string,
  amount: item.amt as number,
  category: item.cat as string,
  state: item.state as RequestState,
  createdMs: item.made as number,
  expiresMs: item.exp as number,
  by: item.by as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
  ...(given({
    memo: item.memo,
    actingFor: item.afor,
    endedBy: item.endby,
    endedMs: item.ended,
    reason: item.why,
    transfer: item.paid,
  }) as Partial<PaymentRequest>),
});

/** Key of an earn claim. */
export const claimKey = (id: string): Key => ({ pk: `EC#${id}`, sk: "C" });

/** Index partition (g1) of the claims made for an account. */
export const claimList = (account: string): string => `ECR#${account}`;

/** Index partition (g2) of a community's claims that wait for a decision; a claim leaves it when decided. */
export const pendingClaims = (community: string): string => `ECC#${community}#pending`;

const claimItem = (claim: Claim, stamp: number): Item => {
  const pending = claim.state === "pending";
  return {
    ...claimKey(claim.id),
    acct: claim.account,
    com: claim.community,
    rule: claim.rule,
    q: claim.quantity,
    amt: claim.amount,
    state: claim.state,
    made: claim.createdMs,
    by: claim.by,
    rev: claim.revision,
    fp: claim.fingerprint,
    at: stamp,
    ev: pending ? "ledger.claim.created" : `ledger.claim.${claim.state}`,
    g1p: claimList(claim.account),
    g1s: claim.createdMs,
    ...(pending ? { g2p: pendingClaims(claim.community), g2s: claim.createdMs } : {}),
    ...given({
      memo: claim.memo,
      proof: claim.evidence && { ...claim.evidence },
      afor: claim.actingFor,
      endby: claim.decidedBy,
      ended: claim.decidedMs,
      why: claim.reason,
      paid: claim.transfer,
    }),
  };
};

/** Makes a claim. */
export const createClaim = (claim: Claim, stamp: number): Write => create(claimItem(claim, stamp));

/** Decides a claim that still has the revision that was read. */
export const decideClaim = (claim: Claim, stamp: number): Write =>
  replace(claimItem(claim, stamp), "rev", claim.revision - 1);

/** A claim from its item. */
export const toClaim = (item: Item): Claim => ({
  id: item.pk.slice(3),
  account: item.acct as string,
  community: item.com as string,
  rule: item.rule as string,
  quantity: item.q as number,
  amount: item.amt as number,
  state: item.state as ClaimState,
  createdMs: item.made as number,
  by: item.by as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
  ...(item.proof === undefined ? {} : { evidence: item.proof as EntryLink }),
  ...(given({
    memo: item.memo,
    actingFor: item.afor,
    decidedBy: item.endby,
    decidedMs: item.ended,
    reason: item.why,
    transfer: item.paid,
  }) as Partial<Claim>),
});

/**
 * Adds to the posting on `account` that it belongs to a resident: what a household or an organisation holds is
 * shared, and a steward could otherwise reward a wallet of their own.
 */
export const residentOnly = (writes: readonly Write[], account: string): Write[] =>
  writes.map((write) => {
    if (write.type !== "update" || write.key.pk !== accountKey(account).pk) return write;
    const { expression, names, values } = write.condition;
    return {
      ...write,
      condition: {
        expression: `${expression} AND #kind = :kind`,
        names: { ...names, "#kind": "hk" },
        values: { ...values, ":kind": "resident" },
      },
    };
  });
