/** A hall on paper: polls with their rolls, the ballots that lie in them, and what they come to by counting on. */

const SIXTY_SECONDS = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Times of the play in ms: quiet after close, how often turnout is taken, and the longest window. */
export const PAPER_TIMES = { settle: SIXTY_SECONDS, survey: HOUR, lead: DAY, day: DAY, windowMax: 60 * DAY } as const;
/** What can be chosen: of owners an answer, of others options. */
export const PAPER_ANSWERS = ["YES", "NO", "ABSTAIN", "WITH_MAJORITY"] as const;
export const PAPER_OPTIONS = ["east", "south", "west"] as const;

/** A ballot that lies for an entry: what it says, and where it came from. */
export interface PaperBallot {
  readonly says: readonly string[];
  readonly channel: string;
}

/** A line of a roll: who may vote for it, of owners its area and head, and the ballot that counts. */
export interface PaperEntry {
  readonly voters: readonly string[];
  readonly area: number;
  readonly head: string;
  /** Of a secret ballot only that there is one. */
  readonly ballot?: PaperBallot;
}

/** Turnout as it was taken. */
export interface PaperTurnout {
  readonly entitled: number;
  readonly voted: number;
  readonly area: number;
  readonly areaVoted: number;
  readonly channels: Readonly<Record<string, number>>;
}

/** A poll. */
export interface PaperPoll {
  readonly kind: "owners" | "opinion" | "secret";
  readonly state: "noticed" | "sealed" | "open" | "counted" | "published";
  readonly open: number;
  readonly close: number;
  /** When the job looks at it again; undefined when it has no more to do in a play. */
  readonly due: number | undefined;
  /** Whether it goes on a day longer, once, while less than half take part. */
  readonly extends: boolean;
  readonly extensions: number;
  readonly entries: Readonly<Record<string, PaperEntry>>;
  /** Ballots by name that were ever put in. */
  readonly cast: number;
  /** Secret ballots by the name that only their voter knows the origin of. */
  readonly box: Readonly<Record<string, readonly string[]>>;
  readonly turnout?: PaperTurnout;
}

/** All of it. */
export interface Hall {
  readonly polls: Readonly<Record<string, PaperPoll>>;
  readonly answers: Readonly<Record<string, { readonly text: string; readonly code?: string }>>;
}

/** Turnout now. */
export const turnoutOf = ({ entries }: Pick<PaperPoll, "entries">): PaperTurnout => {
  const all = Object.values(entries);
  const voted = all.filter(({ ballot }) => ballot !== undefined);
  const channels: Record<string, number> = {};
  for (const { ballot } of voted) {
    if (ballot) channels[ballot.channel] = (channels[ballot.channel] ?? 0) + 1;
  }
  const areaOf = (some: readonly PaperEntry[]): number => some.reduce((sum, { area }) => sum + area, 0);
  return {
    ...{ entitled: all.length, voted: voted.length, area: areaOf(all), areaVoted: areaOf(voted) },
    channels,
  };
};

/** Whether a turnout is at least so large a share, by heads and, where area counts, by area. */
export const reaches = ({ entitled, voted, area, areaVoted }: PaperTurnout, num: number, den: number): boolean =>
  den * voted >= num * entitled && (area === 0 || den * areaVoted >= num * area);

/** Area in 0.01 m² and heads. */
interface Weight {
  readonly area: number;
  readonly heads: number;
}

/** What an owners' poll comes to by article 278 of the Civil Code, an ordinary matter. */
export const ownersCount = ({ entries }: Pick<PaperPoll, "entries">) => {
  const all = Object.values(entries);
  const heads = new Map<string, Set<string>>();
  for (const { head, ballot } of all) {
    const said = heads.get(head) ?? new Set();
    heads.set(head, ballot ? said.add(String(ballot.says[0])) : said);
  }
  // A head whose units say different things takes part and abstains.
  const words = [...heads.values()].map((said) => (said.size > 1 ? "ABSTAIN" : ([...said][0] ?? "SILENT")));
  const weight = (answer: string): Weight => ({
    area: all.reduce((sum, { area, ballot }) => sum + ((ballot?.says[0] ?? "SILENT") === answer ? area : 0), 0),
    heads: words.filter((word) => word === answer).length,
  });
  const plus = (...some: readonly Weight[]): Weight => ({
    area: some.reduce((sum, { area }) => sum + area, 0),
    heads: some.reduce((sum, each) => sum + each.heads, 0),
  });
  const [yes, no, abstain, follow, silent] = [...PAPER_ANSWERS, "SILENT"].map(weight) as [
    Weight,
    Weight,
    Weight,
    Weight,
    Weight,
  ];
  const leads = (one: Weight, other: Weight): boolean => one.area > other.area && one.heads > other.heads;
  const majority = leads(yes, no) ? "YES" : leads(no, yes) ? "NO" : null;
  const voted = plus(yes, no, abstain, follow);
  const total = plus(voted, silent);
  const consent = majority === "YES" ? plus(yes, follow) : yes;
  const splitHeads = [...heads.values()].filter((said) => said.size > 1).length;
  const tests = [
    [voted.area, total.area, 3 * voted.area >= 2 * total.area],
    [voted.heads, total.heads, 3 * voted.heads >= 2 * total.heads],
    [consent.area, voted.area, 2 * consent.area > voted.area],
    [consent.heads, voted.heads, 2 * consent.heads > voted.heads],
  ] as const;
  const marked = { YES: yes, NO: no, ABSTAIN: abstain, WITH_MAJORITY: follow };
  return {
    tests,
    passed: tests.every(([, , holds]) => holds),
    marked,
    total,
    voted,
    majority,
    yes: consent,
    splitHeads,
  };
};

/** What ballots of options come to: marks of each, ballots that mark none, and the first of the list among the best. */
export const optionsCount = (ballots: readonly (readonly string[])[]) => {
  const scores = PAPER_OPTIONS.map((option) => ballots.filter((says) => says.includes(option)).length);
  const best = scores.indexOf(Math.max(...scores));
  return {
    scores,
    blank: ballots.filter((says) => says.length === 0).length,
    winners: ballots.length === 0 ? [] : [String(PAPER_OPTIONS[best])],
    ballots: ballots.length,
  };
};
