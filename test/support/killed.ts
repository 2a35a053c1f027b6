/** A client that dies at a chosen write, as a process does: before it is sent or after it took effect, for good. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Where it ends: which write, counted from 1, and whether that one still takes effect. */
export interface Death {
  readonly write: number;
  readonly when: "before" | "after";
}

const WRITES = /^(Transact)?(Write|Put|Update|Delete)/;

/** A client of the engine that dies so; `onWrite` is called before each write, so that a test can move its clock. */
export const dyingClient = (
  endpoint: string,
  { write, when }: Death,
  onWrite: () => void = () => undefined,
): { readonly client: DynamoDBClient; readonly writes: () => number } => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  let writes = 0;
  let dead = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName } = context as { commandName?: string };
      if (dead) throw new Error("killed");
      if (!commandName || !WRITES.test(commandName)) return next(args);
      writes += 1;
      onWrite();
      if (writes !== write) return next(args);
      dead = true;
      if (when === "after") await next(args);
      throw new Error("killed");
    },
    { step: "initialize", name: "death", priority: "high" },
  );
  return { client, writes: () => writes };
};
