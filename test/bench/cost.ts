/** What one transfer of each shape costs the table, counted as the budget test counts. */
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { ledgerHandlers } from "../../functions/ledger/http.ts";
import { makeHandler } from "../../functions/shared/app.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { localClient } from "../../infra/local/client.ts";
import { startEngine } from "../../infra/local/engine.ts";
import { ensureTable } from "../../infra/local/table.ts";
import { ledgerOperations } from "../../schemas/ledger/operations.ts";
import { type Measurement, Meter } from "../integration/budget/meter.ts";
import { paymentEvent } from "./cpu.ts";
import { SHAPES } from "./rates.ts";
import type { Shape } from "./server.ts";
import { openRivals, rivalHandler } from "./textbook.ts";
import { environment, openEveryone, type Town } from "./town.ts";

/** Measures one payment of each shape between two people of the town who have paid before. */
export const measureCost = async (town: Town): Promise<ReadonlyMap<Shape, Measurement>> => {
  const engine = await startEngine({ kind: "dynoxide" });
  const two = town.people.slice(0, 2);
  const costs = new Map<Shape, Measurement>();
  try {
    for (const shape of SHAPES) {
      const table = `cost-${shape}`;
      await ensureTable(localClient(engine.endpoint), table);
      const meter = new Meter(engine.endpoint);
      const overrides = { client: meter.client, district: town.district, log: silentLog };
      const deps = makeDeps(environment(town, table, engine.endpoint), "bench", overrides);
      await (shape === "linli" ? openEveryone(deps, two) : openRivals(deps, two));
      const handler =
        shape === "linli" ? makeHandler(ledgerOperations, ledgerHandlers, deps) : rivalHandler(shape, deps);
      const pay = async (event: APIGatewayProxyEventV2) => {
        const { statusCode, body } = await handler(event, {} as Context);
        if (statusCode !== 201) throw new Error(`${shape}: ${body}`);
      };
      await pay(paymentEvent(two));
      const { measured } = await meter.measure(() => pay(paymentEvent(two)));
      costs.set(shape, measured);
    }
    return costs;
  } finally {
    await engine.stop();
  }
};
