/** Calendar feeds: an address that whoever knows it may read, until its owner gives it another or ends it. */
import * as z from "zod";
import { Instant } from "./primitives.ts";

/** Characters of a feed's secret: 256 bits in base64url. */
export const FEED_SECRET_LENGTH = 43;
/** Longest last part of a feed's address that is looked at. */
const FEED_FILE_MAX = 100;

/** The last part of a feed's address, `<secret>.ics`; anything else leads nowhere (404). */
export const feedParams = z.strictObject({
  feed: z.string().max(FEED_FILE_MAX).describe("`<secret>.ics`, from the feed's address."),
});

/** A feed's address, shown to its owner when it is made: only a hash of the secret is kept. */
export const FeedAddress = z
  .strictObject({
    path: z.string().max(200).describe("Path of the feed on this server; whoever knows it may read the feed."),
    createdAt: Instant,
  })
  .meta({ id: "FeedAddress" });

/** That a feed's address leads nowhere any more. */
export const FeedEnded = z.strictObject({ ended: z.literal(true) }).meta({ id: "FeedEnded" });

/** The text of a feed (RFC 5545). */
export const CalendarText = z.string().meta({ description: "iCalendar (RFC 5545)." });
