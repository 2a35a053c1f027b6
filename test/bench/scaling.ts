/**
 * `npm run bench:scaling`: what things cost as residents, an account's history, ballots, spaces, offers and orders grow
 * tenfold and tenfold again. Writes a picture of each to docs/bench, and the figures to docs/bench/scaling.md.
 */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { chartOf, type Panel, type Series } from "./chart.ts";
import { measureClosing } from "./closing.ts";
import { machineLine, tableOf } from "./markdown.ts";
import { makeMatchingTown, measureRankings, type RankedOverHttp } from "./matching-town.ts";
import { measureSearch } from "./parking-search.ts";
import { SPACES_EACH } from "./parking-town.ts";
import { type Asked, measureLedger } from "./scaling-ledger.ts";
import { measureSettlement } from "./settlement.ts";
import { ROUNDS } from "./settlement-town.ts";
import { measureTally } from "./tally.ts";
import { BENCH_CASES } from "./tally-cases.ts";

const pathOf = (name: string): string => fileURLToPath(new URL(`../../docs/bench/${name}`, import.meta.url));
const MILLISECONDS = 1_000;

/** What grows, by three points; the sizes keep the whole run to a few minutes. */
const RESIDENTS = [100, 1_000, 10_000];
const HISTORY = [100, 1_000, 10_000];
const BALLOTS = [10_000, 100_000, 1_000_000];
const CAST = [300, 3_000, 30_000];
const ORDERS = [100, 1_000, 10_000];
const LOTS = [5, 50, 500];
/** Of offers or open requests, with so few of the other. */
const RANKED = [50, 500, 5_000];
const RANKED_AGAINST = 50;
const METHODS = ["owners, article 278", "instant runoff", "Schulze, winning votes", "equal shares"];

/** A picture with its words and its table. */
interface Curve {
  readonly file: string;
  readonly title: string;
  readonly label: string;
  readonly panels: readonly Panel[];
  readonly note: string;
}

const progress = (text: string): boolean => process.stderr.write(`${text}\n`);

/** A line of one figure for each name; a figure of nothing cannot be drawn on a logarithmic axis and is left out. */
const seriesOf = (asked: readonly Asked[], figure: (one: Asked) => number): Series[] =>
  [...new Set(asked.map(({ name }) => name))]
    .map((name) => ({
      name,
      points: asked.filter((one) => one.name === name).map((one) => [one.size, figure(one)] as const),
    }))
    .filter(({ points }) => points.every(([, value]) => value > 0));

const unitsOf = (asked: readonly Asked[]): Series[] => [
  ...seriesOf(asked, ({ writeUnits }) => writeUnits).map((one) => ({ ...one, name: `${one.name}, write units` })),
  ...seriesOf(asked, ({ readUnits }) => readUnits).map((one) => ({ ...one, name: `${one.name}, read units` })),
];

const ledgerCurve = async (grows: "residents" | "history", sizes: readonly number[]): Promise<Curve> => {
  const asked = await measureLedger(grows, sizes, progress);
  const isResidents = grows === "residents";
  return {
    file: `scaling-${grows}.svg`,
    title: isResidents ? "A request as residents grow" : "A request as an account's history grows",
    label: isResidents ? "residents with accounts" : "entries of the account",
    panels: [
      { label: "units a request", series: unitsOf(asked) },
      { label: "own CPU a request, ms", series: seriesOf(asked, ({ cpuMillis }) => cpuMillis) },
    ],
    note: isResidents
      ? "Write units with indexes. A page of at most 20 lines, of an account with some hundred payments."
      : "Entries lie evenly over 90 days; the job of checkpoints has run; the balance is asked for 45 days back.",
  };
};

const tallyCurve = (): Curve => {
  const rows = METHODS.map((name) => {
    progress(`tally, ${name} ...`);
    const place = BENCH_CASES.findIndex((one) => one.name === name);
    return { name, measured: BALLOTS.map((ballots) => ({ ballots, ...measureTally(place, ballots) })) };
  });
  return {
    file: "scaling-tally.svg",
    title: "Counting ballots by method",
    label: "ballots",
    panels: [
      {
        label: "CPU of one core, s",
        series: rows.map(({ name, measured }) => ({
          name,
          points: measured.map((one) => [one.ballots, one.boxSeconds + one.countSeconds] as const),
        })),
      },
      {
        label: "peak memory, MB",
        series: rows.map(({ name, measured }) => ({
          name,
          points: measured.map(({ ballots, peakMegabytes }) => [ballots, peakMegabytes] as const),
        })),
      },
    ],
    note: "The tally alone, ballots made before the clock starts; memory includes Node and the ballots.",
  };
};

const closingCurve = async (): Promise<Curve> => {
  const rows: Awaited<ReturnType<typeof measureClosing>>[] = [];
  for (const ballots of CAST) rows.push(await measureClosing(["envelope", ballots]));
  return {
    file: "scaling-closing.svg",
    title: "Closing and counting a secret poll",
    label: "ballots cast, of a roll of ten for seven",
    panels: [
      {
        label: "CPU, s",
        series: [
          { name: "own CPU", points: rows.map(({ ballots, measured }) => [ballots, measured.cpuSeconds] as const) },
          { name: "engine's CPU", points: rows.map(({ ballots, engineSeconds }) => [ballots, engineSeconds] as const) },
        ],
      },
      {
        label: "peak memory, MB",
        series: [
          { name: "the job", points: rows.map(({ ballots, measured }) => [ballots, measured.peakMegabytes] as const) },
        ],
      },
    ],
    note: "The job `polls-due` on the embedded engine, as in [closing](closing.md), which has larger polls.",
  };
};

const settlementCurve = async (): Promise<Curve> => {
  const rows: Awaited<ReturnType<typeof measureSettlement>>[] = [];
  for (const orders of ORDERS) rows.push(await measureSettlement(["job", ROUNDS, orders]));
  const line = (name: string, figure: (row: (typeof rows)[number]) => number): Series => ({
    name,
    points: rows.map((row) => [row.orders, figure(row)] as const),
  });
  return {
    file: "scaling-settlement.svg",
    title: "Settling the time bank's orders",
    label: "orders settled",
    panels: [
      {
        label: "write units in all",
        series: [
          line("table", ({ measured }) => measured.writeUnits),
          line("indexes", ({ measured }) => measured.indexUnits),
        ],
      },
      {
        label: "CPU in all, s",
        series: [
          line("own CPU", ({ measured }) => measured.cpuSeconds),
          line("engine's CPU", ({ engineSeconds }) => engineSeconds),
        ],
      },
    ],
    note: "Linear is the best there is: every order is written. Larger runs: [settlement](settlement.md).",
  };
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const searchCurve = async (): Promise<Curve> => {
  const rows: { spaces: number; searched: Awaited<ReturnType<typeof measureSearch>> }[] = [];
  for (const lots of LOTS) {
    progress(`search, ${lots} lots ...`);
    rows.push({ spaces: lots * SPACES_EACH, searched: await measureSearch(lots) });
  }
  const lines = (suffix: string, figure: (one: (typeof rows)[number]["searched"][number]) => number): Series[] =>
    (rows[0]?.searched ?? []).map(({ name }, place) => ({
      name: `${name}${suffix}`,
      points: rows.map(
        ({ spaces, searched }) => [spaces, figure(searched[place] as (typeof searched)[number])] as const,
      ),
    }));
  return {
    file: "scaling-spaces.svg",
    title: "A search for a free space as spaces grow",
    label: "spaces in 100 km²",
    panels: [
      {
        label: "read units a page",
        series: [...lines(", mean", ({ units }) => mean(units)), ...lines(", most", ({ units }) => units.at(-1) ?? 0)],
      },
      { label: "own CPU a page, ms", series: lines("", ({ cpuMs }) => cpuMs) },
    ],
    note: "First pages of at most 10 places within 1 km of points at random. More lots lie closer to each other.",
  };
};

const rankingCurve = async (grows: "offers" | "orders"): Promise<Curve> => {
  const isOffers = grows === "offers";
  const rows: { size: number; one: RankedOverHttp }[] = [];
  for (const size of RANKED) {
    progress(`ranking, ${size} ${grows} ...`);
    const town = isOffers ? makeMatchingTown(size, RANKED_AGAINST) : makeMatchingTown(RANKED_AGAINST, size);
    const { forOrder, forVolunteer } = await measureRankings(town);
    rows.push({ size, one: isOffers ? forOrder : forVolunteer });
  }
  const line = (name: string, figure: (one: RankedOverHttp) => number): Series => ({
    name,
    points: rows.map(({ size, one }) => [size, figure(one)] as const),
  });
  return {
    file: `scaling-${isOffers ? "offers" : "requests"}.svg`,
    title: isOffers
      ? "Ranking volunteers for an order as offers grow"
      : "Ranking orders for a volunteer as requests grow",
    label: isOffers ? "open offers of the community" : "open orders of the community",
    panels: [
      { label: "read units a ranking", series: [line("read units", ({ readUnits }) => readUnits)] },
      { label: "own CPU a ranking, ms", series: [line("own CPU", ({ cpuMs }) => cpuMs)] },
    ],
    note: isOffers
      ? "Every offer is read; the register and the minutes of the likeliest alone. The newest 5,000 are looked at."
      : "The 500 orders that come soonest are looked at.",
  };
};

/** Three significant places. */
const figure = (value: number): string => Number(value.toPrecision(3)).toLocaleString("en");

const figuresOf = ({ label, panels }: Curve): string[] => {
  const sizes = panels[0]?.series[0]?.points.map(([size]) => size) ?? [];
  const rows = panels.flatMap(({ label: unit, series }) =>
    series.map(({ name, points }) => {
      const [first, last] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0];
      return [name, unit, ...points.map(([, value]) => figure(value)), `${figure(last / first)}×`];
    }),
  );
  return tableOf([label, "", ...sizes.map((size) => size.toLocaleString("en")), "a hundredfold costs"], rows, [0, 1]);
};

const sectionOf = (curve: Curve): string[] => [
  ...["", `## ${curve.title}`, "", `![${curve.title}](${curve.file})`, "", ...figuresOf(curve), "", curve.note],
];

const started = performance.now();
const [loadBefore = 0] = loadavg();
const curves = [
  await ledgerCurve("residents", RESIDENTS),
  await ledgerCurve("history", HISTORY),
  await closingCurve(),
  tallyCurve(),
  await settlementCurve(),
  await searchCurve(),
  await rankingCurve("offers"),
  await rankingCurve("orders"),
];
for (const { file, title, label, panels } of curves) writeFileSync(pathOf(file), chartOf({ title, label, panels }));
const page = [
  "# Scaling",
  "",
  machineLine((performance.now() - started) / MILLISECONDS, loadBefore),
  "",
  "Made by `npm run bench:scaling`: three points, each ten times the one before, on the embedded engine in memory.",
  "Both axes are logarithmic: what is level costs the same however much there is, what rises a decade for a decade is",
  "linear. Units are counted; the processor's time is this machine's, and higher when others use it.",
  ...curves.flatMap(sectionOf),
  "",
].join("\n");
writeFileSync(pathOf("scaling.md"), page);
process.stdout.write(page);
