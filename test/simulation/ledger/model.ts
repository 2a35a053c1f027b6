/**
 * A ledger as one would write it on paper: amounts in maps, one rule after another. It knows nothing of stamps,
 * revisions, conditions or records, and is what the product's answers are held against.
 */
import { type ErrorCode, errorEntry } from "../../../schemas/errors.ts";
import { EDGE_MS } from "../kernel/context.ts";

/** An account on paper. */
export interface PaperAccount {
  readonly balance: number;
  /** Reserved out of it, and for it. */
  readonly held: number;
  readonly heldIn: number;
  readonly frozen: boolean;
}

/** A hold on paper. */
export interface PaperHold {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly untilMs: number;
  readonly state: "open" | "posted" | "voided" | "expired";
}

/** A transfer on paper. */
export interface PaperTransfer {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly reversed: boolean;
  /** A post of a hold, or a donation, can be reversed too. */
  readonly toPool: boolean;
}

/** What was answered under a key, for its repetition. */
export interface PaperAnswer {
  readonly text: string;
  readonly code?: string;
}

/** The whole book. */
export interface Paper {
  readonly accounts: Readonly<Record<string, PaperAccount>>;
  /** Net of what pools have paid and received. */
  readonly pools: number;
  readonly holds: Readonly<Record<string, PaperHold>>;
  readonly transfers: Readonly<Record<string, PaperTransfer>>;
  readonly answers: Readonly<Record<string, PaperAnswer>>;
}

/** What a command means. */
export type Intent =
  | { readonly do: "pay"; readonly key: string; readonly from: string; readonly to: string; readonly amount: number }
  | { readonly do: "give"; readonly key: string; readonly from: string; readonly amount: number }
  | { readonly do: "grant"; readonly key: string; readonly to: string; readonly amount: number }
  | {
      readonly do: "hold";
      readonly key: string;
      readonly from: string;
      readonly to: string;
      readonly amount: number;
      readonly seconds: number;
    }
  | { readonly do: "post"; readonly key: string; readonly hold: string; readonly amount: number }
  | { readonly do: "void"; readonly key: string; readonly hold: string }
  | { readonly do: "reverse"; readonly key: string; readonly transfer: string };

/** Most that an account may have with what is reserved for it. */
export const PAPER_CEILING = 300;

const DIFFERENT = "request/key-reused";
const free = ({ balance, held }: PaperAccount): number => balance - held;
const room = ({ balance, heldIn }: PaperAccount): number => PAPER_CEILING - balance - heldIn;

const change = (paper: Paper, account: string, by: Partial<Record<"balance" | "held" | "heldIn", number>>): Paper => {
  const before = paper.accounts[account] as PaperAccount;
  const after = {
    ...before,
    balance: before.balance + (by.balance ?? 0),
    held: before.held + (by.held ?? 0),
    heldIn: before.heldIn + (by.heldIn ?? 0),
  };
  return { ...paper, accounts: { ...paper.accounts, [account]: after } };
};

const noted = (paper: Paper, intent: Intent, code?: string): Paper => ({
  ...paper,
  answers: {
    ...paper.answers,
    [intent.key]: { text: JSON.stringify(intent), ...(code === undefined ? {} : { code }) },
  },
});

const transferred = (
  paper: Paper,
  id: string,
  { from, to, amount }: { readonly from?: string; readonly to?: string; readonly amount: number },
): Paper => {
  let next = paper;
  if (from !== undefined) next = change(next, from, { balance: -amount });
  if (to !== undefined) next = change(next, to, { balance: amount });
  const pools = next.pools + (from === undefined ? -amount : 0) + (to === undefined ? amount : 0);
  const transfer = { from: from ?? "pool", to: to ?? "pool", amount, reversed: false, toPool: to === undefined };
  return { ...next, pools, transfers: { ...next.transfers, [id]: transfer } };
};

const refusedBy = (reasons: readonly (readonly [boolean, string])[]): string[] =>
  reasons.filter(([isTrue]) => isTrue).map(([, code]) => code);

const decide = (paper: Paper, intent: Intent, nowMs: number): Paper | string[] => {
  const account = (id: string): PaperAccount => paper.accounts[id] as PaperAccount;
  switch (intent.do) {
    case "pay": {
      const [from, to] = [account(intent.from), account(intent.to)];
      const codes = refusedBy([
        [free(from) < intent.amount, "ledger/insufficient-available"],
        [room(to) < intent.amount, "ledger/ceiling"],
      ]);
      return codes.length > 0 ? codes : transferred(paper, intent.key, intent);
    }
    case "give": {
      if (free(account(intent.from)) < intent.amount) return ["ledger/insufficient-available"];
      return transferred(paper, intent.key, intent);
    }
    case "grant":
      return room(account(intent.to)) < intent.amount
        ? ["ledger/ceiling"]
        : transferred(paper, intent.key, { to: intent.to, amount: intent.amount });
    case "hold":
      return decideHold(paper, intent, nowMs);
    case "post":
    case "void":
      return decideEnd(paper, intent, nowMs);
    case "reverse":
      return decideReversal(paper, intent);
  }
};

const decideHold = (paper: Paper, intent: Extract<Intent, { do: "hold" }>, nowMs: number): Paper | string[] => {
  const { from, to, amount, seconds } = intent;
  const codes = refusedBy([
    [free(paper.accounts[from] as PaperAccount) < amount, "ledger/insufficient-available"],
    [room(paper.accounts[to] as PaperAccount) < amount, "ledger/ceiling"],
  ]);
  if (codes.length > 0) return codes;
  const made = change(change(paper, from, { held: amount }), to, { heldIn: amount });
  const hold = { from, to, amount, untilMs: nowMs + seconds * 1_000, state: "open" as const };
  return { ...made, holds: { ...made.holds, [intent.key]: hold } };
};

const ended = (paper: Paper, id: string, state: PaperHold["state"], moved: number): Paper => {
  const hold = paper.holds[id] as PaperHold;
  const freed = change(change(paper, hold.from, { held: -hold.amount }), hold.to, { heldIn: -hold.amount });
  const next = moved === 0 ? freed : change(change(freed, hold.from, { balance: -moved }), hold.to, { balance: moved });
  return { ...next, holds: { ...next.holds, [id]: { ...hold, state } } };
};

const decideEnd = (paper: Paper, intent: Extract<Intent, { do: "post" | "void" }>, nowMs: number): Paper | string[] => {
  const hold = paper.holds[intent.hold];
  if (!hold) return ["resource/not-found"];
  if (hold.state === "open" && hold.untilMs <= nowMs) return ["ledger/hold-expired"];
  if (hold.state !== "open") return ["ledger/hold-resolved"];
  if (intent.do === "void") return ended(paper, intent.hold, "voided", 0);
  if (intent.amount > hold.amount) return ["ledger/over-post"];
  const { from, to } = hold;
  const posted = ended(paper, intent.hold, "posted", intent.amount);
  const transfer = { from, to, amount: intent.amount, reversed: false, toPool: false };
  return { ...posted, transfers: { ...posted.transfers, [intent.key]: transfer } };
};

const decideReversal = (paper: Paper, intent: Extract<Intent, { do: "reverse" }>): Paper | string[] => {
  const transfer = paper.transfers[intent.transfer];
  if (!transfer) return ["resource/not-found"];
  if (transfer.reversed) return ["ledger/already-reversed"];
  const { from, to, amount } = transfer;
  const [payee, payer] = [paper.accounts[to], paper.accounts[from]];
  const codes = refusedBy([
    [payee !== undefined && free(payee) < amount, "ledger/insufficient-available"],
    [payer !== undefined && room(payer) < amount, "ledger/ceiling"],
  ]);
  if (codes.length > 0) return codes;
  let next = payee ? change(paper, to, { balance: -amount }) : paper;
  next = payer ? change(next, from, { balance: amount }) : next;
  const pools = next.pools + (payee ? 0 : -amount) + (payer ? 0 : amount);
  return { ...next, pools, transfers: { ...next.transfers, [intent.transfer]: { ...transfer, reversed: true } } };
};

/**
 * The book after a command that got an answer (`code` undefined when it was carried out); undefined where it may not
 * get that one. A repetition gets what was answered before, another command under its key is refused.
 */
export const applyPaper = (
  paper: Paper,
  intent: Intent,
  code: string | undefined,
  nowMs: number,
): Paper | undefined => {
  const earlier = paper.answers[intent.key];
  if (earlier) {
    const right = earlier.text === JSON.stringify(intent) ? earlier.code : DIFFERENT;
    return code === right ? paper : undefined;
  }
  const decided = decide(paper, intent, nowMs);
  if (!Array.isArray(decided)) return code === undefined ? noted(decided, intent) : undefined;
  if (code === undefined || !decided.includes(code)) return undefined;
  // A refusal that the registry pins stands under its key whatever comes later; the others are judged anew.
  return errorEntry(code as ErrorCode).pinned ? noted(paper, intent, code) : paper;
};

/** The book after the job that ends holds whose time has come. */
export const expirePaper = (paper: Paper, nowMs: number): Paper =>
  Object.entries(paper.holds)
    .filter(([, { state, untilMs }]) => state === "open" && untilMs <= nowMs)
    .reduce((book, [id]) => ended(book, id, "expired", 0), paper);

/** Whether clocks that differ by parts of a second judge every hold alike. */
export const isClearPaper = ({ holds }: Paper, nowMs: number): boolean =>
  Object.values(holds).every(({ state, untilMs }) => state !== "open" || Math.abs(untilMs - nowMs) > EDGE_MS);
