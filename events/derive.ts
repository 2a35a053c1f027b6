/**
 * From a committed item to its event: a pure function of the item as it now is, the same on AWS (stream) and locally
 * (feed).
 */
import { isEntry } from "../functions/ledger/store/journal.ts";
import { stampText } from "../functions/shared/stamp.ts";
import type { Item } from "../functions/shared/write.ts";
import { contracts, type EventName, isEventName } from "./contracts.ts";
import { fundPicks } from "./derive/fund.ts";
import { entryEvent, ledgerPicks } from "./derive/ledger.ts";
import { parkingPicks } from "./derive/parking.ts";
import { type Picks, recordId } from "./derive/pick.ts";
import { pollsPicks } from "./derive/polls.ts";
import { residentsPicks } from "./derive/residents.ts";
import { timebankPicks } from "./derive/timebank.ts";
import { type CloudEvent, dataSchemaOf, sequenceText, sourceOf, typeOf } from "./envelope.ts";

const picks: Picks<EventName> = {
  ...ledgerPicks,
  ...residentsPicks,
  ...timebankPicks,
  ...pollsPicks,
  ...fundPicks,
  ...parkingPicks,
};

/** What an item says happened, before its data is picked. */
interface Happening {
  readonly name: EventName;
  /** Aggregate: kind and id. */
  readonly kind: string;
  readonly subject: string;
  /** Tells this happening from others of the aggregate, and never changes. */
  readonly mark: string;
  /** Rises within the aggregate. */
  readonly sequence: number;
  /** Journal stamp, µs. */
  readonly at: number;
}

/**
 * The event of an item's new image; undefined for an item that bears none. `district` is the district's id. Throws a
 * TypeError for a name without a contract and a ZodError where ids or numbers are missing: both are faults of the
 * code that wrote the item, and an event must not get lost over them.
 */
export const derive = (image: Item, district: string): CloudEvent | undefined => {
  const happening = happeningOf(image);
  if (happening === undefined) return undefined;
  const { name, kind, subject, mark, sequence, at } = happening;
  return {
    specversion: "1.0",
    id: `${kind}:${subject}:${mark}`,
    source: sourceOf(district),
    type: typeOf(name),
    subject,
    time: stampText(at),
    datacontenttype: "application/json",
    dataschema: dataSchemaOf(name),
    sequence: sequenceText(sequence),
    data: contracts[name].parse(picks[name](image)),
  };
};

const happeningOf = (image: Item): Happening | undefined => {
  if (image.ev === undefined) return isEntry(image) ? entryEvent(image) : undefined;
  const name = String(image.ev);
  if (!isEventName(name)) throw new TypeError(`no contract for the event ${name}`);
  const revision = image.rev as number;
  return {
    name,
    kind: name.split(".")[1] as string,
    subject: recordId(image),
    mark: String(revision),
    sequence: revision,
    at: image.at as number,
  };
};
