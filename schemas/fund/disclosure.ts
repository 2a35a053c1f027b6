/**
 * What is published of a call. `GivingPackage` states the rules of the 360Giving data standard for the members that are
 * used here: their names, which of them a grant must have, and how dates, currencies and recipients are written.
 */
import * as z from "zod";
import { Instant, Slug, Uuid } from "../primitives.ts";
import { Application, FundCall, Ground, Objection, Report } from "./grants.ts";
import { Bps, Sum } from "./resources.ts";

/** Files of a disclosure. */
export const DisclosureFormat = z.enum(["json", "csv", "360giving"]);
export type DisclosureFormat = z.infer<typeof DisclosureFormat>;

/** All that a call came to; applicants who are persons, reviewers and objectors are left out. */
export const CallDisclosure = z
  .strictObject({
    call: FundCall,
    applications: z.array(Application),
    recusals: z.array(z.strictObject({ application: Uuid, grounds: z.array(Ground) })),
    objections: z.array(Objection),
    reports: z.array(Report),
    totals: z.strictObject({
      applications: z.int().min(0),
      awards: z.int().min(0),
      awarded: Sum,
      paid: Sum,
      returned: Sum,
      spentBps: Bps.describe("Paid and not returned, of what was awarded."),
    }),
  })
  .meta({ id: "FundCallDisclosure" });

const Party = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const exactlyOne = (party: typeof Party) => z.array(party).length(1);

/** A grant of the 360Giving standard: one funder, and either one organisation or one individual as the recipient. */
export const GivingGrant = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    description: z.string().min(1),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amountAwarded: z.number().min(0),
    amountDisbursed: z.number().min(0).optional(),
    awardDate: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
    plannedDates: z.array(z.strictObject({ startDate: z.iso.date(), endDate: z.iso.date() })).optional(),
    fundingOrganization: exactlyOne(Party),
    recipientOrganization: exactlyOne(Party).optional(),
    recipientIndividual: Party.optional(),
    grantProgramme: z.array(z.strictObject({ code: z.string(), title: z.string() })).optional(),
  })
  .refine(
    (grant) => (grant.recipientOrganization === undefined) !== (grant.recipientIndividual === undefined),
    "either an organisation or an individual",
  );

/** A file of the 360Giving standard; every grant has an id of its own. */
export const GivingPackage = z
  .strictObject({ grants: z.array(GivingGrant) })
  .refine(({ grants }) => new Set(grants.map(({ id }) => id)).size === grants.length, "ids must differ");
export type GivingPackage = z.infer<typeof GivingPackage>;

/** SHA-256 of a file's bytes. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The signed list of a disclosure's files. */
export const DisclosureIndex = z
  .strictObject({
    index: z.strictObject({
      type: z.literal("linli.fund.disclosure.v1"),
      district: Slug,
      call: Uuid,
      at: Instant,
      files: z.array(z.strictObject({ format: DisclosureFormat, sha256: Hash, bytes: z.int().min(0) })),
    }),
    signature: z.strictObject({ kid: z.string(), sig: z.string() }),
  })
  .meta({ id: "FundDisclosureIndex" });
