/** What the stories of secret ballots start from: a poll on a playground, voters, and their requests. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { inject } from "vitest";
import { BALLOT_SHARDS } from "../../../functions/polls/store/secret.ts";
import { blindToken, makeSecret, type PublishedKey } from "../../support/voter.ts";
import type { Made } from "../residents/world.ts";
import { DAY, type Hall, later } from "./world.ts";

/** Terms of a secret poll among residents on three sites for a playground. */
export const playground = (hall: Hall, mode: "envelope" | "token", fields: Readonly<Record<string, unknown>> = {}) => ({
  community: "lujing",
  class: "SERVICE_CHOICE",
  title: { zh: "儿童乐园选址", en: "Where the playground goes" },
  text: "Which of the three sites?",
  electorate: { kind: "RESIDENTS" },
  mode,
  audit: "PUBLIC",
  question: {
    kind: "CHOICE",
    options: ["east", "south", "west"].map((id) => ({ id, name: { zh: id, en: id } })),
    method: { method: "APPROVAL", rules: { max: 2 } },
    ties: { by: "CANDIDATE_ORDER" },
  },
  correctUntil: later(hall, 16 * DAY),
  openAt: later(hall, 17 * DAY),
  closeAt: later(hall, 24 * DAY),
  ...fields,
});

/** A ballot that approves of these sites. */
export const approves = (...options: string[]) => ({ options });

/** Casts under the hash of a fresh secret. */
export const castSecret = async (hall: Hall, poll: string, voter: Made, choice: unknown, made = makeSecret()) => {
  const body = { entry: voter.id, ballot: made.ballot, choice };
  return { ...made, reply: await hall.post(`/v1/polls/${poll}/secret-ballots`, voter.token, body) };
};

/** Sends without anything that says who sends it. */
export const anonymously = (hall: Hall, path: string, body: unknown) => hall.app.call("POST", path, { body });

/** Replaces a ballot by its secret. */
export const changeSecret = (hall: Hall, poll: string, secret: string, choice: unknown) =>
  anonymously(hall, `/v1/polls/${poll}/secret-ballots/changes`, { secret, choice });

/** The poll's key for tokens. */
export const tokenKeyOf = async (hall: Hall, poll: string): Promise<PublishedKey> =>
  (await hall.app.call("GET", `/v1/polls/${poll}/ballot-token-key`)).body.key;

/** A voter's finished token. */
export const takeToken = async (hall: Hall, poll: string, voter: Made) => {
  const blind = await blindToken(await tokenKeyOf(hall, poll));
  const body = { entry: voter.id, blinded: blind.blinded };
  const reply = await hall.post(`/v1/polls/${poll}/ballot-tokens`, voter.token, body);
  if (reply.status !== 201) throw new Error(reply.text);
  return { ...(await blind.finish(reply.body.blindSignature)), blinded: blind.blinded };
};

/** Casts for a token, anonymously. */
export const castToken = (
  hall: Hall,
  poll: string,
  { token, signature }: { readonly token: string; readonly signature: string },
  choice: unknown,
) => anonymously(hall, `/v1/polls/${poll}/token-ballots`, { token, signature, choice });

/** The items of a poll's ballots as they are stored, in the order in which they are read. */
export const storedBallots = async (hall: Hall, poll: string): Promise<Record<string, unknown>[]> => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: inject("engine").endpoint, region: "local", credentials });
  const found: Record<string, unknown>[] = [];
  for (let shard = 0; shard < BALLOT_SHARDS; shard++) {
    const { Items = [] } = await DynamoDBDocumentClient.from(client).send(
      new QueryCommand({
        TableName: hall.app.table,
        KeyConditionExpression: "pk = :p",
        ExpressionAttributeValues: { ":p": `PB#${poll}#${shard.toString(BALLOT_SHARDS)}` },
      }),
    );
    found.push(...Items);
  }
  return found;
};
