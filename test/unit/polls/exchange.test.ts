/** Election files for officers: as a question, as a count, in another format; and a poll's ballots as a file. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballotFile, fitsOf } from "../../../functions/polls/files/ballot-file.ts";
import { convertFile, countFile, questionOf } from "../../../functions/polls/files/exchange.ts";
import { type FileElection, fieldsOf, readElection } from "../../../functions/polls/files/formats.ts";
import { choiceCells, pointCells, rankingCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { FileCount, type FileFormat, FileQuestion } from "../../../schemas/polls/files.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";

const BLT = `4 1\n-3\n4 1 3 2 0\n3 2 0\n2 3 2 0\n1 4=1 0\n0\n"Ann"\n"Bo"\n"Chen"\n"Dai"\n"Board"\n`;
const PB = [
  "META",
  "key;value",
  "budget;1000.50",
  "vote_type;approval",
  "rule;greedy",
  "max_length;2",
  "PROJECTS",
  "project_id;cost;category;name;selected",
  "road;600;transport,Old Town;The road;1",
  "park;500.5;;The park;0",
  "lamp;400;transport;Lamps;1",
  "gone;999999999;;Withdrawn;0",
  "VOTES",
  "voter_id;vote",
  "1;road,lamp",
  "2;road",
  "3;park",
  "4;lamp",
  "",
].join("\n");

const read = (format: FileFormat, text: string, layout: "ranks" | "numbers" | "points" = "ranks"): FileElection => {
  const found = readElection(format, text, layout);
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found.election;
};
const byOrder = { method: undefined, seats: undefined, ties: { by: "CANDIDATE_ORDER" as const } };

describe("a file as a draft's question", () => {
  it("leaves out who withdrew and proposes the method that such ballots are for", () => {
    const made = FileQuestion.parse(questionOf(read("blt", BLT), "blt"));
    expect(made).toMatchObject({ ballots: 10, distinct: 3, withdrawn: 1 });
    expect(made.question).toMatchObject({
      options: [
        { id: "o1", name: { zh: "Ann", en: "Ann" } },
        { id: "o2", name: { zh: "Bo", en: "Bo" } },
        { id: "o3", name: { zh: "Dai", en: "Dai" } },
      ],
      seats: 1,
      method: { method: "IRV" },
    });
  });

  it.each([
    [
      "cvotes",
      "#/Implicit Ranking: false\ngym > cafe * 2\ncafe",
      "ranks",
      { method: "SCHULZE", unranked: "NO_OPINION", by: "WINNING_VOTES" },
    ],
    ["csv", "ballot,rank1\n1,gym\n2,cafe\n", "ranks", { method: "PLURALITY" }],
    ["csv", "ballot,rank1\n1,gym|cafe\n2,cafe\n", "ranks", { method: "APPROVAL" }],
    ["csv", "ballot,gym,cafe\n1,2,1\n2,,1\n", "numbers", { method: "IRV" }],
    ["csv", "ballot,gym,cafe\n1,9,0\n2,,3\n", "points", { method: "SCORE", rules: { max: 9 } }],
  ] as const)("of %s %j in %s is for %j", (format, text, layout, method) => {
    const made = FileQuestion.parse(questionOf(read(format, text, layout), format));
    expect(made.question).toMatchObject({ options: [{ id: "gym" }, { id: "cafe" }], method });
  });

  it("of a .pb has fen, ids, categories and limits that a poll can hold", () => {
    const made = FileQuestion.parse(questionOf(read("pb", PB), "pb"));
    expect(made).toMatchObject({ ballots: 4, withdrawn: 1 });
    expect(made.question).toMatchObject({
      budget: 100_050,
      projects: [
        { id: "road", cost: 60_000, categories: ["transport"], name: { zh: "The road" } },
        { id: "park", cost: 50_050, categories: [] },
        { id: "lamp", cost: 40_000 },
      ],
      method: { method: "GREEDY", skip: true },
      ballot: { max: 2 },
    });
  });

  it.each([
    [PB.replace("500.5;", "500.505;"), "cost of park is not a whole number of fen from 1 to 1099511627776"],
    [PB.replace(";1000.50", ";0"), "budget is not a whole number of fen from 1 to 1099511627776"],
  ])("names what no poll can hold", (text, reason) => {
    expect(questionOf(read("pb", text), "pb")).toMatchObject({ faults: [{ line: 0, reason }] });
  });

  it("has as many options as a poll can hold, and seats for them", () => {
    const names = Array.from({ length: 201 }, (_, at) => `a${at}`);
    const many = read("cvotes", `#/Candidates: ${names.join(";")}\na1 > a2`);
    expect(questionOf(many, "cvotes")).toMatchObject({ faults: [{ reason: "201 candidates, at most 200" }] });
    const seats = read("cvotes", "#/Number of Seats: 3\na > b");
    expect(questionOf(seats, "cvotes")).toMatchObject({ faults: [{ reason: "3 seats, at most 2" }] });
    expect(questionOf(read("csv", "ballot,rank1\n1,gym"), "csv")).toMatchObject({
      faults: [{ reason: "1 candidates, at least 2" }],
    });
  });
});

describe("a file counted", () => {
  it("moves the ballots of who withdrew on to whom they name next", () => {
    // Without Chen: Ann > Bo 4, Bo 3 + 2, Ann = Dai 1 ends at its shared rank; Bo has 5 of 9.
    const made = FileCount.parse(countFile(read("blt", BLT), "blt", byOrder));
    expect(made).toMatchObject({ method: "IRV", candidates: ["Ann", "Bo", "Dai"], winners: ["Bo"], ballots: 10 });
  });

  it("by the rule and against the marks of a .pb, or by another method", () => {
    const made = FileCount.parse(countFile(read("pb", PB), "pb", byOrder));
    expect(made).toMatchObject({ method: "GREEDY", winners: ["road", "lamp"], told: ["road", "lamp"], agrees: true });
    const marked = PB.replace("The park;0", "The park;1").replace("Lamps;1", "Lamps;0");
    expect(countFile(read("pb", marked), "pb", byOrder)).toMatchObject({ told: ["road", "park"], agrees: false });
    const phragmen = { ...byOrder, method: { method: "PHRAGMEN" as const, skip: true } };
    expect(countFile(read("pb", PB), "pb", phragmen)).toMatchObject({ method: "PHRAGMEN" });
  });

  it("is not begun where increments are too small for the money, and says which would do", () => {
    const by = (increment?: number) => ({
      ...byOrder,
      method: { method: "EQUAL_SHARES" as const, completion: "ADD1" as const, ...(increment ? { increment } : {}) },
    });
    // 10,000,000,000 for four ballots, all different: 200 times the work that a request may take.
    const rich = PB.replace("budget;1000.50", "budget;10000000000").replace("park;500.5;", "park;500;");
    const told = { unfit: { en: "take an increment of at least 200", zh: "increment 至少为 200" } };
    expect(countFile(read("pb", rich), "pb", by())).toEqual(told);
    expect(countFile(read("pb", rich), "pb", by(199))).toEqual(told);
    expect(countFile(read("pb", rich), "pb", by(200))).toMatchObject({ winners: ["road", "lamp", "park"] });
  });

  it("with a greedy threshold in the points of the file, decimals and all", () => {
    const points = PB.replace("approval", "cumulative")
      .replace("voter_id;vote", "voter_id;vote;points")
      .replace("1;road,lamp", "1;road,lamp;0.5,1.5")
      .replace("2;road", "2;road;1")
      .replace("3;park", "3;park;3")
      .replace("4;lamp", "4;lamp;0.5");
    const by = (threshold: number) =>
      countFile(read("pb", points), "pb", { ...byOrder, method: { method: "GREEDY", skip: true, threshold } });
    // Points: road 1.5, park 3, lamp 2; money for park and lamp.
    expect(by(2)).toMatchObject({ winners: ["park", "lamp"] });
    expect(by(3)).toMatchObject({ winners: ["park"] });
  });

  it.each([
    ["blt", BLT, { method: "PHRAGMEN", skip: true }, "only a .pb file holds a budget"],
    ["blt", BLT, { method: "SCORE", rules: { max: 5 } }, "SCORE and CUMULATIVE count points, other methods ranks"],
    ["pb", PB, { method: "IRV" }, "a budget's method is GREEDY, EQUAL_SHARES or PHRAGMEN"],
    ["pb", PB.replace("rule;greedy", "rule;magic"), undefined, 'name a method: rule "magic"'],
  ] as const)("of %s is refused by what does not fit it", (format, text, method, en) => {
    expect(countFile(read(format, text), format, { ...byOrder, method: method as never })).toMatchObject({
      unfit: { en },
    });
  });

  it("elects one by instant runoff, and takes an overvote for none of those it might name", () => {
    const text = "ballot,rank1\n1,overvote\n2,gym\n3,cafe\n4,cafe\n";
    const plurality = { ...byOrder, method: { method: "PLURALITY" as const } };
    expect(countFile(read("csv", text), "csv", plurality)).toMatchObject({
      winners: ["cafe"],
      detail: { scores: [1, 2], invalid: { OVERVOTE: 1 } },
    });
    const approval = { ...byOrder, method: { method: "APPROVAL" as const } };
    expect(countFile(read("csv", text), "csv", approval)).toMatchObject({ detail: { scores: [1, 2], blank: 1 } });
    const two = { ...byOrder, seats: 2, method: { method: "IRV" as const } };
    expect(countFile(read("csv", text), "csv", two)).toMatchObject({ unfit: { en: "IRV elects one; take STV" } });
  });
});

describe("a file converted", () => {
  it("says the same in every format of rankings, sorted by what ballots say", () => {
    const cvotes = convertFile(read("blt", BLT), "cvotes");
    expect(cvotes).toEqual({
      format: "cvotes",
      ballots: 10,
      text: [
        "#/Candidates: Ann ; Bo ; Dai",
        "#/Number of Seats: 1",
        "#/Weight Allowed: false",
        ...["", "Ann = Dai * 1", "Ann > Bo * 4", "Bo * 5", ""],
      ].join("\n"),
    });
    const back = convertFile(read("cvotes", (cvotes as { text: string }).text), "blt") as { text: string };
    expect(back.text).toBe('3 1\n1 1=3 0\n4 1 2 0\n5 2 0\n0\n"Ann"\n"Bo"\n"Dai"\n""\n');
  });

  it.each([
    ["blt", BLT, "pb", "ranks", "a .pb file needs costs and a budget"],
    ["pb", PB, "blt", "ranks", "approvals are no ranking; take csv"],
    ["csv", "ballot,gym\n1,2", "blt", "points", "points are no ranking; take csv"],
    ["csv", "ballot,rank1\n1,overvote", "blt", "ranks", "an overvote without names"],
    ["blt", BLT.replace("Ann", "A > B"), "cvotes", "ranks", '"A > B" cannot be a name in this format'],
  ] as const)("from %s %j to %s is refused where the format cannot say it", (format, text, to, layout, en) => {
    expect(convertFile(read(format, text, layout), to)).toMatchObject({ unfit: { en } });
  });
});

describe("faults", () => {
  it("name their line in the caller's language", () => {
    const found = readElection("blt", "2 1\n1 3 0\n0\n", "ranks");
    const faults = "faults" in found ? found.faults : [];
    expect(fieldsOf(faults, "en")[0]).toEqual({ field: "/text", reason: "line 2: candidates are numbers from 1 to 2" });
    expect(fieldsOf(faults, "zh-CN")[0]).toEqual({ field: "/text", reason: "第 2 行：候选项应为 1 至 2 的数" });
  });

  it("of any text are values, never errors", () => {
    const noisy = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc
        .array(fc.constantFrom("1 2", "0", '"A"', "A > B", "META", "PROJECTS", "VOTES", ";", ",", "x;1", "-1", "\n"), {
          maxLength: 30,
        })
        .map((parts) => parts.join("\n")),
    );
    const formats = fc.constantFrom<FileFormat>("pb", "blt", "cvotes", "csv");
    fc.assert(
      fc.property(
        formats,
        fc.constantFrom("ranks" as const, "numbers" as const, "points" as const),
        noisy,
        (format, layout, text) => {
          const found = readElection(format, text, layout);
          if ("faults" in found) return;
          const question = questionOf(found.election, format);
          if ("question" in question) FileQuestion.parse(question);
          const counted = countFile(found.election, format, byOrder);
          if ("winners" in counted) FileCount.parse(counted);
          for (const to of ["pb", "blt", "cvotes", "csv"] as const) convertFile(found.election, to);
        },
      ),
    );
  });
});

const name = (id: string) => ({ zh: id, en: id });
const rules = (question: object, electorate: object = { kind: "RESIDENTS" }) =>
  ({ question, electorate, title: name("poll"), community: "lujing" }) as unknown as PollRules;
const options = ["gym", "cafe", "library"].map((id) => ({ id, name: name(id) }));
const choice = (method: object) =>
  rules({ kind: "CHOICE", options, seats: 1, method, ties: { by: "CANDIDATE_ORDER" } });
const boxOf = (...rows: readonly (readonly number[])[]): Box => {
  const box = new Box();
  for (const row of rows) box.add(row);
  return box;
};

describe("a poll's ballots as a file", () => {
  it.each([
    [{ method: "PLURALITY" }, ["blt", "cvotes", "csv"]],
    [{ method: "APPROVAL" }, ["csv"]],
    [{ method: "SCORE", rules: { max: 5 } }, ["csv"]],
    [{ method: "STV" }, ["cvotes", "blt", "csv"]],
  ])("by %j fit %j", (method, fits) => expect(fitsOf(choice(method))).toEqual(fits));

  it("of owners are none, as their weights are not published", () => {
    expect(fitsOf(rules({ kind: "YES_NO" }, { kind: "OWNERS" }))).toEqual([]);
    expect(fitsOf(rules({ kind: "YES_NO" }))).toEqual(["csv"]);
  });

  it("does not depend on the order in which ballots came", () => {
    const rows = [[2], [0], [1], [0], []];
    const there = ballotFile(choice({ method: "PLURALITY" }), boxOf(...rows), [], "blt");
    expect(there).toBe(ballotFile(choice({ method: "PLURALITY" }), boxOf(...rows.reverse()), [], "blt"));
    expect(there).toBe('3 1\n1 0\n2 1 0\n1 2 0\n1 3 0\n0\n"gym"\n"cafe"\n"library"\n"poll"\n');
  });

  it("of points is a column for each option, empty where there is no opinion", () => {
    const box = boxOf(
      pointCells([
        [0, 5],
        [2, 0],
      ]),
      pointCells([[1, 3]]),
    );
    expect(ballotFile(choice({ method: "SCORE", rules: { max: 5 } }), box, [], "csv")).toBe(
      "ballot,gym,cafe,library\n1,5,,0\n2,,3,\n",
    );
  });

  it("of a budget is a .pb that counts to the same again", () => {
    const projects = [
      ["road", 60_000],
      ["park", 50_050],
      ["lamp", 40_000],
    ].map(([id, cost]) => ({ id, cost, name: name(String(id)), categories: [] }));
    const question = {
      kind: "BUDGET",
      projects,
      budget: 100_050,
      method: { method: "EQUAL_SHARES", completion: "ADD1", comparison: "COST" },
      ties: { by: "CANDIDATE_ORDER" },
      ballot: { max: 2 },
    };
    const box = boxOf(choiceCells([0, 2]), choiceCells([0]), choiceCells([1]), choiceCells([2]));
    const text = ballotFile(rules(question), box, ["road", "lamp"], "pb");
    expect(text).toContain("rule;equalshares/add1-comparison");
    expect(text).toContain("park;500.50;;park;1;0");
    expect(countFile(read("pb", text), "pb", byOrder)).toMatchObject({
      method: "EQUAL_SHARES",
      told: ["road", "lamp"],
      ballots: 4,
    });
  });

  it.each(["blt", "cvotes", "csv"] as const)("of rankings read from .%s counts as the box does", (format) => {
    const ranking = fc
      .uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 })
      .map((all) => rankingCells(all.map((one) => [one])));
    fc.assert(
      fc.property(fc.array(ranking, { minLength: 1, maxLength: 20 }), (rows) => {
        const text = ballotFile(choice({ method: "BORDA" }), boxOf(...rows), [], format);
        // A CSV lists names as they come and counts unranked ones among the rest only if somebody ranks them.
        const found = read(format, text);
        if (found.kind === "BUDGET" || found.election.candidates.length < 3) return;
        const by = { ...byOrder, method: { method: "BORDA" as const } };
        const again = countFile(found, format, by) as unknown as { detail: { scores: number[] }; candidates: string[] };
        const straight = countFile(
          { kind: "RANKS", withdrawn: 0, election: { candidates: options.map(({ id }) => id), box: boxOf(...rows) } },
          "blt",
          by,
        ) as unknown as typeof again;
        const scores = (of: typeof again) =>
          Object.fromEntries(of.candidates.map((id, at) => [id, of.detail.scores[at]]));
        expect(scores(again)).toEqual(scores(straight));
      }),
    );
  });
});
