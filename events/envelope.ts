/**
 * The envelope of every event: CloudEvents 1.0 in its JSON format, with the `sequence` extension for the order within
 * an aggregate.
 */
import * as z from "zod";

/**
 * Digits of a sequence: a revision or a journal stamp in µs, padded so that text order is number order (until the
 * year 2286).
 */
export const SEQUENCE_DIGITS = 16;
/** Longest id or subject of an event: an account id with its revision fits. */
export const EVENT_ID_MAX = 128;

/**
 * Type of an event as its consumers see it, from its name (`ledger.hold.posted`). A change that would break a
 * consumer gets a new version, see compatibility.ts.
 */
export const typeOf = (name: string): string => `linli.${name}.v1`;

/** Names the schema of an event's data; recorded under the same name in __snapshots__/contract.json. */
export const dataSchemaOf = (name: string): string => `urn:linli:event:${name}:v1`;

/** Where an event comes from: the district. Ids are unique within a source. */
export const sourceOf = (district: string): string => `/linli/${district}`;

/** A revision or stamp as text whose order is the order of numbers. */
export const sequenceText = (sequence: number): string => String(sequence).padStart(SEQUENCE_DIGITS, "0");

const opaque = z
  .string()
  .max(EVENT_ID_MAX)
  .regex(/^[A-Za-z0-9~.:-]+$/);

/**
 * Attributes of an event (CloudEvents 1.0, JSON format). `id` is made from the committed record, so that a redelivery
 * carries the same one;
 * `subject` is the aggregate; `sequence` rises within it.
 */
export const CloudEvent = z.object({
  specversion: z.literal("1.0"),
  id: opaque,
  source: z.string().regex(/^\/linli\/[a-z][a-z0-9-]{0,31}$/),
  type: z.string().regex(/^linli\.[a-z]+(\.[a-z]+(-[a-z]+)*){2}\.v\d+$/),
  subject: opaque,
  time: z.iso.datetime({ precision: 6 }),
  datacontenttype: z.literal("application/json"),
  dataschema: z.string().regex(/^urn:linli:event:[a-z.-]+:v\d+$/),
  sequence: z.string().regex(/^\d{16}$/),
  data: z.record(z.string(), z.unknown()),
});
export type CloudEvent = Readonly<z.infer<typeof CloudEvent>>;

/** Media type of one event in structured mode. */
export const CLOUD_EVENT_JSON = "application/cloudevents+json; charset=utf-8";
