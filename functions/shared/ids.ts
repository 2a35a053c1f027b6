/** Where ids come from; injected so that a seed reproduces a run. */
import { uuidv7 } from "uuidv7";

export interface Ids {
  /** A new UUID version 7 in lower-case text. */
  next(): string;
}

/** UUIDv7 by the machine's clock and random source. */
export const systemIds: Ids = { next: () => uuidv7() };
