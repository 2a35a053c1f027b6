/** What tests ask of replies again and again. */
import { uuidv7 } from "uuidv7";
import type { Reply } from "./harness.ts";

/** Status and code of a refusal. */
export const refusal = (reply: Reply): [number, string] => [reply.status, reply.body.code];

/** What a stack trace would leave in an answer. */
export const STACK = /\.[cm]?[jt]s:\d+|node_modules|\\n\s+at /;

/** Sends under one key, and again under the same while the table is busy, as a client would. */
export const persist = async (send: (key: string) => Promise<Reply>): Promise<Reply> => {
  const key = uuidv7();
  let reply = await send(key);
  while (reply.status === 503) reply = await send(key);
  return reply;
};
