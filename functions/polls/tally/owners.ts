/**
 * Decisions of the owners of an estate, Civil Code of the People's Republic of China, article 278: a decision needs
 * owners of at least two thirds of the area and at least two thirds of the heads to take part; matters of items 6 to 8
 * need the consent of at least three quarters of the area and of the heads that take part, others of more than half.
 * Whoever takes part and abstains stays in the denominator.
 *
 * Heads: Supreme People's Court, interpretation on building ownership (法释〔2009〕7号, amended 2020), article 9: one unit
 * is one head; several units of one buyer are one head; the developer's units not sold or not handed over are one head.
 */
import { type Inequality, inequality, type Threshold } from "./inequality.ts";

/** 赞同, 反对, 弃权, 随多数. */
export type OwnersChoice = "YES" | "NO" | "ABSTAIN" | "WITH_MAJORITY";

/** Items 6 to 8 of article 278 are special: raising the maintenance fund, rebuilding, changing the common parts. */
export type OwnersMatter = "ORDINARY" | "SPECIAL";

/** A unit of the roll with what was said for it. */
export interface OwnedUnit {
  readonly unit: string;
  /** 0.01 m²: registered, else surveyed, else by contract. */
  readonly area: number;
  /** Which head the unit belongs to, see `headOf`. */
  readonly head: string;
  /** Null when nobody voted for the unit. */
  readonly choice: OwnersChoice | null;
}

export interface OwnersRules {
  readonly matter: OwnersMatter;
  /** District policy with a legal basis of its own; off by default: who is silent takes part, with the majority. */
  readonly silentWithMajority?: boolean;
}

/** Area in 0.01 m² and heads behind one answer. */
export interface Weight {
  readonly area: number;
  readonly heads: number;
}

export interface OwnersVerdict {
  readonly passed: boolean;
  /** Why it did not pass although its tests may hold: there is nobody to decide. */
  readonly reason: "EMPTY_ROLL" | null;
  /** Participation by area and heads, then consent by area and heads. */
  readonly tests: readonly Inequality[];
  readonly total: Weight;
  readonly voted: Weight;
  /** As marked on the ballots. */
  readonly marked: Readonly<Record<OwnersChoice, Weight>>;
  /** Whom 随多数 and, by policy, the silent follow: YES or NO when it leads by area and by heads, else nobody. */
  readonly majority: "YES" | "NO" | null;
  readonly yes: Weight;
  /** Heads whose units were voted differently: they take part and consent with their area only where it says yes. */
  readonly splitHeads: readonly string[];
}

const PARTICIPATION: Threshold = { num: 2, den: 3, strict: false };
const CONSENT: Readonly<Record<OwnersMatter, Threshold>> = {
  ORDINARY: { num: 1, den: 2, strict: true },
  SPECIAL: { num: 3, den: 4, strict: false },
};

/** Head of the developer's units that are not sold or not handed over. */
const DEVELOPER_HEAD = "developer";

/**
 * The head that a unit belongs to: units with the same buyer, alone or the same co-owners together, are one head, and
 * co-owners of a unit share one head.
 *
 * @param owners ids of the owners, in any order; ignored for a unit that the developer still holds
 */
export const headOf = (owners: readonly string[], heldByDeveloper = false): string =>
  heldByDeveloper ? DEVELOPER_HEAD : `owners:${JSON.stringify([...new Set(owners)].sort())}`;

type Answer = OwnersChoice | "SILENT";

const ANSWERS: readonly Answer[] = ["YES", "NO", "ABSTAIN", "WITH_MAJORITY", "SILENT"];

interface Count {
  readonly weights: Readonly<Record<Answer, Weight>>;
  readonly splitHeads: readonly string[];
}

const headAnswer = (choices: ReadonlySet<OwnersChoice | null>): Answer | "SPLIT" => {
  const said = [...choices].filter((choice) => choice !== null);
  if (said.length === 0) return "SILENT";
  return said.length === 1 ? (said[0] as OwnersChoice) : "SPLIT";
};

const countUnits = (units: readonly OwnedUnit[]): Count => {
  const area = new Map<Answer, number>();
  const heads = new Map<Answer, number>();
  const byHead = new Map<string, Set<OwnersChoice | null>>();
  const add = (map: Map<Answer, number>, answer: Answer, amount: number) =>
    map.set(answer, (map.get(answer) ?? 0) + amount);
  for (const { head, choice, area: size } of units) {
    add(area, choice ?? "SILENT", size);
    const choices = byHead.get(head) ?? new Set();
    byHead.set(head, choices.add(choice));
  }
  const splitHeads: string[] = [];
  for (const [head, choices] of byHead) {
    const answer = headAnswer(choices);
    if (answer === "SPLIT") splitHeads.push(head);
    add(heads, answer === "SPLIT" ? "ABSTAIN" : answer, 1);
  }
  const weights = Object.fromEntries(
    ANSWERS.map((answer) => [answer, { area: area.get(answer) ?? 0, heads: heads.get(answer) ?? 0 }]),
  ) as Record<Answer, Weight>;
  return { weights, splitHeads: splitHeads.sort() };
};

const sum = (...weights: readonly Weight[]): Weight => ({
  area: weights.reduce((total, { area }) => total + area, 0),
  heads: weights.reduce((total, { heads }) => total + heads, 0),
});

const leader = (yes: Weight, no: Weight): "YES" | "NO" | null => {
  if (yes.area > no.area && yes.heads > no.heads) return "YES";
  return no.area > yes.area && no.heads > yes.heads ? "NO" : null;
};

/**
 * The verdict of article 278 over a whole roll.
 *
 * @param units every unit of the frozen roll once, voted or not; areas are whole numbers of 0.01 m²
 * @returns the four tests with both sides of each inequality; an empty roll decides nothing
 */
export const ownersVerdict = (units: readonly OwnedUnit[], rules: OwnersRules): OwnersVerdict => {
  const { weights, splitHeads } = countUnits(units);
  const { SILENT: silent, ...marked } = weights;
  const followed = rules.silentWithMajority === true ? sum(marked.WITH_MAJORITY, silent) : marked.WITH_MAJORITY;
  const majority = leader(marked.YES, marked.NO);
  const total = sum(...Object.values(weights));
  const voted = sum(marked.YES, marked.NO, marked.ABSTAIN, followed);
  const yes = majority === "YES" ? sum(marked.YES, followed) : marked.YES;
  const consent = CONSENT[rules.matter];
  const tests = [
    inequality("PARTICIPATION_AREA", voted.area, total.area, PARTICIPATION),
    inequality("PARTICIPATION_HEADS", voted.heads, total.heads, PARTICIPATION),
    inequality("CONSENT_AREA", yes.area, voted.area, consent),
    inequality("CONSENT_HEADS", yes.heads, voted.heads, consent),
  ];
  const isEmpty = total.heads === 0 || total.area === 0;
  return {
    passed: !isEmpty && tests.every(({ holds }) => holds),
    reason: isEmpty ? "EMPTY_ROLL" : null,
    tests,
    total,
    voted,
    marked,
    majority,
    yes,
    splitHeads,
  };
};
