/** Decisions in force: one small item for each passed poll, which other contexts' transactions check. */
import type { PollClass } from "../../../schemas/polls/resources.ts";
import { create, type Item, type Key, type Write } from "../../shared/write.ts";

/** Key of a decision; its id is its poll's. */
export const decisionKey = (id: string): Key => ({ pk: `PD#${id}`, sk: "D" });

/** What a poll that passed has decided. */
export interface Decision {
  readonly id: string;
  readonly community: string;
  readonly class: PollClass;
  /** Owners: item of article 278. */
  readonly matter?: number | undefined;
  /** What it is about; a poll without a subject decides nothing that others could require. */
  readonly purpose?: string | undefined;
  /** Ids that it covers; none covers everything of the community. */
  readonly refs: readonly string[];
  /** Options that won, in the order of the result. */
  readonly winners: readonly string[];
  /** Budget polls: fen for each funded project. */
  readonly funded: Readonly<Record<string, number>>;
  readonly resultHash: string;
  readonly publishedMs: number;
  readonly state: "in-force" | "revoked";
  readonly revokedMs?: number | undefined;
}

/** Brings a decision into force with the publication of its poll. */
export const createDecision = (decision: Decision): Write =>
  create({
    ...decisionKey(decision.id),
    com: decision.community,
    cls: decision.class,
    mat: decision.matter,
    purp: decision.purpose,
    refs: [...decision.refs],
    win: [...decision.winners],
    fund: { ...decision.funded },
    hash: decision.resultHash,
    pub: decision.publishedMs,
    st: decision.state,
  });

/** Revokes a decision that is in force. */
export const revokeDecision = (id: string, nowMs: number): Write => ({
  type: "update",
  key: decisionKey(id),
  update: "SET #s = :revoked, #e = :now",
  condition: {
    expression: "#s = :force",
    names: { "#s": "st", "#e": "ended" },
    values: { ":revoked": "revoked", ":now": nowMs, ":force": "in-force" },
  },
});

/** A decision from its item. */
export const toDecision = (item: Item): Decision => ({
  id: item.pk.slice(3),
  community: item.com as string,
  class: item.cls as PollClass,
  matter: item.mat as number | undefined,
  purpose: item.purp as string | undefined,
  refs: item.refs as string[],
  winners: item.win as string[],
  funded: item.fund as Record<string, number>,
  resultHash: item.hash as string,
  publishedMs: item.pub as number,
  state: item.st as Decision["state"],
  revokedMs: item.ended as number | undefined,
});

/** What a decision must cover. */
export interface Cover {
  readonly community: string;
  readonly purpose: string;
  /** Id of the thing; left out where the decision must cover everything of its kind. */
  readonly ref?: string | undefined;
  /** Id of what the thing belongs to; a decision that covers that covers the thing as well. */
  readonly within?: string | undefined;
  /** Owners: the item of article 278 that it must have been taken under. */
  readonly matter?: number | undefined;
}

/** True when a decision is in force at `nowMs` and covers what is asked; the same test as `decisionProof`. */
export const covers = (decision: Decision, cover: Cover, nowMs: number): boolean => {
  const { community, purpose, ref, within, matter } = cover;
  const { refs } = decision;
  const reached = refs.length === 0 || [ref, within].some((id) => id !== undefined && refs.includes(id));
  return (
    decision.state === "in-force" &&
    decision.publishedMs <= nowMs &&
    decision.community === community &&
    decision.purpose === purpose &&
    (matter === undefined || decision.matter === matter) &&
    reached
  );
};

/** Proof in a transaction of the same. */
export const decisionProof = (id: string, cover: Cover, nowMs: number): Write => {
  const { community, purpose, ref, within, matter } = cover;
  const of = matter === undefined ? "" : " AND #m = :m";
  const named = { ...(ref === undefined ? {} : { ":r": ref }), ...(within === undefined ? {} : { ":w": within }) };
  const reach = ["size(#r) = :none", ...Object.keys(named).map((value) => `contains(#r, ${value})`)].join(" OR ");
  return {
    type: "check",
    key: decisionKey(id),
    condition: {
      expression: `#s = :force AND #p <= :now AND #c = :c AND #u = :u AND (${reach})${of}`,
      names: {
        ...{ "#s": "st", "#p": "pub", "#c": "com", "#u": "purp", "#r": "refs" },
        ...(matter === undefined ? {} : { "#m": "mat" }),
      },
      values: {
        ...{ ":force": "in-force", ":now": nowMs, ":c": community, ":u": purpose, ":none": 0 },
        ...named,
        ...(matter === undefined ? {} : { ":m": matter }),
      },
    },
  };
};

/** Proof in a transaction that a decision in force of a community funds a project with exactly `amount` fen. */
export const fundedProof = (id: string, community: string, project: string, amount: number): Write => ({
  type: "check",
  key: decisionKey(id),
  condition: {
    expression: "#s = :force AND #c = :c AND #f.#p = :a",
    names: { "#s": "st", "#c": "com", "#f": "fund", "#p": project },
    values: { ":force": "in-force", ":c": community, ":a": amount },
  },
});
