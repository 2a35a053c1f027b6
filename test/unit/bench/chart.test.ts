/** Charts are well-formed, say what they show, and every picture in docs is one that a page shows. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chart, chartOf, decades, SERIES_MAX, tickText } from "../../bench/chart.ts";

const DOCS = fileURLToPath(new URL("../../../docs", import.meta.url));
const BYTES_MAX = 12_000;

/** What is wrong with a small SVG: tags that do not match, bare `<` or `&` in text, scripts, numbers that are none. */
const faultsOf = (svg: string): string[] => {
  const open: string[] = [];
  const faults: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, attributes, self) => {
      if (name === "script" || / on[a-z]+=|href=/.test(attributes)) faults.push(`active: ${name}`);
      if (/NaN|Infinity|undefined/.test(attributes)) faults.push(`no number: ${name}${attributes}`);
      if (end === "/" ? open.pop() !== name : self === "" && open.push(name) < 0) faults.push(`unbalanced: ${name}`);
      return "";
    },
  );
  if (open.length > 0) faults.push(`left open: ${open.join()}`);
  if (/[<]|&(?!(amp|lt|gt|quot);)/.test(rest)) faults.push("bare < or &");
  return faults;
};

const chart: Chart = {
  title: "A < B & C",
  label: "residents",
  panels: [
    {
      label: "write units",
      series: [
        {
          name: "transfer",
          points: [
            [100, 6],
            [1_000, 6],
            [10_000, 6],
          ],
        },
      ],
    },
    {
      label: "own CPU, ms",
      series: [
        {
          name: "transfer",
          points: [
            [100, 0.5],
            [1_000, 0.5],
            [10_000, 0.6],
          ],
        },
      ],
    },
  ],
};

describe("a chart", () => {
  it("names its title, axes with units, series and ticks, as text", () => {
    const svg = chartOf(chart);
    expect(faultsOf(svg)).toEqual([]);
    for (const words of ["A &lt; B &amp; C", "residents", "write units", "own CPU, ms", "transfer", "10k"]) {
      expect(svg).toContain(`>${words}</text>`);
    }
    expect(svg).toContain("prefers-color-scheme:dark");
  });

  it("draws equal values level, and ten times as much a decade higher", () => {
    const points = [
      [1, 1],
      [10, 10],
      [100, 100],
    ] as const;
    const svg = chartOf({ ...chart, panels: [{ label: "y", series: [{ name: "linear", points }] }] });
    const drawn = /class="l s0" d="M([^"]+)"/.exec(svg)?.[1] ?? "";
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = drawn.split(/[L ]/).map(Number);
    const steps = [x1 - x0, x2 - x1, y0 - y1, y1 - y2] as const;
    expect(Math.abs(steps[0] - steps[1])).toBeLessThan(0.3);
    expect(Math.abs(steps[2] - steps[3])).toBeLessThan(0.3);
    expect(Math.min(...steps)).toBeGreaterThan(0);
  });

  it("of any values above zero has every point within it", () => {
    const y = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(y, { minLength: 1, maxLength: 3 }), (values) => {
        const points = values.map((value, place) => [10 ** (place + 1), value] as const);
        const svg = chartOf({ ...chart, panels: [{ label: "y", series: [{ name: "any", points }] }] });
        expect(faultsOf(svg)).toEqual([]);
        const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
        for (const [, cy] of svg.matchAll(/<circle cx="[^"]+" cy="([^"]+)"/g)) {
          expect(Number(cy)).toBeGreaterThan(0);
          expect(Number(cy)).toBeLessThan(height);
        }
      }),
    );
  });

  it("refuses what a logarithm cannot show, and more lines than marks", () => {
    expect(() => decades([])).toThrow(RangeError);
    expect(() => decades([1, 0])).toThrow(RangeError);
    expect(() => decades([Number.NaN])).toThrow(RangeError);
    const series = Array.from({ length: SERIES_MAX + 1 }, () => ({ name: "s", points: [[1, 1]] as const }));
    expect(() => chartOf({ ...chart, panels: [{ label: "y", series }] })).toThrow(RangeError);
  });

  it("writes ticks short", () => {
    expect([0.001, 0.1, 1, 100, 1_000, 10_000, 1_000_000].map(tickText)).toEqual([
      ...["0.001", "0.1", "1", "100", "1k", "10k", "1M"],
    ]);
    expect(decades([3, 40])).toEqual([1, 10, 100]);
    expect(decades([10])).toEqual([10, 100]);
  });
});

describe("every picture in docs", () => {
  const files = readdirSync(DOCS, { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => file.endsWith(".md")).map((file) => readFileSync(join(DOCS, file), "utf8"));
  const pictures = files.filter((file) => file.endsWith(".svg"));

  it("is there", () => expect(pictures.length).toBeGreaterThan(0));

  it.each(pictures)("%s is small, well-formed, without scripts, and shown on a page", (file) => {
    const svg = readFileSync(join(DOCS, file), "utf8");
    expect(faultsOf(svg)).toEqual([]);
    expect(svg.length).toBeLessThan(BYTES_MAX);
    expect(pages.some((page) => page.includes(`](${basename(file)})`))).toBe(true);
  });

  it("that is broken would be found", () => {
    for (const bad of [
      "<svg><g></svg>",
      "<svg>a & b</svg>",
      "<svg><script></script></svg>",
      '<svg><a x="NaN"/></svg>',
    ]) {
      expect(faultsOf(bad), bad).not.toEqual([]);
    }
  });
});
