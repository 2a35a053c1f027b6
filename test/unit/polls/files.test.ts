/** Election files: what they say, their faults by line, and that writing and reading gives the same election back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBlt, writeBlt } from "../../../functions/polls/files/blt.ts";
import { readCvotes, writeCvotes } from "../../../functions/polls/files/cvotes.ts";
import { CVR_LAYOUT, type CvrLayout, readCvr, writeCvr } from "../../../functions/polls/files/cvr.ts";
import { type PbFile, readPb, writePb } from "../../../functions/polls/files/pb.ts";
import { pbPoll } from "../../../functions/polls/files/pb-poll.ts";
import type { RankedElection } from "../../../functions/polls/files/ranked.ts";
import {
  FAULTS_MAX,
  joinCells,
  LINE_CHARACTERS_MAX,
  type Read,
  splitCells,
} from "../../../functions/polls/files/text.ts";
import { OVERVOTED, rankingCells, ranksOf } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";

const electionOf = <T>(read: Read<T>): T => {
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.election;
};

const faultsOf = (read: Read<unknown>): string[] =>
  "faults" in read ? read.faults.map(({ line, reason }) => `${line}: ${reason}`) : [];

/** Ballots as text with counts, sorted, so that elections compare whatever the order of rows. */
const ballots = ({ candidates, box }: RankedElection): string[] =>
  Array.from({ length: box.size }, (_, index) => {
    const ranks = ranksOf(box.row(index)).map((rank) =>
      rank.map((one) => (one === OVERVOTED ? "?" : candidates[one])).join("="),
    );
    return `${box.count(index)} ${ranks.join(">")}`;
  }).sort();

describe(".cvotes", () => {
  const text = [
    "#/Candidates: A ; B;C",
    "#/Number of Seats: 2",
    "#/Implicit Ranking: false",
    "#/Weight Allowed: true",
    "# a comment",
    "A > B = C * 12",
    "a@example.org, group 1 || C > Z > A ^ 3 * 2 # Z does not stand",
    "/EMPTY_RANKING/ * 4",
  ].join("\r\n");

  it("reads settings, quantities, weights, tags and foreign names", () => {
    const election = electionOf(readCvotes(text));
    expect(election).toMatchObject({ candidates: ["A", "B", "C"], seats: 2, implicitRanking: false });
    expect(ballots(election)).toEqual(["12 A>B=C", "4 ", "6 C>A"]);
  });

  it("takes candidates from the ballots when it lists none, and no weights unless allowed", () => {
    const election = electionOf(readCvotes("B > A ^5\nC"));
    expect(election.candidates).toEqual(["B", "A", "C"]);
    expect(ballots(election)).toEqual(["1 B>A", "1 C"]);
  });

  it("names the lines at fault", () => {
    const bad = "#/Candidates: A;B\n#/Number of Seats: none\nA > * 2\nA * 0\nA > B > A\nA ** 3";
    expect(faultsOf(readCvotes(bad))).toEqual([
      '2: "none" is no number of seats',
      "3: a candidate is missing beside > or =",
      "4: weight and quantity are whole numbers from 1, together at most 1000000000",
      "6: weight and quantity are whole numbers from 1, together at most 1000000000",
      "5: a candidate is ranked twice",
    ]);
    expect(faultsOf(readCvotes("#/Candidates: A;A\nA"))).toEqual(['0: candidate "A" is listed twice']);
    expect(faultsOf(readCvotes(""))).toEqual(["0: no candidates"]);
  });
});

describe(".blt", () => {
  const text = [
    "4 2",
    "-3",
    "3 1 2 4 0",
    "(b7) 2 4=1 - 2 0",
    "1 0",
    "0",
    '"Ann"',
    '"Bo"',
    '"Chen"',
    '"Dai"',
    '"Board"',
  ];

  it("reads withdrawn candidates, ballot ids, equal and empty ranks, names and title", () => {
    const election = electionOf(readBlt(text.join("\n")));
    expect(election).toMatchObject({
      seats: 2,
      withdrawn: [2],
      title: "Board",
      candidates: ["Ann", "Bo", "Chen", "Dai"],
    });
    expect(ballots(election)).toEqual(["1 ", "2 Ann=Dai>>Bo", "3 Ann>Bo>Dai"]);
  });

  it("names the lines at fault", () => {
    const bad = (at: number, line: string) =>
      faultsOf(readBlt(text.map((one, index) => (index === at ? line : one)).join("\n")));
    expect(bad(0, "4")).toEqual(["1: expected the numbers of candidates and seats, from 1 to 1000"]);
    expect(bad(1, "-9")).toEqual(['2: "-9" is no withdrawn candidate']);
    expect(bad(2, "3 1 5 0")).toEqual(["3: candidates are numbers from 1 to 4"]);
    expect(bad(2, "3 1 2")).toEqual(["3: a ballot ends with 0"]);
    expect(bad(2, "x 1 0")).toEqual(['3: "x" is no count of ballots']);
    expect(bad(6, "Ann")).toEqual(["7: a name stands in quotes"]);
    expect(faultsOf(readBlt("1 1\n1 1 0"))).toContain("2: the file ends before the line 0 that closes the ballots");
  });
});

describe("CVR CSV", () => {
  it("reads a column for each rank: names, aliases, overvotes, empty and write-in cells", () => {
    const layout: CvrLayout = {
      ...CVR_LAYOUT,
      candidates: ["Ann", "Bo", "others"],
      aliases: new Map([["A. Ann", "Ann"]]),
      others: 2,
      skipped: "undervote",
    };
    const text = 'id,1,2,3\n1,A. Ann,undervote,Bo\n2,overvote,,\n3,Ann|Bo,Zed,\n4,"Ann",,\n5,,,\n';
    expect(ballots(electionOf(readCvr(text, layout)))).toEqual(
      ["1 ", "1 ?", "1 Ann", "1 Ann=Bo>others", "1 Ann>>Bo"].sort(),
    );
    expect(faultsOf(readCvr(text, { ...layout, others: undefined } as unknown as CvrLayout))).toEqual([
      '4: no candidate "Zed"',
    ]);
  });

  it("reads a column for each candidate: the number is the rank", () => {
    const layout: CvrLayout = { layout: "CANDIDATE_COLUMNS", before: 2, headerRows: 1 };
    const text = "id,precinct,Ann,Bo,Chen\nx,p,2,1,\ny,p,1,1,3\nz,p,,,\n";
    const election = electionOf(readCvr(text, layout));
    expect(election.candidates).toEqual(["Ann", "Bo", "Chen"]);
    expect(ballots(election)).toEqual(["1 ", "1 Ann=Bo>>Chen", "1 Bo>Ann"]);
    expect(faultsOf(readCvr("id,p,Ann\nx,p,first\n", layout))).toEqual(['2: "first" is no rank']);
  });

  it("names the line of a quote that does not end", () => {
    expect(faultsOf(readCvr('id,1\n1,"Ann\n'))).toEqual(["2: a quote is not closed"]);
  });
});

describe(".pb", () => {
  const lines = [
    "META",
    "key;value",
    'description;"Money; for the park"',
    "budget;100.5",
    "vote_type;cumulative",
    "rule;greedy",
    "PROJECTS",
    "project_id;cost;category;selected",
    "p1;50;green,park;1",
    "p2;60,25;;2",
    "VOTES",
    "voter_id;vote;points",
    "1;p1,p2;2,1",
    "2;p2;3",
    "3;;",
  ];
  const text = lines.join("\n");
  const poll = (edit: (all: string[]) => string[]) => pbPoll(electionOf(readPb(edit([...lines]).join("\n"))));
  const with_ = (at: number, line: string) => (all: string[]) => all.map((one, index) => (index === at ? line : one));

  it("reads sections, quoted cells, decimals of money and points", () => {
    expect(electionOf(readPb(text)).meta.get("description")).toBe("Money; for the park");
    expect(electionOf(poll((all) => all))).toMatchObject({
      budget: 10_050,
      scale: 100,
      projects: [
        { id: "p1", cost: 5_000, categories: ["green", "park"] },
        { id: "p2", cost: 6_025 },
      ],
      votes: [1, 2],
      scores: [2, 4],
      selected: [0],
    });
  });

  it("gives an ordinal ballot as many points as it has ranks, and counts a project named twice once", () => {
    const ordinal = electionOf(poll((all) => with_(12, "1;p2,p1")(with_(4, "vote_type;ordinal")(all))));
    expect(ordinal.scores).toEqual([1, 2 + 3]);
    expect(electionOf(poll(with_(13, "2;p2,p2;1,2"))).votes).toEqual([1, 2]);
  });

  it("names the lines at fault", () => {
    expect(faultsOf(readPb("key;value"))).toEqual([
      "1: expected the section META",
      "1: no section META",
      "1: no section PROJECTS",
      "1: no section VOTES",
      "0: META needs the column key and value",
      "0: PROJECTS needs the column project_id and cost",
      "0: VOTES needs the column voter_id and vote",
    ]);
    expect(faultsOf(readPb(with_(9, "p1;3")([...lines]).join("\n")))).toEqual(["10: project_id p1 was on line 9"]);
    expect(faultsOf(readPb(with_(8, "p1;3;;1;7")([...lines]).join("\n")))).toEqual(["9: 5 cells under 4 columns"]);
    expect(faultsOf(readPb(with_(2, "budget;1")([...lines]).join("\n")))).toEqual(["4: budget stands twice in META"]);
    expect(faultsOf(poll(with_(12, "1;p9;1")))).toEqual(["13: no project p9"]);
    expect(faultsOf(poll(with_(12, "1;p1,p2;1")))).toEqual(["13: 1 points for 2 projects"]);
    expect(faultsOf(poll(with_(8, "p1;much;;1")))).toEqual(['9: cost "much" is no number with up to 4 decimals']);
    expect(faultsOf(poll(with_(8, "p1;-5;;1")))).toEqual([expect.stringContaining("0: money runs from 0 to")]);
  });
});

describe("bounds", () => {
  it("lists at most so many faults, and refuses a line without end", () => {
    const many = `#/Candidates: A\n${"A > * 1\n".repeat(FAULTS_MAX * 2)}`;
    expect(faultsOf(readCvotes(many))).toHaveLength(FAULTS_MAX);
    expect(faultsOf(readCvotes(`A\n${"B".repeat(LINE_CHARACTERS_MAX + 1)}`))).toEqual([
      "2: more than 100000 characters",
    ]);
  });
});

describe("writing and reading back", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[A-Za-z里邻][A-Za-z0-9里 '-]{0,8}[a-z里]$/), {
    minLength: 1,
    maxLength: 5,
  });
  const election = (gaps: boolean): fc.Arbitrary<RankedElection> =>
    names.chain((candidates) =>
      fc
        .array(
          fc.tuple(
            fc.array(fc.constantFrom(0, 1, 2, 9), { minLength: candidates.length, maxLength: candidates.length }),
            fc.integer({ min: 1, max: 9 }),
          ),
          { maxLength: 12 },
        )
        .map((rows) => {
          const box = new Box();
          for (const [ranks, count] of rows) {
            const all = [0, 1, 2].map((rank) => ranks.flatMap((one, candidate) => (one === rank ? [candidate] : [])));
            const last = all.findLastIndex(({ length }) => length > 0);
            box.add(rankingCells(gaps ? all.slice(0, last + 1) : all.filter(({ length }) => length > 0)), count);
          }
          return { candidates, seats: 2, box };
        }),
    );

  it(".cvotes", () => {
    fc.assert(
      fc.property(election(false), (one) => {
        const back = electionOf(readCvotes(writeCvotes({ ...one, implicitRanking: true })));
        expect(back).toMatchObject({ candidates: one.candidates, seats: 2, implicitRanking: true });
        expect(ballots(back)).toEqual(ballots(one));
      }),
    );
    expect(() => writeCvotes({ candidates: ["A > B"], box: new Box() })).toThrow(RangeError);
  });

  it(".blt", () => {
    fc.assert(
      fc.property(election(true), fc.string(), (one, title) => {
        const plain = title.replaceAll(/["\r\n#]/g, "");
        const back = electionOf(readBlt(writeBlt({ ...one, withdrawn: [0], title: plain })));
        expect(back).toMatchObject({ candidates: one.candidates, seats: 2, withdrawn: [0] });
        expect(ballots(back)).toEqual(ballots(one));
      }),
    );
  });

  it("CVR CSV", () => {
    fc.assert(
      fc.property(election(true), (one) => {
        const back = electionOf(readCvr(writeCvr(one), { ...CVR_LAYOUT, candidates: one.candidates }));
        expect(ballots(back)).toEqual(ballots(one));
      }),
    );
  });

  it(".pb, with every column and any text in a cell", () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, "").trim());
    const rows = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,6}$/), cell, cell), { selector: ([id]) => id });
    fc.assert(
      fc.property(rows, rows, fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), cell), (projects, votes, meta) => {
        const section = (columns: string[], all: readonly (readonly string[])[]) => ({
          columns,
          rows: all.map((cells) => ({ line: 0, cells })),
        });
        const file: PbFile = {
          meta: new Map(Object.entries(meta)),
          projects: section(["project_id", "cost", "name"], projects),
          votes: section(["voter_id", "vote", "note"], votes),
        };
        const back = electionOf(readPb(writePb(file)));
        expect([...back.meta]).toEqual([...file.meta]);
        for (const name of ["projects", "votes"] as const) {
          expect(back[name].columns).toEqual(file[name].columns);
          expect(back[name].rows.map(({ cells }) => cells)).toEqual(file[name].rows.map(({ cells }) => cells));
        }
      }),
    );
  });

  it("cells with separators and quotes", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a;"' ,]{0,6}$/), { minLength: 1 }), (cells) => {
        expect(splitCells(joinCells(cells, ";"), ";")).toEqual(cells);
      }),
    );
  });
});
