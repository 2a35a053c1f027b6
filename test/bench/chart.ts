/**
 * Log-log charts as SVG text: panels side by side that share what grows along the bottom, each with a unit of its own
 * up the side. No script and no font of its own; colours follow the reader's light or dark mode.
 */

/** One line: points in rising order of `x`, both above zero. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Lines of one unit. */
export interface Panel {
  /** What is counted, with its unit. */
  readonly label: string;
  readonly series: readonly Series[];
}

/** A picture. */
export interface Chart {
  readonly title: string;
  /** What grows, with its unit. */
  readonly label: string;
  readonly panels: readonly Panel[];
}

const PANEL_WIDTH = 430;
const HEIGHT = 330;
const LEFT = 62;
const RIGHT = 14;
const TOP = 62;
const FOOT = 52;
const LINE_HEIGHT = 17;
const MARKS = ["circle", "square", "diamond", "triangle"] as const;
/** Lines that a panel may have: as many as there are marks and colours. */
export const SERIES_MAX = MARKS.length;
const SUFFIXES: readonly (readonly [number, string])[] = [
  [1_000_000, "M"],
  [1_000, "k"],
];

const STYLE = [
  "text{font:12px system-ui,sans-serif;fill:#1f2328}.t{font-size:14px;font-weight:600}",
  ".g{stroke:#d0d7de;fill:none}.a{stroke:#656d76;fill:none}.l{fill:none;stroke-width:2}",
  ".s0{stroke:#0969da}.m0{fill:#0969da}.s1{stroke:#bc4c00}.m1{fill:#bc4c00}",
  ".s2{stroke:#1a7f37}.m2{fill:#1a7f37}.s3{stroke:#8250df}.m3{fill:#8250df}.b{fill:#fff}",
  "@media (prefers-color-scheme:dark){text{fill:#e6edf3}.g{stroke:#30363d}.a{stroke:#8d96a0}.b{fill:#0d1117}",
  ".s0{stroke:#58a6ff}.m0{fill:#58a6ff}.s1{stroke:#f0883e}.m1{fill:#f0883e}",
  ".s2{stroke:#3fb950}.m2{fill:#3fb950}.s3{stroke:#d2a8ff}.m3{fill:#d2a8ff}}",
].join("");

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A power of ten as it stands at an axis: 0.01, 1, 10k, 1M. */
export const tickText = (value: number): string => {
  const [size, suffix] = SUFFIXES.find(([least]) => value >= least) ?? [1, ""];
  return `${Number((value / size).toPrecision(3))}${suffix}`;
};

/** Powers of ten around all values, at least one decade of them. */
export const decades = (values: readonly number[]): number[] => {
  if (values.length === 0 || values.some((value) => !(value > 0))) {
    throw new RangeError("a logarithmic axis takes values above zero");
  }
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step));
};

/** From a value to a place between `from` and `to`, by its logarithm among the ticks. */
const scale = (ticks: readonly number[], from: number, to: number) => {
  const low = Math.log10(ticks[0] as number);
  const high = Math.log10(ticks.at(-1) as number);
  return (value: number): number => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
};

const text = (x: number, y: number, words: string, more = ""): string =>
  `<text x="${round(x)}" y="${round(y)}"${more}>${escaped(words)}</text>`;

const mark = (place: number, x: number, y: number): string => {
  const at = (dx: number, dy: number) => `${round(x + dx)},${round(y + dy)}`;
  const kind = `class="m${place}"`;
  if (MARKS[place] === "circle") return `<circle cx="${round(x)}" cy="${round(y)}" r="4" ${kind}/>`;
  const corners = {
    square: [at(-4, -4), at(4, -4), at(4, 4), at(-4, 4)],
    diamond: [at(0, -5), at(5, 0), at(0, 5), at(-5, 0)],
    triangle: [at(0, -5), at(5, 4), at(-5, 4)],
  }[MARKS[place] as "square" | "diamond" | "triangle"];
  return `<polygon points="${corners.join(" ")}" ${kind}/>`;
};

/** Lines, marks and grid of a panel that begins at `left`. */
const panelOf = ({ label, series }: Panel, xTicks: readonly number[], xLabel: string, left: number, top: number) => {
  if (series.length > SERIES_MAX) throw new RangeError(`a panel has at most ${SERIES_MAX} lines`);
  const yTicks = decades(series.flatMap(({ points }) => points.map(([, y]) => y)));
  const [x0, x1, y0, y1] = [left + LEFT, left + PANEL_WIDTH - RIGHT, HEIGHT - FOOT + top, TOP + top];
  const [across, up] = [scale(xTicks, x0, x1), scale(yTicks, y0, y1)];
  const middle = (x0 + x1) / 2;
  return [
    ...yTicks.flatMap((tick) => [
      `<path class="g" d="M${round(x0)} ${round(up(tick))}H${round(x1)}"/>`,
      text(x0 - 8, up(tick) + 4, tickText(tick), ' text-anchor="end"'),
    ]),
    ...xTicks.flatMap((tick) => [
      `<path class="g" d="M${round(across(tick))} ${round(y0)}V${round(y1)}"/>`,
      text(across(tick), y0 + 18, tickText(tick), ' text-anchor="middle"'),
    ]),
    `<path class="a" d="M${round(x0)} ${round(y1)}V${round(y0)}H${round(x1)}"/>`,
    text(middle, y0 + 38, xLabel, ' text-anchor="middle"'),
    text(
      left + 14,
      (y0 + y1) / 2,
      label,
      ` text-anchor="middle" transform="rotate(-90 ${left + 14} ${(y0 + y1) / 2})"`,
    ),
    ...series.flatMap(({ name, points }, place) => {
      const path = points.map(([x, y]) => `${round(across(x))} ${round(up(y))}`).join("L");
      const legendY = 46 + place * LINE_HEIGHT;
      return [
        `<path class="l s${place}" d="M${path}"/>`,
        ...points.map(([x, y]) => mark(place, across(x), up(y))),
        mark(place, x0 + 6, legendY - 4),
        text(x0 + 18, legendY, name),
      ];
    }),
  ];
};

/** The picture as SVG text. */
export const chartOf = ({ title, label, panels }: Chart): string => {
  const xTicks = decades(panels.flatMap(({ series }) => series.flatMap(({ points }) => points.map(([x]) => x))));
  const lines = Math.max(...panels.map(({ series }) => series.length));
  const top = (lines - 1) * LINE_HEIGHT;
  const [width, height] = [PANEL_WIDTH * panels.length, HEIGHT + top];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
      ` role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="b" width="${width}" height="${height}"/>`,
    text(14, 22, title, ' class="t"'),
    ...panels.flatMap((panel, place) => panelOf(panel, xTicks, label, place * PANEL_WIDTH, top)),
    "</svg>",
    "",
  ].join("\n");
};
