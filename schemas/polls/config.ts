/** What a district decides about its polls: the fate of silent owners, and limits beyond the law's. */
import * as z from "zod";
import { line } from "../primitives.ts";

/** Section `polls` of a district's file; every member has the law's own value by default. */
export const PollsConfig = z.strictObject({
  /** Owners who are silent count with the majority: only where a rule of the place says so, which is named here. */
  silentWithMajority: z
    .strictObject({ basis: line(300) })
    .nullable()
    .default(null),
  /** Working days for which a result stands published; five at least. */
  publicationWorkingDays: z.int().min(5).max(60).default(5),
  /** Months for which roll and ballots are kept after publication; a year at least. */
  evidenceMonths: z.int().min(12).max(240).default(24),
  /** Most people for whom one person may vote in a poll. */
  proxyPersonsMax: z.int().min(1).max(20).default(3),
  /** Ballots drawn for a call-back after each poll. */
  callbackSample: z.int().min(0).max(100).default(20),
});
export type PollsConfig = z.infer<typeof PollsConfig>;
