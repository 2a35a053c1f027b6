/** Building blocks shared by every schema: ids, amounts, instants, text and paging, each with its named maximum. */
import * as z from "zod";

/**
 * Largest amount of one movement, in minor units: small enough that a counter can carry period and use in one exact
 * integer.
 */
export const AMOUNT_MAX = 1_000_000_000;
/** Largest balance either side of zero, in minor units. */
export const BALANCE_MAX = 1_000_000_000_000;
/**
 * Longest memo in UTF-16 units; 200 Chinese characters still leave a journal record within one write unit step (1
 * KB).
 */
export const MEMO_MAX = 200;
/** Most rows on a page. */
export const PAGE_MAX = 100;
/** Rows on a page when the caller does not say. */
export const PAGE_DEFAULT = 20;
/** Most entries in one batch, and in one independent batch answer. */
export const BATCH_MAX = 100;
/** Longest life of a hold in seconds (90 days); a district may allow less. */
export const HOLD_SECONDS_MAX = 60 * 60 * 24 * 90;
/** Most legs in one linked transfer. */
export const LEGS_MAX = 20;
/** Largest JSON body in bytes. */
export const BODY_BYTES_MAX = 256 * 1024;
/** Largest roll file in bytes (about 20,000 rows). */
export const ROLL_BYTES_MAX = 4 * 1024 * 1024;
/** Longest opaque cursor in characters. */
export const CURSOR_MAX = 512;

/** Stands between the two languages of `told`. */
const EITHER = " / ";

/** What is wrong with a value, in the platform's two languages, as a schema's message. */
export const told = (en: string, zh: string): string => `${en}${EITHER}${zh}`;

/** The part of such a message in one language; any other message as it is. */
export const toldIn = (message: string, language: "en" | "zh"): string => {
  const [en = "", zh = en] = message.split(EITHER);
  return language === "en" ? en : zh;
};

/** UUID in lower-case text; clients make version 7 (RFC 9562) so that ids sort by time. */
export const Uuid = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    told("must be a UUID in lower case", "应为小写的 UUID"),
  )
  .meta({ format: "uuid", description: "Lower-case UUID; version 7 recommended." });

/** Short name of a community, pool, rule or unit: lower-case letters, digits and single hyphens. */
export const Slug = z
  .string()
  .max(32)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    told(
      "only lower-case letters, digits and single hyphens, a letter first",
      "只能用小写字母、数字和单个连字符，以字母开头",
    ),
  );

/** Unit codes of the ledger. */
export const UnitCode = z.enum(["points", "minutes", "cny"]).meta({ description: "Unit of account." });

/** Ledger account id: `<holder>.<unit>`; the holder is a UUID, or `<community>~<pool>` for a pool. */
export const AccountId = z
  .string()
  .max(80)
  .regex(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z][a-z0-9-]{0,31}~[a-z][a-z0-9-]{0,31})\.(points|minutes|cny)$/,
    told("must be an account id: holder, a full stop, unit", "应为账户编号：持有人、句点、单位"),
  )
  .meta({ description: "Account id: holder, a full stop, unit." });

/** Amount of a movement in minor units: a positive integer. */
export const Amount = z
  .int()
  .min(1)
  .max(AMOUNT_MAX)
  .meta({ description: "Positive integer in the unit's minor unit." });

/** First millisecond after the instants that are taken: a stamp in microseconds stays an exact integer until 2255. */
const INSTANT_END_MS = Date.UTC(2200, 0, 1);

/** Instant from 1970 to 2199 as RFC 3339 with offset; milliseconds or microseconds allowed. */
export const Instant = z.iso
  .datetime({
    offset: true,
    error: told(
      "must be an RFC 3339 instant with offset, such as 2026-11-25T09:00:00+08:00",
      "应为带时区偏移的 RFC 3339 时刻，如 2026-11-25T09:00:00+08:00",
    ),
  })
  .max(40)
  .refine(
    (text) => !(Date.parse(text) < 0 || Date.parse(text) >= INSTANT_END_MS),
    told("must lie in the years 1970 to 2199", "应在 1970 年至 2199 年之间"),
  )
  .meta({ description: "RFC 3339 instant with offset, from 1970 to 2199." });

/** IANA time zone that this runtime knows. */
export const Zone = z
  .string()
  .max(60)
  .refine(
    (zone) => {
      try {
        new Intl.DateTimeFormat("en", { timeZone: zone });
        return true;
      } catch {
        return false;
      }
    },
    told("not an IANA time zone", "不是 IANA 时区"),
  );

/** Calendar date in the district's zone. */
export const LocalDate = z.iso
  .date({ abort: true, error: told("must be a date such as 2026-11-25", "应为日期，如 2026-11-25") })
  // The day after the last must still be an instant.
  .refine(
    (day) => day >= "1800-01-01" && day < "2199-01-01",
    told("must be a date from 1800 to 2198", "应为 1800 年至 2198 年的日期"),
  );

/** Free text of one line, trimmed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, told("control characters are not allowed", "不得含有控制字符"));

/** Memo of a movement. */
export const Memo = line(MEMO_MAX).refine(
  // The schema's length counts code points, of which some take four bytes.
  (text) => text.length <= MEMO_MAX,
  told(`at most ${MEMO_MAX} characters, an emoji counts as two`, `最多 ${MEMO_MAX} 个字符，一个表情算两个`),
);

/** Category of a movement: a slug chosen by the district or client. */
export const Category = Slug;

/** A local month, `YYYY-MM`. */
export const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, told("must be a month such as 2026-11", "应为月份，如 2026-11"));

/** Text in the two languages of the platform. */
export const Text = z.strictObject({ zh: line(200), en: line(200) });

/** Opaque cursor as returned in `next`. */
export const Cursor = z
  .string()
  .min(1)
  .max(CURSOR_MAX)
  .regex(/^[A-Za-z0-9_-]+$/, told("must be the cursor of an answer", "应为答复中的游标"));

/** Page query: `limit` rows from `cursor` on. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_DEFAULT),
  cursor: Cursor.optional(),
};

/** A page of `item`s; `next` is null on the last one. */
export const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: Cursor.nullable() });

/** Query flag `true` or `false`. */
export const Flag = z.enum(["true", "false"]).transform((text) => text === "true");
