/** Two reversals of one transfer, the second of which reads the entries before the first and the accounts after it. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reversalHandlers } from "../../../functions/ledger/http/reversals.ts";
import type { Call } from "../../../functions/shared/call.ts";
import { transferOperations } from "../../../schemas/ledger/transfers.ts";
import { type App, startApp } from "../../support/harness.ts";
import { person, pools, staff } from "../../support/people.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
  await pools(app);
});
afterAll(() => app.stop());

it("is told that the transfer has been reversed, not that points are missing", async () => {
  const [ann, bo, admin] = [await person(app, 10), await person(app), await staff(app, "district-admin")];
  const order = { from: ann.points, to: bo.points, amount: 10, category: "thanks" };
  const paid = await app.call("POST", "/v1/ledger/transfers", { token: ann.token, body: order });
  const reverse = () => app.call("POST", `/v1/ledger/transfers/${paid.body.id}/reversal`, { token: admin, body: {} });
  const { db } = app.deps;
  let isFirst = true;
  const getMany: typeof db.getMany = async (keys) => {
    if (isFirst) expect((await reverse()).status).toBe(201);
    isFirst = false;
    return db.getMany(keys);
  };
  const call: Call<(typeof transferOperations)["reverseTransfer"]> = {
    operation: transferOperations.reverseTransfer,
    params: { transferId: paid.body.id },
    query: undefined,
    body: { force: false },
    actor: { id: uuidv7(), roles: ["district-admin"], communities: ["lujing"] },
    key: uuidv7(),
    fingerprint: "",
    revision: 0,
    dryRun: false,
    locale: "en",
    requestId: "test",
  };
  const answer = await reversalHandlers.reverseTransfer(call, { ...app.deps, db: { ...db, getMany } });
  expect(answer).toMatchObject({ refusals: [{ code: "ledger/already-reversed" }] });
});
