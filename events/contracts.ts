/**
 * Every event that Linli sends, with the schema of its data. Consumers validate with `parseEvent`; unknown members
 * are ignored.
 */
import * as z from "zod";
import { fundContracts } from "./contracts/fund.ts";
import { ledgerContracts } from "./contracts/ledger.ts";
import { parkingContracts } from "./contracts/parking.ts";
import { pollsContracts } from "./contracts/polls.ts";
import { residentsContracts } from "./contracts/residents.ts";
import { timebankContracts } from "./contracts/timebank.ts";
import { CloudEvent, dataSchemaOf, typeOf } from "./envelope.ts";

/** Schemas of the data by event name (`ledger.hold.posted`). */
export const contracts = {
  ...ledgerContracts,
  ...residentsContracts,
  ...timebankContracts,
  ...parkingContracts,
  ...pollsContracts,
  ...fundContracts,
} as const;

export type EventName = keyof typeof contracts;
export type EventData<Name extends EventName> = z.infer<(typeof contracts)[Name]>;

/** All declared names. */
export const eventNames = Object.keys(contracts) as EventName[];

/** Whether a name is declared. */
export const isEventName = (name: string): name is EventName => Object.hasOwn(contracts, name);

const byType = new Map<string, EventName>(eventNames.map((name) => [typeOf(name), name]));

/** The declared name of an event's type; undefined for a type of another version or source. */
export const nameOfType = (type: string): EventName | undefined => byType.get(type);

/**
 * Checks an event as it arrives (parsed JSON) and gives it back without members that its contract does not name.
 * Throws a ZodError where envelope or data do not fit, and a TypeError for a type that is not declared.
 */
export const parseEvent = (received: unknown): CloudEvent => {
  const event = CloudEvent.parse(received);
  const name = nameOfType(event.type);
  if (name === undefined) throw new TypeError(`no contract for ${event.type}`);
  z.literal(dataSchemaOf(name)).parse(event.dataschema);
  return { ...event, data: contracts[name].parse(event.data) };
};
