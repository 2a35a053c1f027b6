/**
 * Fields that may stand in an event: opaque ids, numbers, codes and instants. Text that a person typed has no place
 * here.
 */
import * as z from "zod";
import { AccountId, AMOUNT_MAX, Uuid } from "../../schemas/primitives.ts";

/** Counts the changes of an aggregate. */
export const Revision = z.int().min(1);

/** Instant in RFC 3339, UTC. */
export const EventInstant = z.iso.datetime();

/** Amount in minor units, zero allowed. */
export const Quantity = z.int().min(0).max(AMOUNT_MAX);

/** Who did it: a person's opaque id, or the name of a job. */
export const Doer = z.string().regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z][a-z0-9-]{0,31})$/);

/** Code of an earn rule in the district's file. */
export const RuleCode = z.string().regex(/^[a-z][a-z0-9]{0,31}$/);

/** What a movement belongs to. Left out unless the id is one of ours: clients may write other text there. */
export const EventLink = z.object({ type: z.string().max(32), id: z.union([Uuid, AccountId]) });
export type EventLink = z.infer<typeof EventLink>;
