/** Answers CloudFormation when it calls a function as a custom resource: the deploy waits for this answer. */
import type { CloudFormationCustomResourceEvent } from "aws-lambda";

/** Longest reason in an answer; CloudFormation takes no more than 4 KB in all. */
const REASON_MAX = 1_000;
/** An answer that does not go through in time is tried again by Lambda. */
const ANSWER_MS_MAX = 10_000;
/** One resource that never changes its identity: an update never makes CloudFormation delete the one before. */
const RESOURCE_ID = "linli-bootstrap";

/**
 * Does `work` when the resource is made or changed, nothing when it goes, and tells CloudFormation how it went: with
 * `FAILED` and the reason when `work` throws, which rolls the deploy back. Throws when the answer itself is refused.
 */
export const answerDeploy = async (
  event: CloudFormationCustomResourceEvent,
  work: () => Promise<unknown>,
): Promise<void> => {
  let failure: string | undefined;
  try {
    if (event.RequestType !== "Delete") await work();
  } catch (error) {
    failure = String(error instanceof Error ? error.message : error).slice(0, REASON_MAX) || "no reason given";
  }
  const response = await fetch(event.ResponseURL, {
    method: "PUT",
    // The address is signed for a request without a content type.
    headers: { "content-type": "" },
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
    body: JSON.stringify({
      Status: failure === undefined ? "SUCCESS" : "FAILED",
      ...(failure === undefined ? {} : { Reason: failure }),
      PhysicalResourceId: RESOURCE_ID,
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: event.LogicalResourceId,
    }),
  });
  if (!response.ok) throw new Error(`CloudFormation refused the answer with ${response.status}`);
};
