/**
 * The error registry: every stable code with its HTTP status, a title and a sentence that says what to do, in Chinese
 * and English.
 * `{name}` in a sentence is filled from the refusal's params. `pinned` codes are business outcomes: once given under
 * a key they stay.
 */
import { ballotErrors } from "./errors/ballots.ts";
import type { ErrorEntry } from "./errors/entry.ts";
import { fundErrors } from "./errors/fund.ts";
import { ledgerErrors } from "./errors/ledger.ts";
import { parkingErrors } from "./errors/parking.ts";
import { parkingSeriesErrors } from "./errors/parking-series.ts";
import { pollsErrors } from "./errors/polls.ts";
import { requestErrors } from "./errors/request.ts";
import { residentsErrors } from "./errors/residents.ts";
import { timebankErrors } from "./errors/timebank.ts";

/** All codes. Adding one here is the whole of registering it: renderer, OpenAPI and tests read this table. */
export const errors = {
  ...requestErrors,
  ...ledgerErrors,
  ...residentsErrors,
  ...timebankErrors,
  ...pollsErrors,
  ...ballotErrors,
  ...fundErrors,
  ...parkingErrors,
  ...parkingSeriesErrors,
};

/** A stable error code. */
export type ErrorCode = keyof typeof errors;

/**
 * The registry's entry of a code, with its optional members visible. A bundle carries the codes that its own sources
 * name; throws for any other.
 */
export const errorEntry = (code: ErrorCode): ErrorEntry => {
  const entry: ErrorEntry | undefined = errors[code];
  if (!entry) throw new Error(`the error ${code} is not in this bundle`);
  return entry;
};
