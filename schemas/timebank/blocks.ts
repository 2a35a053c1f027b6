/** Operations on blocks: two people who are not to be matched, whatever the reason; neither learns of the other's. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Instant, page, pageQuery, Uuid } from "../primitives.ts";

/** A person whom the caller, or the ward for whom they act, does not want to be matched with. */
export const Block = z.strictObject({ person: Uuid, since: Instant }).meta({ id: "Block" });

const params = z.strictObject({ personId: Uuid });

/** Blocks of one's own. */
export const blockOperations = {
  createBlock: operation({
    id: "createBlock",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/blocks",
    summary: "Block somebody: neither is proposed, shown or given to the other; they are not told",
    roles: ["resident", "guardian"],
    body: z.strictObject({ id: Uuid.optional(), person: Uuid }),
    reply: Block,
    status: 201,
    repeat: "key",
    writeUnits: 10,
    actions: ["GetItem", "BatchGetItem", "Query", "PutItem", "ConditionCheckItem"],
    refusals: [
      "timebank/not-offered",
      "timebank/too-many-blocks",
      "timebank/block-self",
      "resource/not-found",
      "residents/proxy-invalid",
      "request/key-reused",
    ],
  }),
  endBlock: operation({
    id: "endBlock",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/blocks/{personId}/end",
    summary: "End one's block of somebody",
    roles: ["resident", "guardian"],
    params,
    reply: z.strictObject({ person: Uuid, ended: z.literal(true) }),
    status: 200,
    repeat: "key",
    writeUnits: 6,
    actions: ["GetItem", "PutItem", "DeleteItem", "ConditionCheckItem"],
    refusals: ["timebank/not-offered", "resource/not-found", "residents/proxy-invalid", "request/key-reused"],
  }),
  listBlocks: operation({
    id: "listBlocks",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/blocks",
    summary: "Whom one blocks; nobody else reads it",
    roles: ["resident", "guardian"],
    query: z.strictObject(pageQuery),
    reply: page(Block),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: ["timebank/not-offered", "residents/proxy-invalid", "request/bad-cursor"],
  }),
};
