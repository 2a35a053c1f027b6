/** How a front end uses the typed client. The project's type check compiles this file; `client.test.ts` runs it. */
import createClient from "openapi-fetch";
import type { Account, paths, Transfer } from "../../schemas/client.d.ts";

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
