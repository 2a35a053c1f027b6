/** Scheduled entry points of the residents context; both may run twice, late, or stop half-way. */
import type { Deps } from "../shared/deps.ts";
import { wholeJob } from "../shared/jobs.ts";
import { seedCommunities } from "./port.ts";
import { dropRelations, pendingErasures } from "./store/erasure.ts";

/** Most erasures finished in one run. */
export const ERASURES_MAX = 100;

/** At every start and deploy: the communities of the district's file and their pools exist. */
export const bootstrapJob = wholeJob("bootstrap", ["BatchGetItem", "PutItem"], async (deps) => {
  await seedCommunities(deps);
  return 0;
});

/** Finishes erasures that a crash cut short; returns how many. */
export const finishErasures = async (deps: Deps): Promise<number> => {
  const ids = await pendingErasures(deps, ERASURES_MAX);
  for (const id of ids) await dropRelations(deps, id);
  return ids.length;
};

/** The same as a job. */
export const finishErasuresJob = wholeJob(
  "finish-erasures",
  ["DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"],
  finishErasures,
);
