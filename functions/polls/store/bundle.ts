/** The first line of a poll's bundle in DynamoDB: the signed document, in pages. */
import type { Db } from "../../shared/dynamo.ts";
import type { Write } from "../../shared/write.ts";
import { pageWrites, readPages } from "./result.ts";

const PREFIX = "BD#";

/** Writes of the line; the same again is the same. */
export const putBundleHead = (poll: string, line: string): Write[] => pageWrites(poll, PREFIX, line);

/** The line as it was signed; undefined before the poll is counted. */
export const bundleHead = async (db: Db, poll: string): Promise<string | undefined> =>
  (await readPages(db, poll, PREFIX)) || undefined;
