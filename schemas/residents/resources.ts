/**
 * What the residents context shows: communities, buildings, units, people, households, organisations and what ties
 * them together.
 */
import * as z from "zod";
import { Instant, LocalDate, line, Slug, Text, told, Uuid } from "../primitives.ts";
import { Role } from "../roles.ts";

/** Longest name of a person, building or organisation. */
export const NAME_MAX = 60;
/** Longest number of a unit, such as `3-2-1801`. */
export const UNIT_NUMBER_MAX = 20;
/** Most owners of one unit. */
export const OWNERS_MAX = 20;
/** A whole in basis points: the shares of a unit's owners sum to it. */
export const WHOLE_BPS = 10_000;
/** Largest area of one unit, 0.01 m² (100,000 m²). */
export const AREA_MAX = 10_000_000;
/** Most members of a household that a district can allow. */
export const HOUSEHOLD_MEMBERS_MAX = 20;
/** Most people who may act for an organisation. */
export const REPRESENTATIVES_MAX = 20;
/** Most communities that one grant of a role reaches. */
export const GRANT_COMMUNITIES_MAX = 20;
/** Most languages that a person is recorded to speak. */
export const LANGUAGES_MAX = 5;

/** Counts up with each change; the ETag of the resource. */
export const Revision = z.int().min(1).meta({ description: "Rises with each change; send it quoted in If-Match." });

/** Area of a unit in 0.01 m². */
export const Area = z.int().min(1).max(AREA_MAX).meta({ description: "Area in 0.01 m²: 89.50 m² is 8950." });

/**
 * Where an area is taken from, in the order of precedence of the owners' decision rules (registry, else surveyed,
 * else contract).
 */
export const AreaSource = z.enum(["registry", "surveyed", "contract"]);

/** What a unit is used for. */
export const UnitUse = z.enum(["residential", "commercial", "parking"]);

/** Phone number: E.164 with a plus sign, or a mainland mobile number of 11 digits, which is answered in E.164. */
export const Phone = z
  .string()
  .regex(
    /^(\+[1-9]\d{6,14}|1[3-9]\d{9})$/,
    told("E.164 with a plus sign, or a mainland mobile number of 11 digits", "应为带加号的 E.164 号码或 11 位手机号"),
  )
  .meta({ description: "E.164, or a mainland China mobile number of 11 digits." });

/** Sex as recorded, where it is recorded at all. */
export const Sex = z.enum(["female", "male", "other"]);

/** Language tag such as `zh`, `en` or `zh-yue` (BCP 47, short forms). */
export const Language = z
  .string()
  .max(12)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, told("a language tag such as zh or en", "应为语言标记，如 zh、en"));

/** A community (社区) of the district; its slug is its id. */
export const Community = z
  .strictObject({ id: Slug, name: Text, address: line(200).optional(), revision: Revision })
  .meta({ id: "Community" });

/** A building. Its name is unique in its community. */
export const Building = z
  .strictObject({ id: Uuid, community: Slug, name: line(NAME_MAX), address: line(200).optional() })
  .meta({ id: "Building" });

const shareBps = z.int().min(1).max(WHOLE_BPS).describe("Share of the unit in basis points.");

/** An owner or co-owner of a unit: a resident or an organisation, with the share. */
export const Owner = z
  .union([z.strictObject({ residentId: Uuid, shareBps }), z.strictObject({ organisationId: Uuid, shareBps })])
  .meta({ id: "Owner" });

/** A unit (房屋) with its owners; no owner means that the developer has not sold it. */
export const Unit = z
  .strictObject({
    id: Uuid,
    community: Slug,
    buildingId: Uuid,
    buildingName: line(NAME_MAX),
    number: line(UNIT_NUMBER_MAX),
    area: Area,
    areaSource: AreaSource,
    use: UnitUse,
    owners: z.array(Owner).max(OWNERS_MAX),
    revision: Revision,
  })
  .meta({ id: "Unit" });

/** What the register said of a unit until a correction or sale replaced it. */
export const UnitVersion = z
  .strictObject({
    revision: Revision,
    area: Area,
    areaSource: AreaSource,
    use: UnitUse,
    owners: z.array(Owner).max(OWNERS_MAX),
    replacedAt: Instant.describe("Until when it held."),
    by: Uuid.describe("Who replaced it."),
  })
  .meta({ id: "UnitVersion" });

/** A person on the community's roll. */
export const Resident = z
  .strictObject({
    id: Uuid,
    community: Slug,
    state: z.literal("active"),
    name: line(NAME_MAX),
    birthDate: LocalDate.optional(),
    phone: Phone.optional(),
    sex: Sex.optional(),
    unitId: Uuid.optional().describe("Where the person lives."),
    householdId: Uuid.optional(),
    languages: z.array(Language).max(LANGUAGES_MAX),
    revision: Revision,
  })
  .meta({ id: "Resident" });

/** What is left of a person whose data has been erased: an opaque id that the ledger's rows still name. */
export const ErasedResident = z
  .strictObject({ id: Uuid, community: Slug, state: z.literal("erased"), erasedAt: Instant, revision: Revision })
  .meta({ id: "ErasedResident" });

/** A person as the roll holds them: active, or the tombstone. */
export const ResidentRecord = z.discriminatedUnion("state", [Resident, ErasedResident]);

/** People who share a home and a wallet. */
export const Household = z
  .strictObject({
    id: Uuid,
    community: Slug,
    unitId: Uuid.optional(),
    members: z.array(Uuid).max(HOUSEHOLD_MEMBERS_MAX),
    revision: Revision,
  })
  .meta({ id: "Household" });

/** Kinds of organisations. */
export const OrganisationKind = z.enum(["property-company", "owners-committee", "association", "business", "public"]);

/** An organisation: it may own units, offer services and have accounts that its representatives dispose of. */
export const Organisation = z
  .strictObject({
    id: Uuid,
    community: Slug,
    name: line(NAME_MAX),
    kind: OrganisationKind,
    creditCode: z
      .string()
      .regex(
        /^[0-9A-HJ-NPQRTUWXY]{18}$/,
        told("must be a unified social credit code of 18 characters", "应为 18 位统一社会信用代码"),
      )
      .optional()
      .describe("Unified social credit code (GB 32100), 18 characters."),
    representatives: z.array(Uuid).max(REPRESENTATIVES_MAX),
    revision: Revision,
  })
  .meta({ id: "Organisation" });

/** A role that a district administrator gave to a person for some communities. */
export const RoleGrant = z
  .strictObject({
    id: Uuid,
    subject: Uuid,
    role: Role,
    communities: z.array(Slug).max(GRANT_COMMUNITIES_MAX),
    state: z.enum(["granted", "revoked"]),
    grantedAt: Instant,
    by: Uuid,
    revokedAt: Instant.optional(),
  })
  .meta({ id: "RoleGrant" });

/** Parts of the platform in which a proxy may act. */
export const ProxyScope = z.enum(["residents", "ledger", "timebank", "parking", "polls", "fund", "services"]);

/** Power to act for another person: a guardian for a ward, a helper for an elder. */
export const ProxyGrant = z
  .strictObject({
    id: Uuid,
    person: Uuid.describe("For whom."),
    proxy: Uuid.describe("Who acts."),
    scopes: z.array(ProxyScope).min(1),
    validFrom: Instant,
    validUntil: Instant.describe("Not included."),
    evidence: line(200).describe("What was shown: a power of attorney, a guardianship certificate ..."),
    state: z.enum(["active", "revoked"]),
    by: Uuid,
    revokedAt: Instant.optional(),
  })
  .meta({ id: "Proxy" });

/** How `a` is related to `b`: `parent` says that a is the parent of b. */
export const KinshipKind = z.enum(["spouse", "parent", "child", "sibling", "grandparent", "grandchild", "other"]);

/** Kinship of two residents, recorded by a steward. */
export const Kinship = z
  .strictObject({
    id: Uuid,
    a: Uuid,
    b: Uuid,
    kind: KinshipKind,
    state: z.enum(["active", "ended"]),
    by: Uuid,
    endedAt: Instant.optional(),
  })
  .meta({ id: "Kinship" });

/** Why a person's data is erased; a list instead of free text, so that the reason itself holds no personal data. */
export const EraseReason = z.enum(["own-request", "moved-away", "deceased", "recorded-in-error"]);

/** Most records of one kind in the answer to "what is stored about me". */
export const DATA_RECORDS_MAX = 200;

/** Everything that is stored about a person outside the ledger, and where the ledger's part is read. */
export const PersonalData = z
  .strictObject({
    resident: ResidentRecord,
    rollRef: z.string().max(40).optional().describe("Reference in the community's imported roll."),
    openingPoints: z.int().min(0).optional().describe("Opening balance that the roll brought, minor units."),
    firstEntered: Resident.optional().describe("The record as first entered, kept for a day after a correction."),
    household: Household.nullable(),
    unitsOwned: z.array(Unit).max(DATA_RECORDS_MAX),
    proxiesFor: z.array(ProxyGrant).max(DATA_RECORDS_MAX).describe("People who may act for this person."),
    proxyOf: z.array(ProxyGrant).max(DATA_RECORDS_MAX).describe("People for whom this person may act."),
    represents: z.array(Organisation).max(DATA_RECORDS_MAX).describe("Organisations whose accounts they dispose of."),
    kinships: z.array(Kinship).max(DATA_RECORDS_MAX),
    roleGrants: z.array(RoleGrant).max(DATA_RECORDS_MAX),
    accounts: z.array(z.string().max(80)).describe("Ledger accounts of the person."),
    statements: z.array(z.string().max(200)).describe("Paths at which their statements are read."),
    complete: z.boolean().describe(`False when there are more than ${DATA_RECORDS_MAX} links to other records.`),
  })
  .meta({ id: "PersonalData" });
