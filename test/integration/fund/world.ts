/** What the fund's stories start from: a community with a treasurer, reviewers, and a fund with money in it. */
import { uuidv7 } from "uuidv7";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY } from "../../support/clock.ts";
import { fundDistrict } from "../../support/fund.ts";
import type { AppOptions, Reply } from "../../support/harness.ts";
import { enter, type Made, officer, startWorld, type World } from "../residents/world.ts";

export interface Chest extends World {
  readonly treasurer: string;
  post(path: string, token: string, body?: unknown, key?: string): Promise<Reply>;
  get(path: string, token: string): Promise<Reply>;
}

/** An app with a community fund. */
export const startChest = async (options: AppOptions = {}): Promise<Chest> => {
  const world = await startWorld({ district: fundDistrict(), ...options });
  return {
    ...world,
    treasurer: await officer(world.app, "fund-treasurer"),
    post: (path, token, body = {}, key = uuidv7()) => world.app.call("POST", `/v1/fund/${path}`, { token, body, key }),
    get: (path, token) => world.app.call("GET", `/v1/fund/${path}`, { token }),
  };
};

/** The body of an answer that must have gone well. */
export const fine = ({ status, text, body }: Reply) => {
  if (status >= 300) throw new Error(text);
  return body;
};

/** Opens a fund, in fen and for any purpose unless said otherwise. */
export const openFund = async (
  chest: Chest,
  restriction: Readonly<Record<string, unknown>> = {},
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const body = {
    ...{ community: "lujing", name: "Neighbourhood fund", unit: "cny", ...fields },
    restriction: { purposes: [], adminCapBps: 1_000, ...restriction },
  };
  return fine(await chest.post("funds", chest.admin, body)).id;
};

/** A donation of so much to one fund. */
export const donate = (chest: Chest, fund: string, gross: number, fields: Readonly<Record<string, unknown>> = {}) =>
  chest.post("income", chest.treasurer, {
    ...{ community: "lujing", unit: "cny", kind: "donation", source: "A donor", gross },
    ...{ shares: [{ fund, bps: 10_000 }], ...fields },
  });

/** A fund as it is shown. */
export const fundNow = async (chest: Chest, fund: string) => fine(await chest.get(`funds/${fund}`, chest.auditor));

/** A document that is kept elsewhere. */
export const DOCUMENT = { name: "paper", ref: "archive 7", sha256: "ab".repeat(32) };

/** Criteria of the tests. */
export const CRITERIA = [
  { code: "use", name: "reach", weightBps: 6_000 },
  { code: "cost", name: "cost", weightBps: 4_000 },
];

const at = (chest: Chest, ms: number): string => new Date(chest.app.clock.now().getTime() + ms).toISOString();

/** Drafts a call: it may open in ten days and closes ten days later. */
export const draftCall = async (
  chest: Chest,
  fund: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const body = {
    ...{ fund, title: "Gardens", text: "One a building", purpose: "greening", budget: 1_000_000, awardMax: 600_000 },
    ...{ opensAt: at(chest, 10 * DAY), closesAt: at(chest, 20 * DAY), blind: true, reviewersMin: 1 },
    ...{ criteria: CRITERIA, decidedBy: "reviewers", ...fields },
  };
  return fine(await chest.post("calls", chest.steward, body)).id;
};

/** One step of a call by its steward. */
export const stepCall = (chest: Chest, call: string, command: string, more: object = {}, key?: string) =>
  chest.post(`calls/${call}/steps`, chest.steward, { command, reason: "as planned", ...more }, key);

/** Lets time pass and its jobs do what is due. */
export const pass = async (chest: Chest, ms: number) => {
  chest.app.clock.advance(ms);
  for (const job of ["fund-calls", "fund-reports", "fund-expiry"]) await runNamed(job, chest.app.deps);
};

/** A call that is open now. */
export const openCall = async (chest: Chest, fund: string, fields: Readonly<Record<string, unknown>> = {}) => {
  const call = await draftCall(chest, fund, fields);
  fine(await stepCall(chest, call, "publish"));
  await pass(chest, 10 * DAY);
  return call;
};

/** What an applicant asks for: two tranches. */
export const asked = (fields: Readonly<Record<string, unknown>> = {}) => ({
  ...{ title: "Roof garden", text: "Planting", startsOn: "2027-01-01", endsOn: "2027-03-31" },
  tranches: [
    { amount: 200_000, condition: "agreement signed" },
    { amount: 100_000, condition: "photos" },
  ],
  attachments: [{ ...DOCUMENT, identifying: true }],
  ...fields,
});

/** An application that was handed in. */
export const handedIn = async (
  chest: Chest,
  call: string,
  who: Made,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const { id } = fine(await chest.post(`calls/${call}/applications`, who.token, asked(fields)));
  fine(await chest.post(`applications/${id}/steps`, who.token, { command: "submit", reason: "complete" }));
  return id;
};

/** A decision on an application, by the steward unless said otherwise. */
export const decide = (
  chest: Chest,
  application: string,
  command: string,
  more: object = {},
  token = chest.steward,
  key?: string,
) => chest.post(`applications/${application}/decisions`, token, { command, reason: "as read", ...more }, key);

/** A reviewer with a place on the roll, so that ties can be derived. */
export const reviewer = async (chest: Chest, fields: Readonly<Record<string, unknown>> = {}): Promise<Made> => {
  const made = await enter(chest, fields);
  return { id: made.id, token: await officer(chest.app, "fund-reviewer", ["lujing"], made.id) };
};

/** Brings applications of an open call to the recommendation, each scored by the reviewer. */
export const reviewed = async (chest: Chest, call: string, applications: readonly string[], judge: Made) => {
  for (const id of applications) fine(await decide(chest, id, "find-eligible"));
  await pass(chest, 10 * DAY);
  fine(await stepCall(chest, call, "begin-review"));
  for (const id of applications) {
    const named = { reviewers: [judge.id], reason: "by rota" };
    fine(await chest.post(`applications/${id}/reviewers`, chest.steward, named));
    fine(await chest.post(`applications/${id}/scores`, judge.token, { points: { use: 80, cost: 70 } }));
    fine(await decide(chest, id, "conclude-scoring"));
    fine(await decide(chest, id, "recommend"));
  }
};

/** Brings recommended applications to public notice. */
export const onNotice = async (chest: Chest, call: string) => {
  for (const command of ["publish-shortlist", "propose-awards", "give-notice"])
    fine(await stepCall(chest, call, command));
};

/** Applications of a new call of the fund that are on notice and approved; the window is over. */
export const approvedOn = async (
  chest: Chest,
  fund: string,
  plans: readonly Readonly<Record<string, unknown>>[],
  fields: Readonly<Record<string, unknown>> = {},
) => {
  const call = await openCall(chest, fund, fields);
  const people = await Promise.all(plans.map(() => enter(chest)));
  const applications: string[] = [];
  for (const [index, plan] of plans.entries())
    applications.push(await handedIn(chest, call, people[index] as Made, plan));
  await reviewed(chest, call, applications, await reviewer(chest));
  await onNotice(chest, call);
  for (const id of applications) {
    fine(await decide(chest, id, "approve", {}, chest.treasurer));
    fine(await decide(chest, id, "approve", {}, chest.admin));
  }
  await pass(chest, 7 * DAY);
  return { call, applications, people };
};

/** An active grant of a new call of the fund, with its call, who applied and its tranches. */
export const grantedOn = async (chest: Chest, fund: string, fields: Readonly<Record<string, unknown>> = {}) => {
  const { call, applications, people } = await approvedOn(chest, fund, [fields]);
  const [id, who] = [applications[0] as string, people[0] as Made];
  fine(await decide(chest, id, "award", {}, chest.treasurer));
  fine(await decide(chest, id, "sign", { document: DOCUMENT }));
  fine(await decide(chest, id, "start"));
  const { tranches } = fine(await chest.get(`applications/${id}`, chest.auditor));
  return { call, id, who, tranches: tranches.map((each: { id: string }) => each.id) as string[] };
};

/** One step of a tranche by the treasurer unless said otherwise. */
export const stepTranche = (chest: Chest, tranche: string, command: string, token = chest.treasurer) =>
  chest.post(`tranches/${tranche}/steps`, token, { command, reason: "checked" });

/** Pays a tranche of an active grant: evidence of who applied, approvals of the treasurer and the administrator. */
export const payTranche = async (chest: Chest, tranche: string, who: Made) => {
  fine(await chest.post(`tranches/${tranche}/evidence`, who.token, { evidence: [DOCUMENT], reason: "done" }));
  for (const token of [chest.treasurer, chest.admin]) fine(await stepTranche(chest, tranche, "approve", token));
  fine(await stepTranche(chest, tranche, "pay"));
};

/** Kind and amount of each movement of a fund, as its auditor reads them. */
export const movementsOf = async (chest: Chest, fund: string): Promise<(string | number)[][]> =>
  fine(await chest.get(`funds/${fund}/movements`, chest.auditor)).items.map(
    ({ kind, amount }: { kind: string; amount: number }) => [kind, amount],
  );
