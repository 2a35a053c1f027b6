/** How a front end uses the typed client. The project's type check compiles this file; `client.test.ts` runs it. */
import createClient from "openapi-fetch";
import type { Account, Hold, Problem, paths, Transfer } from "../../schemas/client.d.ts";

type Fetch = (request: Request) => Promise<Response>;

/** A client as a front end makes it. */
export const clientOf = (baseUrl: string, token: string, fetch: Fetch) =>
  createClient<paths>({ baseUrl, fetch, headers: { authorization: `Bearer ${token}` } });

type Client = ReturnType<typeof clientOf>;

/** Pays and returns the transfer, or the code of the refusal. */
export const pay = async (client: Client, key: string, from: string, to: string): Promise<Transfer | string> => {
  const { data, error } = await client.POST("/v1/ledger/transfers", {
    params: { header: { "Idempotency-Key": key } },
    body: { from, to, amount: 300, category: "mutual-help" },
  });
  if (error !== undefined) return error.code;
  return "dryRun" in data ? "rehearsed" : data;
};

/** Freezes an account in the version that was read. */
export const freeze = async (client: Client, accountId: string, etag: string): Promise<Account | undefined> => {
  const { data } = await client.PATCH("/v1/ledger/accounts/{accountId}", {
    params: { path: { accountId }, header: { "If-Match": etag } },
    body: { status: "frozen", reason: "本人挂失" },
  });
  return data;
};

/** Holds that an account waits for, as far as one page shows them. */
export const awaited = async (client: Client, accountId: string): Promise<number> => {
  const { data } = await client.GET("/v1/ledger/accounts/{accountId}/holds", {
    params: { path: { accountId }, query: { side: "in", limit: 50 } },
  });
  return data?.items.reduce((sum, hold) => sum + hold.amount, 0) ?? 0;
};

/** What the types must refuse: each of these lines would compile if the types said less. */
export const mistakes = (client: Client) => [
  // @ts-expect-error there is no such path
  () => client.GET("/v1/ledger/nothing"),
  // @ts-expect-error an edit needs If-Match
  () => client.PATCH("/v1/ledger/accounts/{accountId}", { params: { path: { accountId: "" } }, body: { reason: "" } }),
  // @ts-expect-error the amount is missing
  () => client.POST("/v1/ledger/transfers", { body: { from: "", to: "", category: "" } }),
  () =>
    client.GET("/v1/ledger/accounts/{accountId}/holds", {
      // @ts-expect-error there are two sides
      params: { path: { accountId: "" }, query: { side: "both" } },
    }),
  async () => {
    const { error } = await client.GET("/v1/ledger/accounts/{accountId}", { params: { path: { accountId: "" } } });
    // @ts-expect-error reading an account never meets a ceiling
    return error?.code === "ledger/ceiling";
  },
];

/** A request of the client that can be made again. */
type Attempt<Answer> = () => Promise<{ response: Response; error?: Problem; data?: Answer }>;

const ATTEMPTS_MAX = 5;
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Sends until there is an answer: each attempt carries the same key, so that it is carried out at most once. */
export const settled = async <Answer>(attempt: Attempt<Answer>, wait = pause): Promise<Answer> => {
  for (let made = 1; ; made += 1) {
    const { response, error, data } = await attempt().catch(() => unreachable);
    if (data !== undefined) return data;
    const status = response?.status ?? 503;
    if (made === ATTEMPTS_MAX || (status < 500 && status !== 429)) throw new Refusal(status, error);
    await wait(Number(response?.headers.get("Retry-After") ?? 2 ** made));
  }
};

/** What a lost connection leaves: no response at all. */
const unreachable = { response: undefined, error: undefined, data: undefined };

/** A refusal as a page shows it: `message` is the problem's detail, in the language that was asked for. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: Problem["code"] | undefined;

  constructor(status: number, problem?: Problem) {
    // The gateway's own answers (401, 429, 503) are no problem documents: they have no code.
    super(problem?.detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code;
  }
}

/** Thanks a neighbour; the key is made and stored by the page when the button is pressed, before anything is sent. */
export const thank = (client: Client, key: string, from: string, to: string, wait = pause) =>
  settled(
    () =>
      client.POST("/v1/ledger/transfers", {
        params: { header: { "Idempotency-Key": key } },
        body: { from, to, amount: 20, category: "thanks" },
      }),
    wait,
  );

/** All holds from an account, page after page; a cursor goes back as it came. */
export const allHolds = async (client: Client, accountId: string): Promise<Hold[]> => {
  const holds: Hold[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data, error, response } = await client.GET("/v1/ledger/accounts/{accountId}/holds", {
      params: { path: { accountId }, query: { limit: 100, ...(cursor && { cursor }) } },
    });
    if (!data) throw new Refusal(response.status, error);
    holds.push(...data.items);
    if (data.next === null) return holds;
    cursor = data.next;
  }
};

/** Renames a community in the version that the page shows; a 412 means that somebody else was faster. */
export const rename = async (client: Client, communityId: string, zh: string, en: string) => {
  const path = { communityId };
  const { response } = await client.GET("/v1/communities/{communityId}", { params: { path } });
  const { data, error } = await client.PATCH("/v1/communities/{communityId}", {
    params: { path, header: { "If-Match": response.headers.get("ETag") ?? "" } },
    body: { name: { zh, en } },
  });
  return data ?? error?.code;
};

/** Asks whether a payment would be accepted, with every reason against it; writes nothing. */
export const rehearse = async (client: Client, from: string, to: string, amount: number) => {
  const { data } = await client.POST("/v1/ledger/transfers", {
    params: { query: { dryRun: "true" }, header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { from, to, amount, category: "thanks" },
  });
  return data && "dryRun" in data ? data.refusals.map(({ detail }) => detail) : [];
};

/** Holds of the person in the caller's care: their account, and who is acted for. */
export const forParent = async (client: Client, parentId: string) =>
  client.GET("/v1/ledger/accounts/{accountId}/holds", {
    params: { path: { accountId: `${parentId}.points` }, header: { "Linli-Acting-For": parentId } },
  });
