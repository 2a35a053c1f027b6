/** What DynamoDB's errors mean to a caller. */

/** Raised when conflicts or throttling outlast the retries; answered 503 with Retry-After, nothing was changed. */
export class Busy extends Error {}

/** Whether an error is the SDK's of this name. */
export const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

const THROTTLES = ["ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded"];

/** Throttling as `Busy`, every other error as it is. */
export const asBusy = (error: unknown): unknown =>
  error instanceof Error && THROTTLES.includes(error.name) ? new Busy("throttled", { cause: error }) : error;

/** A read that the table was too busy for is `Busy`, as a write is. */
export const asked = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw asBusy(error);
  }
};
