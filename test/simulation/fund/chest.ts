/**
 * A community fund on paper: what lies in each fund, and grants with their tranches as lines of a list. What is
 * promised is read off the tranches each time, never kept beside them.
 */

/** The rules of the play. */
export const PAPER_RULES = {
  /** Awards above it need two approvers. */
  single: 300,
  /** Part of what comes in that administration may cost, in hundredths. */
  admin: 10,
} as const;

/** A tranche on paper. */
export interface PaperTranche {
  readonly amount: number;
  readonly state: string;
  readonly approvals: readonly string[];
}

/** An application, and the grant that came of it. */
export interface PaperGrant {
  readonly fund: string;
  readonly who: string;
  readonly plan: readonly number[];
  readonly state: string;
  readonly approvals: readonly string[];
  readonly tranches: readonly PaperTranche[];
  readonly paid: number;
  readonly returned: number;
  readonly claim: number;
}

/** Money of a fund: what came in and went out by every way, and what administration may still cost. */
export interface PaperFund {
  readonly income: number;
  readonly disbursed: number;
  readonly returned: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
  readonly adminCosts: number;
  readonly givenBack: number;
  readonly adminRoom: number;
}

/** How a fund ends: by a day, which some fund has, or because it is closed. */
export interface PaperEnd {
  readonly state: "open" | "expired" | "closed";
  /** What must stay while the fund is open. */
  readonly reserve: number;
  /** From when on nothing of it may be promised, ms. */
  readonly overMs?: number;
  /** Who has what is left, while that one is open; where there is none, it goes back to who gave it. */
  readonly heir?: string;
}

/** What was answered under a key, for its repetition. */
export interface PaperAnswer {
  readonly text: string;
  readonly code?: string;
}

/** All funds of a community. */
export interface Chest {
  readonly funds: Readonly<Record<string, PaperFund>>;
  readonly ends: Readonly<Record<string, PaperEnd>>;
  /** Whose money may serve one purpose only, and so leaves for no other fund. */
  readonly bound: readonly string[];
  readonly grants: Readonly<Record<string, PaperGrant>>;
  /** Months whose parking income has been divided. */
  readonly months: readonly string[];
  readonly answers: Readonly<Record<string, PaperAnswer>>;
}

type On = { readonly key: string; readonly grant: string };

/** What a command means. */
export type ChestIntent =
  | (On & { readonly do: "approve" | "award" | "claw-back" | "write-off"; readonly by: string })
  | (On & { readonly do: "sign" | "start" | "suspend" | "resume" | "terminate" | "withdraw" })
  | (On & { readonly do: "demand-clawback"; readonly amount: number })
  | (On & { readonly do: "evidence"; readonly at: number })
  | (On & {
      readonly do: "approve-tranche" | "pay" | "fail" | "retry" | "return";
      readonly at: number;
      readonly by: string;
    })
  | { readonly do: "donate"; readonly key: string; readonly fund: string; readonly amount: number }
  | { readonly do: "divide"; readonly key: string; readonly month: string; readonly amount: number }
  | {
      readonly do: "transfer";
      readonly key: string;
      readonly fund: string;
      readonly to: string;
      readonly amount: number;
    }
  | { readonly do: "charge"; readonly key: string; readonly fund: string; readonly amount: number }
  | { readonly do: "close"; readonly key: string; readonly fund: string };

const PROMISED = ["planned", "condition-met", "approved", "failed", "retry"];

/** Whether a tranche's money is still promised. */
export const isPromised = ({ state }: PaperTranche): boolean => PROMISED.includes(state);

/** What lies in a fund. */
export const cashOf = (chest: Chest, fund: string): number => {
  const { income, returned, transferredIn, ...sums } = chest.funds[fund] as PaperFund;
  return income + returned + transferredIn - sums.disbursed - sums.transferredOut - sums.adminCosts - sums.givenBack;
};

/** What a fund has promised and not paid. */
export const committedOf = (chest: Chest, fund: string): number =>
  Object.values(chest.grants)
    .filter((grant) => grant.fund === fund)
    .flatMap(({ tranches }) => tranches.filter(isPromised))
    .reduce((sum, { amount }) => sum + amount, 0);

/** What a fund may still promise or spend: its reserve stays. */
export const freeOf = (chest: Chest, fund: string): number =>
  cashOf(chest, fund) - committedOf(chest, fund) - (chest.ends[fund]?.reserve ?? 0);

/** The chest with a grant changed. */
export const withGrant = (chest: Chest, id: string, changes: Partial<PaperGrant>): Chest => ({
  ...chest,
  grants: { ...chest.grants, [id]: { ...(chest.grants[id] as PaperGrant), ...changes } },
});

/** The chest with a tranche of a grant changed. */
export const withTranche = (chest: Chest, id: string, at: number, changes: Partial<PaperTranche>): Chest => {
  const { tranches } = chest.grants[id] as PaperGrant;
  return withGrant(chest, id, {
    tranches: tranches.map((tranche, index) => (index === at ? { ...tranche, ...changes } : tranche)),
  });
};

/** The chest with the end of a fund changed. */
export const withEnd = (chest: Chest, fund: string, changes: Partial<PaperEnd>): Chest => ({
  ...chest,
  ends: { ...chest.ends, [fund]: { ...(chest.ends[fund] as PaperEnd), ...changes } },
});

/** The chest with more in some sums of a fund. */
export const withSums = (chest: Chest, fund: string, more: Partial<PaperFund>): Chest => {
  const before = chest.funds[fund] as PaperFund;
  const after = Object.entries(more).map(([name, amount]) => [name, before[name as keyof PaperFund] + amount]);
  return { ...chest, funds: { ...chest.funds, [fund]: { ...before, ...Object.fromEntries(after) } } };
};
