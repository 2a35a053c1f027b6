/**
 * Voters' money in the Method of Equal Shares, exact and fast. Voters with the same ballot pay alike, so a purse
 * belongs to a distinct ballot. Its content is known twice:
 *
 * - in whole steps of 2^-shift minor units, rounded down, at most `slack` steps too low: enough to decide nearly
 *   every question with machine integers;
 * - exactly, as the endowment less the prices of what it paid, over one common denominator: asked where steps leave a
 *   question open, and for every price that is paid.
 *
 * A purse that gave its last money is empty exactly.
 */
import { foreign } from "../ballot.ts";
import type { Box } from "../box.ts";
import { gcd, type Ratio, ratio } from "../ratio.ts";

const STEP_BITS = 32;
const SUM_BITS = 52;
/** Keys order projects by price over cost in units of 2^-KEY_BITS. */
const KEY_BITS = 52n;

/** Ballots by project: who supports it, as indexes into the box. Built once for all runs. */
export class Supporters {
  readonly box: Box;
  /** Voters, blank ballots included. */
  readonly voters: number;
  readonly of: readonly Uint32Array[];
  readonly votes: readonly number[];

  /** @param box rows of `choiceCells` */
  constructor(box: Box, projects: number) {
    this.box = box;
    this.voters = box.total;
    const sizes = new Array<number>(projects).fill(0);
    const votes = new Array<number>(projects).fill(0);
    const each = (visit: (ballot: number, project: number) => void): void => {
      for (let ballot = 0; ballot < box.size; ballot++) {
        const end = box.start(ballot + 1);
        for (let at = box.start(ballot); at < end; at++) visit(ballot, box.cells[at] as number);
      }
    };
    each((ballot, project) => {
      if (project >= projects) foreign(project);
      sizes[project] = (sizes[project] as number) + 1;
      votes[project] = (votes[project] as number) + box.count(ballot);
    });
    this.of = sizes.map((size) => new Uint32Array(size));
    sizes.fill(0);
    each((ballot, project) => {
      const at = sizes[project] as number;
      (this.of[project] as Uint32Array)[at] = ballot;
      sizes[project] = at + 1;
    });
    this.votes = votes;
  }
}

/** Whole part of a quotient of exact integers. */
const floorDiv = (a: number, b: number): number => {
  const rest = a % b;
  return (a - rest - (rest < 0 ? b : 0)) / b;
};

const ceilDiv = (a: number, b: number): number => -floorDiv(-a, b);

/** A project while its price is looked for: its supporters as empty | poor | rich, from `alive` and `rich` on. */
interface Share {
  readonly project: number;
  readonly cost: number;
  readonly members: Uint32Array;
  alive: number;
  rich: number;
  /** Voters of the poor and of the rich part, and the steps in their purses. */
  poorVoters: number;
  richVoters: number;
  poorSteps: number;
  richSteps: number;
  /** Bounds of the price in steps. */
  low: number;
  high: number;
}

const swap = (members: Uint32Array, a: number, b: number): void => {
  const held = members[a] as number;
  members[a] = members[b] as number;
  members[b] = held;
};

/** What a paid project cost its supporters. */
export interface Payment {
  readonly price: Ratio;
  readonly effectiveVotes: Ratio;
  /** What its supporters had before they paid. */
  readonly money: Ratio;
}

/** All purses during one run with one endowment. */
export class Purses {
  readonly #supporters: Supporters;
  readonly #costs: readonly number[];
  readonly #money: number;
  readonly #shift: number;
  readonly #steps: Uint32Array;
  readonly #isEmpty: Uint8Array;
  readonly #shares: (Share | undefined)[] = [];
  /** Place of a paid project in `#prices`, -1 for the others. */
  readonly #paid: Int32Array;
  /** Prices, and what each voter began with, as numerators over `#denominator`. */
  readonly #prices: bigint[] = [];
  #endowment: bigint;
  #denominator: bigint;
  #slack = 1;

  /** @param money of all voters together, in minor units, shared equally */
  constructor(supporters: Supporters, costs: readonly number[], money: number) {
    const { voters, box } = supporters;
    this.#supporters = supporters;
    this.#costs = costs;
    this.#money = money;
    this.#endowment = BigInt(money);
    this.#denominator = BigInt(voters);
    this.#paid = new Int32Array(costs.length).fill(-1);
    this.#isEmpty = new Uint8Array(box.size);
    const each = BigInt(money) / BigInt(voters) + 1n;
    const bits = Math.min(STEP_BITS, SUM_BITS - voters.toString(2).length);
    this.#shift = bits - each.toString(2).length;
    this.#steps = new Uint32Array(box.size).fill(this.#inSteps(this.#endowment, this.#denominator));
  }

  /** Lower bound of price over cost before anything is known: all its votes pay alike. Its cost is positive. */
  firstKey(project: number): number {
    return Number((1n << KEY_BITS) / BigInt(this.#supporters.votes[project] as number));
  }

  /**
   * Looks for the price of a project: the most that one supporter pays when the cost is split as equally as their
   * purses allow. Who is found poor (pays all) stays poor, as purses only shrink and prices only rise.
   *
   * @returns bounds of price over cost, or undefined when its supporters cannot pay for it any more
   */
  look(project: number): { readonly low: number; readonly high: number } | undefined {
    const share = this.#shareOf(project);
    if (share.cost > this.#money) return undefined;
    this.#sortOut(share);
    const costLow = this.#inSteps(BigInt(share.cost), 1n);
    const costHigh = this.#shift >= 0 ? costLow : costLow + 1;
    const steps = share.poorSteps + share.richSteps;
    if (steps + this.#slack * (share.poorVoters + share.richVoters) < costLow) return undefined;
    if (steps < costHigh && this.#behind(share) < BigInt(share.cost) * this.#denominator) return undefined;
    do {
      const poorHigh = share.poorSteps + this.#slack * share.poorVoters;
      share.low = Math.max(0, floorDiv(costLow - poorHigh, share.richVoters));
      share.high = ceilDiv(costHigh - share.poorSteps, share.richVoters);
    } while (this.#findPoor(share) || this.#findPoorExactly(share));
    const key = (price: number) => (BigInt(price) << (KEY_BITS - BigInt(this.#shift))) / BigInt(share.cost);
    return { low: Number(key(share.low)), high: Number(key(share.high)) + 1 };
  }

  /** Whether a is cheaper than b for its supporters, both as last looked at: below 0, equal 0, dearer above 0. */
  compare(a: number, b: number): number {
    const [x, y] = [this.#shareOf(a), this.#shareOf(b)];
    const left = this.#priceTop(x) * BigInt(y.richVoters) * BigInt(y.cost);
    const right = this.#priceTop(y) * BigInt(x.richVoters) * BigInt(x.cost);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** What a project, as last looked at and not yet paid, costs its supporters. */
  payment(project: number): Payment {
    const share = this.#shareOf(project);
    const price = ratio(this.#priceTop(share), this.#denominator * BigInt(share.richVoters));
    return {
      price,
      effectiveVotes: ratio(BigInt(share.cost) * price.den, price.num),
      money: this.moneyBehind(project),
    };
  }

  /** Takes the price of a project, as last looked at, from its supporters' purses. */
  pay(project: number): void {
    const share = this.#shareOf(project);
    const voters = BigInt(share.richVoters);
    const top = this.#priceTop(share);
    const common = gcd(voters, top);
    this.#extend(voters / common);
    const price = top / common;
    this.#paid[project] = this.#prices.push(price) - 1;
    const steps = this.#inSteps(price, this.#denominator) + 1;
    for (let at = share.alive; at < share.rich; at++) this.#isEmpty[share.members[at] as number] = 1;
    for (let at = share.rich; at < share.members.length; at++) {
      const ballot = share.members[at] as number;
      this.#steps[ballot] = Math.max(0, (this.#steps[ballot] as number) - steps);
    }
    this.#slack += 1;
  }

  /** What a project's supporters have together. */
  moneyBehind(project: number): Ratio {
    return ratio(this.#behind(this.#shareOf(project)), this.#denominator);
  }

  /** num / den minor units in steps, rounded down. */
  #inSteps(num: bigint, den: bigint): number {
    return Number(this.#shift >= 0 ? (num << BigInt(this.#shift)) / den : num / (den << BigInt(-this.#shift)));
  }

  #shareOf(project: number): Share {
    const known = this.#shares[project];
    if (known) return known;
    const members = this.#supporters.of[project] as Uint32Array;
    const cost = this.#costs[project] as number;
    const zero = { alive: 0, rich: 0, poorVoters: 0, richVoters: 0, poorSteps: 0, richSteps: 0, low: 0, high: 0 };
    const share: Share = { project, cost, members, ...zero };
    this.#shares[project] = share;
    return share;
  }

  /** Puts the purses emptied meanwhile aside and adds up the others. */
  #sortOut(share: Share): void {
    const { members } = share;
    const { box } = this.#supporters;
    share.poorVoters = share.richVoters = share.poorSteps = share.richSteps = 0;
    for (let at = share.alive; at < members.length; at++) {
      const ballot = members[at] as number;
      if (this.#isEmpty[ballot] === 1) {
        let place = at;
        if (place >= share.rich) {
          swap(members, place, share.rich);
          place = share.rich++;
        }
        swap(members, place, share.alive++);
        continue;
      }
      const count = box.count(ballot);
      const steps = (this.#steps[ballot] as number) * count;
      if (at < share.rich) {
        share.poorVoters += count;
        share.poorSteps += steps;
      } else {
        share.richVoters += count;
        share.richSteps += steps;
      }
    }
  }

  /** Moves those who surely have less than the price to the poor; whether there were any. */
  #findPoor(share: Share): boolean {
    const { members, low } = share;
    const before = share.rich;
    for (let at = share.rich; at < members.length; at++) {
      if ((this.#steps[members[at] as number] as number) + this.#slack < low) this.#impoverish(share, at);
    }
    return share.rich > before;
  }

  /** The same for those of whom the steps do not tell. Adding to the poor raises the price: who is below stays. */
  #findPoorExactly(share: Share): boolean {
    const { members, high } = share;
    const before = share.rich;
    const voters = BigInt(share.richVoters);
    let price: bigint | undefined;
    for (let at = share.rich; at < members.length; at++) {
      const ballot = members[at] as number;
      if ((this.#steps[ballot] as number) >= high) continue;
      price ??= this.#priceTop(share);
      if (this.#exactly(ballot) * voters < price) this.#impoverish(share, at);
    }
    return share.rich > before;
  }

  #impoverish(share: Share, at: number): void {
    const ballot = share.members[at] as number;
    const count = this.#supporters.box.count(ballot);
    const steps = (this.#steps[ballot] as number) * count;
    share.richVoters -= count;
    share.poorVoters += count;
    share.poorSteps += steps;
    swap(share.members, at, share.rich++);
  }

  /** A purse that is not empty, over `#denominator`. */
  #exactly(ballot: number): bigint {
    let left = this.#endowment;
    for (const project of this.#supporters.box.row(ballot)) {
      const place = this.#paid[project] as number;
      if (place >= 0) left -= this.#prices[place] as bigint;
    }
    return left;
  }

  /** The purses of `members[from..to)` together, over `#denominator`; empty ones have nothing. */
  #sum(members: Uint32Array, from: number, to: number): bigint {
    const { box } = this.#supporters;
    const payers = new Array<number>(this.#prices.length).fill(0);
    let voters = 0;
    for (let at = from; at < to; at++) {
      const ballot = members[at] as number;
      if (this.#isEmpty[ballot] === 1) continue;
      const count = box.count(ballot);
      voters += count;
      const end = box.start(ballot + 1);
      for (let cell = box.start(ballot); cell < end; cell++) {
        const place = this.#paid[box.cells[cell] as number] as number;
        if (place >= 0) payers[place] = (payers[place] as number) + count;
      }
    }
    return payers.reduce(
      (sum, count, place) => (count === 0 ? sum : sum - BigInt(count) * (this.#prices[place] as bigint)),
      BigInt(voters) * this.#endowment,
    );
  }

  #behind(share: Share): bigint {
    return this.#sum(share.members, share.alive, share.members.length);
  }

  /** Price of a project times its rich voters, over `#denominator`. */
  #priceTop(share: Share): bigint {
    return BigInt(share.cost) * this.#denominator - this.#sum(share.members, share.alive, share.rich);
  }

  /** Makes the common denominator `factor` times as large. */
  #extend(factor: bigint): void {
    if (factor === 1n) return;
    this.#denominator *= factor;
    this.#endowment *= factor;
    for (const [place, price] of this.#prices.entries()) this.#prices[place] = price * factor;
  }
}
