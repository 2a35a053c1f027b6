/** Act 6: a call of the community fund, decided by the residents' budget poll and paid in two tranches. */
import { createHash } from "node:crypto";
import type * as z from "zod";
import type { DisclosureIndex } from "../../../schemas/fund/disclosure.ts";
import type { Application, FundCall } from "../../../schemas/fund/grants.ts";
import type { Fund } from "../../../schemas/fund/resources.ts";
import type { Poll, PollResult } from "../../../schemas/polls/resources.ts";
import type { Role } from "../../../schemas/roles.ts";
import type { Caller, Reply } from "./client.ts";
import { COMMUNITY, isRefusal, type Member, type World } from "./world.ts";

const DAY_MS = 86_400_000;
const VOTERS_MAX = 12;
/** A share of a project's surplus, in fen, and what of it the fund gets. */
const SURPLUS = 3_000_000;
const SHARE_BPS = 3_333;
const BUDGET = 600_000;
/** Days from one stage to the next: announcement, time to apply, notice and vote, notice of the awards. */
const DAYS = { announced: 9, open: 7, correct: 16, vote: 17, voteEnds: 24, notice: 9 } as const;

type FundView = z.infer<typeof Fund>;
type CallView = z.infer<typeof FundCall>;
type ApplicationView = z.infer<typeof Application>;
type PollView = z.infer<typeof Poll>;

/** What is proposed: the tranches of each, fen, and how many voters name it. */
const PROJECTS = [
  { zh: "屋顶花园", en: "A roof garden", parts: [200_000, 100_000], votes: 12 },
  { zh: "楼道照明", en: "Lamps for the stairs", parts: [120_000, 80_000], votes: 8 },
  { zh: "露天戏台", en: "A stage for the opera", parts: [250_000], votes: 3 },
] as const;

const DOCUMENT = { name: "paper", ref: "archive 7", sha256: "ab".repeat(32) };

interface Officers {
  readonly treasurer: Caller;
  readonly second: Caller;
  readonly reviewer: Caller;
  readonly polls: Caller;
}

/** One project of the call with its applicant. */
interface Entry {
  readonly id: string;
  readonly project: string;
  readonly amount: number;
  readonly votes: number;
  readonly who: Member;
}

const officersOf = ({ client }: World): Officers => {
  const officer = (role: Role): Caller => ({ id: client.id(), roles: [role] });
  return {
    ...{ treasurer: officer("fund-treasurer"), second: officer("fund-treasurer") },
    ...{ reviewer: officer("fund-reviewer"), polls: officer("poll-officer") },
  };
};

const inDays = async ({ client }: World, days: number): Promise<string> =>
  new Date((await client.now()).getTime() + days * DAY_MS).toISOString();

/** Moves the clock to a little after an instant and runs a job. */
const untilAfter = async ({ client }: World, instant: string, job: string): Promise<void> => {
  await client.moveClock(new Date(Date.parse(instant) + DAY_MS / 24));
  await client.job(job);
};

const post = <Body>(world: World, path: string, as: Caller, body: object = {}): Promise<Body> =>
  world.client.must<Body>("POST", `/v1/fund/${path}`, { as, body });

const decide = (world: World, application: string, command: string, as: Caller, more: object = {}) =>
  post<ApplicationView>(world, `applications/${application}/decisions`, as, { command, reason: "as read", ...more });

const stepCall = (world: World, call: string, command: string, more: object = {}) =>
  post<CallView>(world, `calls/${call}/steps`, world.steward, { command, reason: "as planned", ...more });

const fundNow = ({ client, auditor }: World, fund: string): Promise<FundView> =>
  client.must<FundView>("GET", `/v1/fund/funds/${fund}`, { as: auditor });

/** A fund for greening and safety, with its share of the surplus of a project. */
const playFund = async (world: World, { treasurer }: Officers): Promise<string> => {
  const restriction = { purposes: ["public-space"], adminCapBps: 500 };
  const terms = { community: COMMUNITY, name: "公共空间基金 Public space", unit: "cny", restriction };
  const { id } = await post<FundView>(world, "funds", world.admin, terms);
  const [year = "", month = ""] = (await world.client.now()).toISOString().split("-");
  const income = { community: COMMUNITY, unit: "cny", kind: "surplus-share", source: `lifts ${id}` };
  const divided = { gross: SURPLUS, period: `${year}-${month}`, shares: [{ fund: id, bps: SHARE_BPS }] };
  await post(world, "income", treasurer, { ...income, ...divided });
  const { cash } = await fundNow(world, id);
  world.check(
    cash === Math.floor((SURPLUS * SHARE_BPS) / 10_000),
    `项目结余的 33.33% 即 ${cash} 分钱入专项基金`,
    `33.33% of a project's surplus, ${cash} fen, enter a restricted fund`,
  );
  return id;
};

/** The call opens by itself after its announcement; neighbours of three homes apply. */
const playCall = async (world: World, fund: string): Promise<{ call: CallView; entries: Entry[] }> => {
  const { client, steward } = world;
  const [opensAt, closesAt] = [await inDays(world, DAYS.announced), await inDays(world, DAYS.announced + DAYS.open)];
  const terms = {
    ...{ fund, title: "公共空间 Public space", text: "小区公共空间", purpose: "public-space", opensAt, closesAt },
    ...{ budget: BUDGET, awardMax: 400_000, blind: true, reviewersMin: 1, decidedBy: "residents" },
    criteria: [{ code: "use", name: "受益面 reach", weightBps: 10_000 }],
  };
  const { id } = await post<CallView>(world, "calls", steward, terms);
  await stepCall(world, id, "publish");
  await untilAfter(world, opensAt, "fund-calls");
  const call = await client.must<CallView>("GET", `/v1/fund/calls/${id}`, { as: steward });
  world.check(call.state === "open", "征集公告期满后自动开放", "The call opens by itself after its announcement");
  const homes = new Map(world.members.filter(({ adult }) => adult).map((member) => [member.household, member]));
  const applicants = [...homes.values()];
  const [startsOn = "", endsOn = ""] = await Promise.all([60, 120].map((days) => inDays(world, days)));
  const entries: Entry[] = [];
  for (const [index, { zh, en, parts, votes }] of PROJECTS.entries()) {
    const who = applicants[index] as Member;
    const tranches = parts.map((amount, part) => ({ amount, condition: part === 0 ? "agreement" : "photos" }));
    const dates = { startsOn: startsOn.slice(0, 10), endsOn: endsOn.slice(0, 10) };
    const body = { title: `${zh} ${en}`, text: en, ...dates, tranches };
    const made = await post<ApplicationView>(world, `calls/${id}/applications`, who, body);
    await post(world, `applications/${made.id}/steps`, who, { command: "submit", reason: "complete" });
    await decide(world, made.id, "find-eligible", steward);
    entries.push({ id: made.id, project: made.project, amount: made.amount, votes, who });
  }
  await untilAfter(world, closesAt, "fund-calls");
  return { call, entries };
};

/** Blind scores, then the shortlist; the reviewer never learns who applies. */
const playReview = async (world: World, call: string, entries: readonly Entry[], { reviewer }: Officers) => {
  const { client, steward } = world;
  await stepCall(world, call, "begin-review");
  let blind = true;
  for (const { id, who } of entries) {
    await post(world, `applications/${id}/reviewers`, steward, { reviewers: [reviewer.id], reason: "by rota" });
    const seen = await client.call("GET", `/v1/fund/applications/${id}`, { as: reviewer });
    blind &&= seen.status === 200 && !seen.text.includes(who.id);
    await post(world, `applications/${id}/scores`, reviewer, { points: { use: 80 } });
    await decide(world, id, "conclude-scoring", steward);
    await decide(world, id, "recommend", steward);
  }
  await stepCall(world, call, "publish-shortlist");
  await stepCall(world, call, "begin-vote");
  world.check(blind, "评审人打分时不知申请人是谁", "The reviewer scores without learning who applies");
};

/** A secret budget poll on the shortlist; its published result is what may be awarded. */
const playVote = async (world: World, entries: readonly Entry[], { polls }: Officers): Promise<string> => {
  const { client } = world;
  const correctUntil = await inDays(world, DAYS.correct);
  const [openAt, closeAt] = [await inDays(world, DAYS.vote), await inDays(world, DAYS.voteEnds)];
  const projects = entries.map(({ project, amount: cost }, index) => {
    const { zh, en } = PROJECTS[index] as (typeof PROJECTS)[number];
    return { id: project, name: { zh, en }, cost };
  });
  const method = { method: "EQUAL_SHARES", completion: "UTILITARIAN" };
  const question = { kind: "BUDGET", projects, budget: BUDGET, method, ties: { by: "CANDIDATE_ORDER" } };
  const terms = {
    ...{ community: COMMUNITY, class: "COMMUNITY_FUND_BUDGET", title: { zh: "公共空间基金", en: "Public space" } },
    ...{ text: "Which projects?", electorate: { kind: "RESIDENTS" }, mode: "envelope", audit: "PUBLIC" },
    ...{ question, correctUntil, openAt, closeAt },
  };
  const { id } = await client.must<PollView>("POST", "/v1/polls", { as: polls, body: terms });
  await client.must("POST", `/v1/polls/${id}/notice`, { as: polls, body: {} });
  await client.job("polls-due");
  await untilAfter(world, correctUntil, "polls-due");
  await untilAfter(world, openAt, "polls-due");
  const voters = world.members.filter(({ adult }) => adult).slice(0, VOTERS_MAX);
  for (const [index, voter] of voters.entries()) {
    const options = entries.filter(({ votes }) => index < votes).map(({ project }) => project);
    const secret = createHash("sha256").update(client.id()).digest();
    const ballot = createHash("sha256").update(secret).digest("base64url");
    const body = { entry: voter.id, ballot, choice: { options } };
    await client.must("POST", `/v1/polls/${id}/secret-ballots`, { as: voter, body });
  }
  await untilAfter(world, closeAt, "polls-due");
  const path = `/v1/polls/${id}/result`;
  const result = await client.must<z.infer<typeof PollResult>>("GET", path, { as: polls });
  const funded = (result.funded ?? []).map(({ project, amount }) => `${project} ${amount}`);
  world.check(
    funded.join() ===
      entries
        .slice(0, 2)
        .map(({ project, amount }) => `${project} ${amount}`)
        .join(),
    `${voters.length} 位居民投票，等额分配法选出两个项目`,
    `${voters.length} residents vote; the method of equal shares funds two of three projects`,
  );
  await client.must("POST", `/v1/polls/${id}/publish`, { as: polls, body: {} });
  return id;
};

/** Awards are exactly what the vote funds, and none before the objection window has ended. */
const playAwards = async (
  world: World,
  { call, entries, poll, fund }: { call: string; entries: readonly Entry[]; poll: string; fund: string },
  { treasurer }: Officers,
): Promise<void> => {
  const { client, steward } = world;
  const propose = { as: steward, body: { command: "propose-awards", reason: "voted", decision: { poll } } };
  const differs = await client.call("POST", `/v1/fund/calls/${call}/steps`, propose);
  await decide(world, entries[2]?.id as string, "demote", steward);
  await stepCall(world, call, "propose-awards", { decision: { poll } });
  const { noticeUntil = "" } = await stepCall(world, call, "give-notice");
  world.check(
    isRefusal(differs, "fund/decision-differs"),
    "未获票决资助的项目不得列入拟资助",
    "What the vote does not fund is not proposed",
  );
  const winners = entries.slice(0, 2);
  for (const { id } of winners) await decide(world, id, "approve", treasurer);
  const award = { as: treasurer, body: { command: "award", reason: "as voted" } };
  const early = await client.call("POST", `/v1/fund/applications/${winners[0]?.id}/decisions`, award);
  await untilAfter(world, noticeUntil, "fund-calls");
  const before = await fundNow(world, fund);
  const awarded = [];
  for (const { id } of winners) awarded.push(await decide(world, id, "award", treasurer));
  const after = await fundNow(world, fund);
  const sum = winners.reduce((total, { amount }) => total + amount, 0);
  world.check(
    isRefusal(early, "fund/objection-window") && awarded.every(({ decision }) => decision?.poll === poll),
    "公示期内不得资助；资助载有投票编号",
    "Nothing is awarded inside the objection window; awards carry the poll",
  );
  world.check(
    after.committed === sum && before.available - after.available === sum && after.cash === before.cash,
    `承诺 ${sum} 分钱，可用额相应减少`,
    `${sum} fen are committed, and as much less is available`,
  );
};

/** Both tranches of the first grant: evidence, two persons, payment. */
const playTranches = async (world: World, fund: string, entry: Entry, { treasurer, second }: Officers) => {
  const { client, steward } = world;
  await decide(world, entry.id, "sign", steward, { document: DOCUMENT });
  await decide(world, entry.id, "start", steward);
  const shown = await client.must<ApplicationView>("GET", `/v1/fund/applications/${entry.id}`, { as: steward });
  const step = (tranche: string, command: string, as: Caller) =>
    client.call("POST", `/v1/fund/tranches/${tranche}/steps`, { as, body: { command, reason: "checked" } });
  const refusals: Reply<unknown>[] = [];
  const before = await fundNow(world, fund);
  for (const { id } of shown.tranches ?? []) {
    refusals.push(await step(id, "approve", treasurer));
    await post(world, `tranches/${id}/evidence`, entry.who, { evidence: [DOCUMENT], reason: "done" });
    await step(id, "approve", treasurer);
    refusals.push(await step(id, "approve", treasurer));
    await step(id, "approve", second);
    await step(id, "pay", treasurer);
  }
  const after = await fundNow(world, fund);
  world.check(
    refusals.every((reply, index) => isRefusal(reply, index % 2 === 0 ? "fund/wrong-state" : "fund/same-person")),
    "无证明不审批，一人不能审批两次",
    "No approval without evidence, and nobody approves twice",
  );
  world.check(
    before.cash - after.cash === entry.amount && after.disbursed === entry.amount && refusals.length === 4,
    `分两期拨付 ${entry.amount} 分钱，基金余 ${after.cash}`,
    `${entry.amount} fen are paid in two tranches, ${after.cash} stay in the fund`,
  );
};

/** What everyone can read: files that name nobody, with hashes under the district's signature. */
const playDisclosure = async (world: World, call: string, entries: readonly Entry[]): Promise<void> => {
  const { client } = world;
  const reader = world.members.at(-1) as Member;
  const path = `/v1/fund/calls/${call}/disclosure`;
  const { index } = await client.must<z.infer<typeof DisclosureIndex>>("GET", `${path}-index`, { as: reader });
  let same = true;
  for (const { format, sha256 } of index.files.filter((file) => file.format !== "csv")) {
    const { text } = await client.call("GET", `${path}?format=${format}`, { as: reader });
    same &&= createHash("sha256").update(text).digest("hex") === sha256;
    same &&= entries.every(({ who }) => !text.includes(who.id));
  }
  world.check(
    same && index.files.length === 3,
    "披露文件与签名目录的哈希一致，不含申请人",
    "Disclosed files have the hashes of the signed index and name no applicant",
  );
};

/** Plays the act. */
export const playCommunityFund = async (world: World): Promise<void> => {
  world.screen.heading("六、社区基金", "6. The community fund");
  const officers = officersOf(world);
  const fund = await playFund(world, officers);
  const { call, entries } = await playCall(world, fund);
  await playReview(world, call.id, entries, officers);
  const poll = await playVote(world, entries, officers);
  await playAwards(world, { call: call.id, entries, poll, fund }, officers);
  await playTranches(world, fund, entries[0] as Entry, officers);
  await playDisclosure(world, call.id, entries);
};
