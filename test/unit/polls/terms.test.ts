/** Which terms a poll may have: what belongs to each class, what a question may ask, and the district's own limits. */
import { describe, expect, it } from "vitest";
import { termsRefusals, timesOf } from "../../../functions/polls/domain/poll.ts";
import { PollsConfig } from "../../../schemas/polls/config.ts";
import type { Question } from "../../../schemas/polls/question.ts";
import type { PollClass, PollRules } from "../../../schemas/polls/resources.ts";
import { budgetBy, choiceBy, DAY_MS, NOW, optionsOf, termsOf, ZONE } from "./builders.ts";

const CONFIG = PollsConfig.parse({});
const refusals = (fields: Partial<PollRules>) => termsRefusals(termsOf(fields), CONFIG, NOW, ZONE);
const invalid = (field: string, reason: string) => [
  { code: "request/invalid", params: {}, fields: [{ field, reason }] },
];
const misfit = (field: string, found: string | number, needs: string) => ({
  code: "polls/class",
  params: { field, found, needs },
});

const budget = budgetBy({ method: "PHRAGMEN", skip: true });
const choice = choiceBy({ method: "BORDA" });
const yesNo: Question = { kind: "YES_NO" };

/** For each class what it may be: matter, electorates, questions, modes. */
const CLASSES: Readonly<Record<PollClass, readonly [number | undefined, string, string, string]>> = {
  OWNERS_ORDINARY: [1, "OWNERS", "YES_NO", "named"],
  OWNERS_SPECIAL: [6, "OWNERS", "YES_NO", "named"],
  RESIDENTS_ASSEMBLY: [undefined, "RESIDENTS, HOUSEHOLDS, REPRESENTATIVES", "YES_NO", "named, envelope, token"],
  SERVICE_CHOICE: [undefined, "RESIDENTS, HOUSEHOLDS", "CHOICE, YES_NO", "envelope, token"],
  COMMUNITY_FUND_BUDGET: [undefined, "RESIDENTS, HOUSEHOLDS", "BUDGET", "envelope, token"],
  OPINION: [undefined, "RESIDENTS, HOUSEHOLDS", "CHOICE, YES_NO", "named, envelope, token"],
};
const ELECTORATES: Readonly<Record<string, PollRules["electorate"]>> = {
  OWNERS: { kind: "OWNERS", uses: ["residential"] },
  RESIDENTS: { kind: "RESIDENTS" },
  HOUSEHOLDS: { kind: "HOUSEHOLDS" },
  REPRESENTATIVES: { kind: "REPRESENTATIVES", representatives: ["019a0000-0000-7000-8000-000000000001"] },
};
const QUESTIONS: Readonly<Record<string, Question>> = { YES_NO: yesNo, CHOICE: choice, BUDGET: budget };
const MODES = ["named", "envelope", "token"] as const;

describe.each(Object.entries(CLASSES))("%s", (name, [matter, electorates, questions, modes]) => {
  const of = name as PollClass;
  const fitting = {
    class: of,
    ...(matter === undefined ? {} : { matter }),
    electorate: ELECTORATES[electorates.split(", ")[0] as string] as PollRules["electorate"],
    question: QUESTIONS[questions.split(", ")[0] as string] as Question,
    mode: modes.split(", ")[0] as PollRules["mode"],
  };
  const outcome = (allowed: string, found: string, field: string) =>
    allowed.split(", ").includes(found) ? [] : [misfit(field, found, allowed)];

  it("has its own electorates", () => {
    for (const [kind, electorate] of Object.entries(ELECTORATES)) {
      expect(refusals({ ...fitting, electorate })).toEqual(outcome(electorates, kind, "/electorate"));
    }
  });

  it("asks its own questions", () => {
    for (const [kind, question] of Object.entries(QUESTIONS)) {
      expect(refusals({ ...fitting, question })).toEqual(outcome(questions, kind, "/question"));
    }
  });

  it("keeps ballots in its own ways", () => {
    for (const mode of MODES) expect(refusals({ ...fitting, mode })).toEqual(outcome(modes, mode, "/mode"));
  });
});

describe("the matter of article 278", () => {
  const owners = (of: PollClass, matter?: number) =>
    refusals({
      class: of,
      electorate: { kind: "OWNERS", uses: ["residential"] },
      ...(matter === undefined ? {} : { matter }),
    });

  it.each([1, 2, 3, 4, 5, 9])("%s is an ordinary one", (matter) => {
    expect(owners("OWNERS_ORDINARY", matter)).toEqual([]);
    expect(owners("OWNERS_SPECIAL", matter)).toEqual([misfit("/class", "OWNERS_SPECIAL", "OWNERS_ORDINARY")]);
  });

  it.each([6, 7, 8])("%s needs three quarters", (matter) => {
    expect(owners("OWNERS_SPECIAL", matter)).toEqual([]);
    expect(owners("OWNERS_ORDINARY", matter)).toEqual([misfit("/class", "OWNERS_ORDINARY", "OWNERS_SPECIAL")]);
  });

  it("is named by owners' polls and by no others", () => {
    expect(owners("OWNERS_SPECIAL")).toEqual([misfit("/matter", "-", "1 .. 9")]);
    expect(owners("OWNERS_ORDINARY")).toEqual([misfit("/matter", "-", "1 .. 9")]);
    expect(refusals({ matter: 3 })).toEqual([misfit("/matter", 3, "-")]);
  });
});

describe("a choice", () => {
  const asks = (question: Question) => refusals({ class: "OPINION", question });

  it("has options with ids of their own", () => {
    const twice = { ...choice, options: optionsOf("a", "b", "a") };
    expect(asks(twice)).toEqual(invalid("/question/options", "ids differ"));
  });

  it("fills no more seats than there are options", () => {
    expect(asks({ ...choice, seats: 4 })).toEqual([]);
    expect(asks({ ...choice, seats: 5 })).toEqual(invalid("/question/seats", "<= 4"));
  });

  it("by instant runoff fills one seat, by the transferable vote several", () => {
    expect(asks(choiceBy({ method: "IRV" }))).toEqual([]);
    expect(asks(choiceBy({ method: "IRV" }, { seats: 2 }))).toEqual(invalid("/question/seats", "IRV: 1"));
    expect(asks(choiceBy({ method: "STV" }, { seats: 2 }))).toEqual([]);
  });

  it("by points has no limits on options: a score may run higher than there are options", () => {
    expect(asks(choiceBy({ method: "SCORE", rules: { max: 10 } }))).toEqual([]);
  });

  it.each([
    [undefined, true],
    [{}, true],
    [{ min: 2, max: 3 }, true],
    [{ min: 3, max: 3 }, true],
    [{ min: 4 }, true],
    [{ max: 4 }, true],
    [{ min: 3, max: 2 }, false],
    [{ min: 5 }, false],
    [{ max: 5 }, false],
  ] as const)("by approval with limits %o may stand: %s", (rules, stands) => {
    const method = { method: "APPROVAL" as const, ...(rules === undefined ? {} : { rules }) };
    const wrong = invalid("/question/method/rules", "min <= max <= 4");
    expect(asks(choiceBy(method))).toEqual(stands ? [] : wrong);
  });
});

describe("a budget", () => {
  const asks = (fields: Partial<typeof budget>) =>
    refusals({ class: "COMMUNITY_FUND_BUDGET", mode: "envelope", question: { ...budget, ...fields } });

  it("has projects with ids of their own", () => {
    const [road] = budget.projects as [(typeof budget.projects)[number]];
    expect(asks({ projects: [road, road] })).toEqual(invalid("/question/projects", "ids differ"));
  });

  it("excludes among its own projects only", () => {
    expect(
      asks({
        exclusions: [
          ["road", "park"],
          ["park", "lamp"],
        ],
      }),
    ).toEqual([]);
    expect(
      asks({
        exclusions: [
          ["road", "park"],
          ["lamp", "pool"],
        ],
      }),
    ).toEqual(invalid("/question/exclusions", "no project pool"));
  });

  it("lets a ballot name between its least and most projects", () => {
    expect(asks({ ballot: { min: 1, max: 3 } })).toEqual([]);
    expect(asks({ ballot: { max: 4 } })).toEqual(invalid("/question/ballot", "min <= max <= 3"));
    expect(asks({ ballot: { min: 2, max: 1 } })).toEqual(invalid("/question/ballot", "min <= max <= 3"));
  });

  it("of another class is refused for its class alone", () => {
    const question = { ...budget, ballot: { max: 4 } };
    expect(refusals({ class: "OPINION", question })).toEqual([misfit("/question", "BUDGET", "CHOICE, YES_NO")]);
  });
});

describe("proxies and channels", () => {
  it("one proxy votes for no more people than the district allows", () => {
    expect(refusals({ proxyPersonsMax: 3 })).toEqual([]);
    expect(refusals({ proxyPersonsMax: 4 })).toEqual(invalid("/proxyPersonsMax", "<= 3"));
  });

  it.each([
    ["named", "phone", true],
    ["named", "paper", true],
    ["named", "proxy", true],
    ["envelope", "web", true],
    ["envelope", "staff", true],
    ["envelope", "phone", false],
    ["token", "paper", false],
    ["token", "proxy", false],
  ] as const)("%s ballots come by %s: %s", (mode, channel, allowed) => {
    expect(refusals({ mode, channels: ["web", channel] })).toEqual(
      allowed ? [] : invalid("/channels", "secret ballots: web, staff"),
    );
  });
});

describe("the times of the terms", () => {
  it("are instants of one clock, whatever zone they are written in", () => {
    const times = { correctUntil: "2026-07-08T10:00:00Z", openAt: "2026-07-10T09:00:00+08:00" };
    expect(timesOf({ ...times, closeAt: "2026-07-20T01:00:00.5Z" })).toEqual({
      correctMs: 1_783_504_800_000,
      openMs: 1_783_645_200_000,
      closeMs: 1_783_645_200_000 + 10 * DAY_MS + 500,
    });
  });

  it("keep to the window, and all that is wrong is said at once", () => {
    const found = refusals({ class: "OPINION", mode: "named", matter: 2, closeAt: "2026-07-11T09:00:00+08:00" });
    expect(found).toEqual([
      misfit("/matter", 2, "-"),
      {
        code: "polls/window",
        params: {
          from: "2026-07-10T01:00:00.000Z",
          earliest: "2026-07-15T01:00:00.000Z",
          latest: "2026-09-08T01:00:00.000Z",
        },
      },
    ]);
  });
});
