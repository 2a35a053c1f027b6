/** What everyone may read: a community's solvency and its care pool, as the daily job published them. */
import type { solvencyOperations } from "../../../schemas/timebank/solvency.ts";
import type { Handlers } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { latestReport, type Report } from "../store/solvency.ts";
import { configOf } from "./support.ts";

const reportOf = async (community: string, day: string | undefined, deps: Deps): Promise<Report> =>
  (await latestReport(deps.db, community, day)) ?? reject("resource/not-found", { what: "report", id: community });

/** Handlers of solvency and the care pool's statement. */
export const solvencyHandlers: Handlers<typeof solvencyOperations> = {
  getSolvency: async ({ params, query }, deps) => {
    configOf(deps);
    return { body: (await reportOf(params.communityId, query.day, deps)).solvency };
  },
  getCareStatement: async ({ params }, deps) => {
    const { careRules } = configOf(deps);
    const { care, solvency } = await reportOf(params.communityId, undefined, deps);
    const { community, day, madeAt } = solvency;
    return { body: { community, day, madeAt, rules: careRules, ...care } };
  },
};
