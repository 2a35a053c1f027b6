/** What CloudFormation is told by a custom resource, over a real socket. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { CloudFormationCustomResourceEvent } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerDeploy } from "../../functions/jobs/deploy.ts";

interface Received {
  readonly method: string | undefined;
  readonly type: string | undefined;
  readonly body: Record<string, unknown>;
}

let server: Server;
let status: number;
let received: Received[];

beforeEach(async () => {
  status = 200;
  received = [];
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      received.push({ method: request.method, type: request.headers["content-type"], body: JSON.parse(text) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const event = (RequestType: "Create" | "Update" | "Delete") =>
  ({
    RequestType,
    ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signature=s`,
    StackId: "stack",
    RequestId: "request",
    LogicalResourceId: "JobsBootstrap",
  }) as CloudFormationCustomResourceEvent;

const identity = { StackId: "stack", RequestId: "request", LogicalResourceId: "JobsBootstrap" };

describe("a deploy", () => {
  it.each(["Create", "Update"] as const)("goes on after %s when the work is done", async (type) => {
    let worked = 0;
    await answerDeploy(event(type), async () => {
      worked += 1;
    });
    expect(worked).toBe(1);
    // The address is signed without a content type: any other value would be refused.
    expect(received).toEqual([
      {
        method: "PUT",
        type: "",
        body: { Status: "SUCCESS", PhysicalResourceId: "linli-bootstrap", ...identity },
      },
    ]);
  });

  it("fails with the reason when the work fails", async () => {
    await answerDeploy(event("Update"), () => Promise.reject(new Error("units[0] is unknown")));
    expect(received[0]?.body).toMatchObject({ Status: "FAILED", Reason: "units[0] is unknown", ...identity });
  });

  it("does nothing when the resource goes", async () => {
    await answerDeploy(event("Delete"), () => Promise.reject(new Error("must not run")));
    expect(received[0]?.body).toMatchObject({ Status: "SUCCESS" });
  });

  it("is tried again by Lambda when the answer does not go through", async () => {
    status = 403;
    await expect(answerDeploy(event("Create"), async () => undefined)).rejects.toThrow(/refused the answer with 403/);
  });
});
