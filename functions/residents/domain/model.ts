/**
 * People, places and what ties them together, as the rules see them. Ids are opaque; areas are in 0.01 m², shares in
 * basis points.
 */
import type * as z from "zod";
import type {
  AreaSource,
  EraseReason,
  KinshipKind,
  OrganisationKind,
  ProxyScope,
  Sex,
  UnitUse,
} from "../../../schemas/residents/resources.ts";
import type { Role } from "../../../schemas/roles.ts";

export interface Community {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly address?: string | undefined;
  readonly revision: number;
}

export interface Building {
  readonly id: string;
  readonly community: string;
  readonly name: string;
  readonly address?: string | undefined;
}

export interface Owner {
  readonly kind: "resident" | "organisation";
  readonly id: string;
  readonly bps: number;
}

/** What an import did to a record, so that the same import sees its own work after a crash. */
export interface ImportMark {
  readonly key: string;
  readonly outcome: "imported" | "updated";
}

export interface Unit {
  readonly id: string;
  readonly community: string;
  readonly buildingId: string;
  readonly buildingName: string;
  readonly number: string;
  readonly area: number;
  readonly areaSource: z.infer<typeof AreaSource>;
  readonly use: z.infer<typeof UnitUse>;
  readonly owners: readonly Owner[];
  readonly revision: number;
  readonly mark?: ImportMark | undefined;
}

/** A version of a unit that a correction or sale replaced: what the register said of it until then. */
export interface UnitVersion extends Pick<Unit, "revision" | "area" | "areaSource" | "use" | "owners"> {
  readonly replacedMs: number;
  readonly by: string;
}

export interface Resident {
  readonly state: "active";
  readonly id: string;
  readonly community: string;
  readonly name: string;
  readonly birthDate?: string | undefined;
  readonly phone?: string | undefined;
  readonly sex?: z.infer<typeof Sex> | undefined;
  readonly unitId?: string | undefined;
  readonly householdId?: string | undefined;
  readonly languages: readonly string[];
  readonly revision: number;
  /** Reference in the imported roll. */
  readonly rollRef?: string | undefined;
  /** Opening balance that the roll brought, minor units of points. */
  readonly openingPoints?: number | undefined;
  readonly mark?: ImportMark | undefined;
}

/** What is left of an erased person. */
export interface Tombstone {
  readonly state: "erased";
  readonly id: string;
  readonly community: string;
  readonly erasedMs: number;
  readonly reason: z.infer<typeof EraseReason>;
  readonly by: string;
  /** True until relations to others are gone as well. */
  readonly pending: boolean;
  readonly revision: number;
}

export type ResidentRecord = Resident | Tombstone;

export interface Household {
  readonly id: string;
  readonly community: string;
  readonly unitId?: string | undefined;
  readonly members: readonly string[];
  readonly revision: number;
}

export interface Organisation {
  readonly id: string;
  readonly community: string;
  readonly name: string;
  readonly kind: z.infer<typeof OrganisationKind>;
  readonly creditCode?: string | undefined;
  readonly representatives: readonly string[];
  readonly revision: number;
}

export interface RoleGrant {
  readonly id: string;
  readonly subject: string;
  readonly role: Role;
  readonly communities: readonly string[];
  readonly grantedMs: number;
  readonly by: string;
  readonly revokedMs?: number | undefined;
  readonly revision: number;
}

export type Scope = z.infer<typeof ProxyScope>;

export interface ProxyGrant {
  readonly id: string;
  readonly community: string;
  readonly person: string;
  readonly proxy: string;
  readonly scopes: readonly Scope[];
  readonly fromMs: number;
  readonly untilMs: number;
  readonly evidence: string;
  readonly by: string;
  readonly revokedMs?: number | undefined;
  readonly revision: number;
}

export interface Kinship {
  readonly id: string;
  readonly community: string;
  readonly a: string;
  readonly b: string;
  readonly kind: z.infer<typeof KinshipKind>;
  readonly by: string;
  readonly endedMs?: number | undefined;
  readonly revision: number;
}
