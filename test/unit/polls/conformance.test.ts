/** `npm run conformance` on small collections of each format, made here by hand. */
import { describe, expect, it } from "vitest";
import type { Folder, Format } from "../../conformance/cases.ts";
import { abcFormat } from "../../conformance/formats/abc.ts";
import { cvotesFormat } from "../../conformance/formats/cvotes.ts";
import { pbFormat } from "../../conformance/formats/pb.ts";
import { rctabFormat } from "../../conformance/formats/rctab.ts";
import { toldFormat } from "../../conformance/formats/told.ts";
import { conform } from "../../conformance/report.ts";

const folder = (files: Readonly<Record<string, string>>): Folder => ({
  paths: Object.keys(files).sort(),
  read: (path) => files[path] as string,
});

const run = (format: Format, files: Readonly<Record<string, string>>) =>
  conform([{ format, cases: format.cases(folder(files)) }]);

const pb = (rule: string, selected: readonly [number, number, number]): string =>
  `META\nkey;value\nbudget;30\nvote_type;approval\nrule;${rule}\nPROJECTS\nproject_id;cost;votes;selected\n` +
  `A;12;2;${selected[0]}\nB;15;2;${selected[1]}\nC;9;1;${selected[2]}\nVOTES\nvoter_id;vote\n1;A\n2;A,B\n3;B,C\n`;

describe("conformance", () => {
  it("pb: agrees, agrees when a tie falls as the file tells, and disagrees by name", () => {
    expect(run(pbFormat, { "a.pb": pb("equalshares", [1, 0, 1]) }).text).toContain(
      "| pb | equalshares | 1 | 0 | 0 | 0 |",
    );
    const tied = pb("greedy", [0, 1, 1]).replace("budget;30", "budget;24");
    expect(run(pbFormat, { "a.pb": tied }).text).toContain("| pb | greedy | 0 | 1 | 0 | 0 |");
    const outcome = run(pbFormat, { "x/a.pb": pb("greedy", [0, 0, 1]) });
    expect(outcome).toMatchObject({ disagreements: 1, compared: 1 });
    expect(outcome.text).toContain("- x/a.pb (greedy): missing C; not in the known result A, B");
  });

  it("pb: says what it does not compare, and goes on after a file that it cannot read", () => {
    const { text, compared } = run(pbFormat, {
      "a.pb": pb("greedy-custom", [1, 1, 1]),
      "b.pb": pb("greedy", [1, 1, 0]).replace("A;12;2", "A;12;5"),
      "c.pb": "rule;greedy\n",
      "d.pb": pb("greedy", [1, 1, 0]),
    });
    expect(compared).toBe(2);
    expect(text).toContain("c.pb (greedy): cannot be read: line 1: expected the section META");
    expect(text).toContain("1 × pb | greedy-custom: rule greedy-custom");
    expect(text).toContain("| pb | greedy | 1 | 0 | 1 | 1 |");
  });

  it("cvotes: compares whole rankings by each method named beside the file", () => {
    const files = {
      "X/X-implicit.cvotes": "#/Implicit Ranking: true\nA > B > C * 3\nB > C > A * 2\n",
      "X/X-implicit-Copeland.json": JSON.stringify({ Ranking: "A > B > C" }),
      "X/X-implicit-BordaCount.json": JSON.stringify({ Ranking: "B > A > C" }),
      "X/X-implicit-Condorcet.json": JSON.stringify({ "Condorcet Winner": "A", "Condorcet Loser": "C" }),
      "X/X-implicit-Instant-runoff.json": JSON.stringify({ Ranking: "B > A > C" }),
      "X/X-implicit-Unheard Of.json": "{}",
    };
    const { text, disagreements } = run(cvotesFormat, files);
    expect(disagreements).toBe(1);
    expect(text).toContain("(Instant-runoff): elects A, known: B > A > C");
  });

  it("abc: a committee has to be among the known ones, whichever way a tie falls", () => {
    const text = (result: string) =>
      `profile: [[0, 1], [0, 1],\n    [2]]\nnum_cand: 3\ncommitteesize: 2\n` +
      `compute:\n- rule_id: seqphragmen\n  result: ${result}\n  resolute: false\n`;
    expect(run(abcFormat, { "a.abc.yaml": text("[[0, 2], [1, 2], [0, 1]]") }).disagreements).toBe(0);
    expect(run(abcFormat, { "a.abc.yaml": text("[[1, 2]]") }).disagreements).toBe(1);
  });

  it("rctab: compares votes, threshold, decisions and inactive ballots of every round", () => {
    const config = {
      cvrFileSources: [{ filePath: "r_cvr.xlsx", provider: "ess", firstVoteColumnIndex: "2", firstVoteRowIndex: "2" }],
      candidates: [{ name: "Ann" }, { name: "Bo" }, { name: "Chen" }],
      rules: {
        winnerElectionMode: "singleWinnerMajority",
        overvoteRule: "exhaustImmediately",
        maxSkippedRanksAllowed: "1",
        maxRankingsAllowed: "3",
        decimalPlacesForVoteArithmetic: "4",
        tiebreakMode: "random",
        numberOfWinners: "1",
      },
    };
    const report = (bo: string) => ({
      results: [
        {
          round: 1,
          tally: { Ann: "2", Bo: "1", Chen: "1" },
          threshold: "3",
          inactiveBallots: { exhaustedChoices: "0" },
          tallyResults: [{ eliminated: "Bo" }],
        },
        { round: 2, tally: { Ann: "3", Chen: bo }, threshold: "3", tallyResults: [{ elected: "Ann" }] },
      ],
    });
    const files = (bo: string) => ({
      "r_config.json": JSON.stringify(config),
      "r_cvr.csv": "id,1,2,3\n1,Ann,,\n2,Ann,,\n3,Bo,Ann,\n4,Chen,,\n",
      "r_expected_detailed_report.json": JSON.stringify(report(bo)),
    });
    expect(run(rctabFormat, files("1")).text).toContain("| rctab | IRV | 0 | 1 | 0 | 0 |");
    expect(run(rctabFormat, files("2")).text).toContain("round 1: eliminated Chen, known Bo");
    const { "r_cvr.csv": _, ...without } = files("1");
    expect(run(rctabFormat, without)).toMatchObject({ compared: 0 });
  });

  it("told: any file with its method and winners beside it", () => {
    const blt = '3 1\n-1\n3 1 2 0\n2 3 2 0\n0\n"Ann"\n"Bo"\n"Chen"\n""\n';
    const expected = { method: { method: "STV" }, winners: ["Bo"] };
    expect(run(toldFormat, { "a.blt": blt, "a.blt.expected.json": JSON.stringify(expected) }).disagreements).toBe(0);
    const schulze = { method: { method: "SCHULZE", unranked: "LAST", by: "MARGINS" }, winners: ["C"] };
    const files = { "a.cvotes": "A > B * 2\nB > C", "a.cvotes.expected.json": JSON.stringify(schulze) };
    expect(run(toldFormat, files).text).toContain("missing C; not in the known result A");
  });
});
