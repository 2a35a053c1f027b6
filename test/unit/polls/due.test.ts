/** Who runs and sees a poll, when the job comes back to it, and what a command leaves behind. */
import { describe, expect, it } from "vitest";
import {
  BALLOT_READERS,
  dueOf,
  EXTENSION_LEAD_MS,
  moved,
  OFFICERS,
  type Poll,
  READERS,
  runs,
  SETTLE_MS,
  STAFF_CHANNELS,
  SURVEY_MS,
  seesPoll,
} from "../../../functions/polls/domain/poll.ts";
import type { PollState } from "../../../schemas/polls/resources.ts";
import type { Role } from "../../../schemas/roles.ts";
import { NOW, pollOf } from "./builders.ts";

const actor = (role: Role, community = "lujing") => ({ id: "p1", roles: [role], communities: [community] });
const HOUR_MS = 3_600_000;

describe("who runs a poll", () => {
  it.each([
    ["poll-officer", "lujing", true],
    ["poll-officer", "elsewhere", false],
    ["district-admin", "elsewhere", true],
    ["auditor", "lujing", false],
    ["resident", "lujing", false],
  ] as const)("%s of %s: %s", (role, community, allowed) => {
    expect(runs(actor(role, community), pollOf())).toBe(allowed);
  });
});

describe("who sees a poll", () => {
  it.each([
    ["a draft is for its officers", "poll-officer", "lujing", "draft", true],
    ["and its auditors", "auditor", "lujing", "draft", true],
    ["and the district", "district-admin", "elsewhere", "draft", true],
    ["not for officers of another community", "poll-officer", "elsewhere", "draft", false],
    ["nor for residents", "resident", "lujing", "draft", false],
    ["once notice is given every resident of the community sees it", "resident", "lujing", "noticed", true],
    ["others' residents do not", "resident", "elsewhere", "noticed", false],
    ["a cancelled one is seen too", "resident", "lujing", "cancelled", true],
  ] as const)("%s", (_, role, community, state, sees) => {
    expect(seesPoll(actor(role, community), pollOf({ state }))).toBe(sees);
  });

  it("named ballots are for poll officers and auditors only; rolls and minutes for the district too", () => {
    expect(BALLOT_READERS).toEqual(["poll-officer", "auditor"]);
    expect(READERS).toEqual(["poll-officer", "auditor", "district-admin"]);
    expect(OFFICERS).toEqual(["poll-officer", "district-admin"]);
  });

  it("staff enter ballots by telephone, on paper and at the door; the web and proxies are people's own", () => {
    expect(STAFF_CHANNELS).toEqual(["phone", "paper", "staff"]);
  });
});

describe("when the job comes back", () => {
  const poll = pollOf();
  const now = NOW.getTime();
  it.each([
    ["a draft waits for its officer", { state: "draft" }, undefined],
    ["a roll not yet built is built at once", { state: "noticed", built: false }, now],
    [
      "a built one is sealed when corrections are over and their last requests too",
      { state: "noticed" },
      poll.correctMs + 60_000,
    ],
    ["a sealed one opens at its hour", { state: "sealed" }, poll.openMs],
    ["a closed one is counted at once", { state: "closed" }, now],
    ["a tie waits for its answer", { state: "closed", asks: true }, undefined],
    ["a counted one waits for its officer", { state: "counted" }, undefined],
    [
      "a published one becomes final when it has stood long enough",
      { state: "published", publishedUntilMs: now + 5 },
      now + 5,
    ],
    ["a final one is done", { state: "final" }, undefined],
    ["a cancelled one is done", { state: "cancelled" }, undefined],
    ["an annulled one is done", { state: "annulled" }, undefined],
  ] as const satisfies readonly (readonly [string, Partial<Poll>, number | undefined])[])("%s", (_, fields, due) => {
    expect(dueOf(pollOf(fields), NOW)).toBe(due);
  });

  it("an open one each hour for its turnout, and a minute after close at the latest", () => {
    const { closeMs } = poll;
    const due = (beforeClose: number) => dueOf(poll, new Date(closeMs - beforeClose));
    expect(due(24 * HOUR_MS)).toBe(closeMs - 23 * HOUR_MS);
    expect(due(HOUR_MS)).toBe(closeMs);
    expect(due(HOUR_MS - 60_000)).toBe(closeMs + 60_000);
    expect(due(0)).toBe(closeMs + 60_000);
  });

  it("counts a minute after close, extends a day before it at the earliest, looks at the turnout each hour", () => {
    expect([SETTLE_MS, EXTENSION_LEAD_MS, SURVEY_MS]).toEqual([60_000, 24 * HOUR_MS, HOUR_MS]);
  });
});

describe("a command", () => {
  it("moves the poll to the state of the table, one revision on, by who gave it", () => {
    const open = pollOf({ revision: 4 });
    expect(moved(open, "close", "system", { closedMs: 5 })).toEqual({
      ...open,
      state: "closed" satisfies PollState,
      closedMs: 5,
      changedBy: "system",
      revision: 5,
    });
    expect(moved(open, "extend", "officer-2")).toEqual({ ...open, changedBy: "officer-2", revision: 5 });
  });
});
