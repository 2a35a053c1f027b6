/** What the polls' stories start from: an estate with owners, officers, and a poll on its way. */
import { uuidv7 } from "uuidv7";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import type { AppOptions, Reply } from "../../support/harness.ts";
import { enter, type Made, officer, startWorld, type World } from "../residents/world.ts";

export interface Hall extends World {
  readonly pollOfficer: string;
  readonly post: (path: string, token: string, body?: unknown, key?: string) => Promise<Reply>;
  readonly get: (path: string, token: string) => Promise<Reply>;
}

/** A world with a poll officer and the polls' way of sending. */
export const withOfficer = async (world: World): Promise<Hall> => ({
  ...world,
  pollOfficer: await officer(world.app, "poll-officer"),
  post: (path, token, body = {}, key = uuidv7()) => world.app.call("POST", path, { token, body, key }),
  get: (path, token) => world.app.call("GET", path, { token }),
});

/** An app with a poll officer. */
export const startHall = async (options?: AppOptions): Promise<Hall> => withOfficer(await startWorld(options));

/** A building of units; each row is the owners' ids and the area (0.01 m²). Returns unit ids in the same order. */
export const estate = async (
  { app, admin }: World,
  units: readonly (readonly [owners: readonly string[], area: number, use?: string])[],
  building = `Building ${uuidv7()}`,
): Promise<string[]> => {
  const at = "/v1/communities/lujing";
  const made = await app.call("POST", `${at}/buildings`, { token: admin, body: { name: building } });
  const ids: string[] = [];
  for (const [index, [owners, area, use = "residential"]] of units.entries()) {
    const share = Math.floor(10_000 / Math.max(1, owners.length));
    const shares = owners.map((residentId, at) => ({
      residentId,
      shareBps: at === 0 ? 10_000 - share * (owners.length - 1) : share,
    }));
    const body = {
      buildingId: made.body.id,
      number: `${index + 1}`,
      area,
      areaSource: "registry",
      use,
      owners: shares,
    };
    const reply = await app.call("POST", `${at}/units`, { token: admin, body });
    if (reply.status !== 201) throw new Error(reply.text);
    ids.push(reply.body.id);
  }
  return ids;
};

/** People of full age. */
export const adults = async (world: World, count: number): Promise<Made[]> => {
  const made: Made[] = [];
  for (let index = 0; index < count; index++) made.push(await enter(world, { birthDate: "1980-01-01" }));
  return made;
};

/** An instant so many ms from now on the hall's clock. */
export const later = (hall: World, ms: number): string => new Date(hall.app.clock.now().getTime() + ms).toISOString();

/** Terms of an owners' poll that can be noticed at once. */
export const ownersTerms = (hall: World, fields: Readonly<Record<string, unknown>> = {}) => ({
  community: "lujing",
  class: "OWNERS_ORDINARY",
  matter: 4,
  title: { zh: "续聘物业", en: "Keep the property company" },
  text: "Shall the contract be renewed?",
  electorate: { kind: "OWNERS" },
  mode: "named",
  question: { kind: "YES_NO" },
  channels: ["web", "phone", "paper", "staff", "proxy"],
  correctUntil: later(hall, 16 * DAY),
  openAt: later(hall, 17 * DAY),
  closeAt: later(hall, 24 * DAY),
  ...fields,
});

/** Terms of an opinion poll by name between a gym, a cafe and a library. */
export const choiceTerms = (hall: Hall, question: Readonly<Record<string, unknown>> = {}, fields: object = {}) =>
  ownersTerms(hall, {
    class: "OPINION",
    matter: undefined,
    electorate: { kind: "RESIDENTS" },
    question: {
      kind: "CHOICE",
      options: ["gym", "cafe", "library"].map((id) => ({ id, name: { zh: id, en: id } })),
      method: { method: "PLURALITY" },
      ties: { by: "CANDIDATE_ORDER" },
      ...question,
    },
    ...fields,
  });

/** The job, run now. */
export const work = (hall: World) => runNamed("polls-due", hall.app.deps);

/** A draft. */
export const draft = async (hall: Hall, terms: Readonly<Record<string, unknown>>): Promise<string> => {
  const reply = await hall.post("/v1/polls", hall.pollOfficer, terms);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body.id;
};

/** Notice of a draft, with its roll made. */
export const notice = async (hall: Hall, poll: string): Promise<void> => {
  const reply = await hall.post(`/v1/polls/${poll}/notice`, hall.pollOfficer);
  if (reply.status !== 200) throw new Error(reply.text);
  await work(hall);
};

/** A poll as it stands. */
export const pollNow = async (hall: Hall, poll: string) => (await hall.get(`/v1/polls/${poll}`, hall.pollOfficer)).body;

/** Moves the clock past an instant of the poll and lets the job do what is due. */
export const until = async (hall: Hall, poll: string, what: "correctUntil" | "openAt" | "closeAt"): Promise<void> => {
  const at = Date.parse((await pollNow(hall, poll))[what]);
  hall.app.clock.advance(Math.max(0, at - hall.app.clock.now().getTime()) + 2 * MINUTE);
  await work(hall);
};

/** A poll that is open. */
export const opened = async (hall: Hall, terms: Readonly<Record<string, unknown>>): Promise<string> => {
  const poll = await draft(hall, terms);
  await notice(hall, poll);
  await until(hall, poll, "correctUntil");
  await until(hall, poll, "openAt");
  return poll;
};

export { DAY, HOUR, MINUTE };

/** A ballot by name for an entry. */
export const cast = (
  hall: Hall,
  poll: string,
  entry: string,
  token: string,
  choice: object = { answer: "YES" },
  fields: Readonly<Record<string, unknown>> = {},
  key?: string,
) => hall.post(`/v1/polls/${poll}/entries/${entry}/ballots`, token, { choice, ...fields }, key);

/** Closes an open poll and lets the job count it. */
export const counted = async (hall: Hall, poll: string) => {
  await until(hall, poll, "closeAt");
  return (await hall.get(`/v1/polls/${poll}/result`, hall.pollOfficer)).body;
};
