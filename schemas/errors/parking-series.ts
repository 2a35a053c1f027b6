/** Refusals of shared parking's series and waitlist. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals of series and waitlist. */
export const parkingSeriesErrors = {
  "parking/series-dates": {
    status: 422,
    zh: ["日期数量不符", "一个系列须有 1 至 {limit} 个日期，此请求有 {dates} 个。"],
    en: ["Too many dates, or none", "A series has 1 to {limit} dates; this one has {dates}."],
  },
  "parking/series-overlap": {
    status: 422,
    zh: ["系列内的日期重叠", "{from} 与 {other} 开始的两个日期重叠。"],
    en: ["Dates of the series overlap", "The dates that begin at {from} and {other} overlap."],
  },
  "parking/series-items": {
    status: 422,
    zh: ["一个事务装不下", "全部或全不的系列需写 {items} 项，上限 {limit} 项：请减少日期，或用 best-effort。"],
    en: [
      "More than one transaction holds",
      "All or nothing would write {items} items of at most {limit}: ask for fewer dates, or for best-effort.",
    ],
  },
  "parking/series-refused": {
    status: 409,
    zh: ["部分日期无法预订", "{dates} 个日期中有 {refused} 个无法预订，见 errors；首个的可选时段见 alternatives。"],
    en: [
      "Some dates cannot be had",
      "{refused} of {dates} dates cannot be had, see errors; what else there is for the first, see alternatives.",
    ],
    pinned: true,
  },
  "parking/series-quota": {
    status: 409,
    zh: ["系列超出预订上限", "每人最多 {limit} 个未结束的预订；已有 {open} 个，此系列需 {dates} 个。"],
    en: [
      "The series exceeds the quota",
      "One person may have {limit} bookings that have not ended; {open} are open, the series needs {dates}.",
    ],
    pinned: true,
  },
  "parking/above-ceiling": {
    status: 409,
    zh: ["价格高于上限", "此时段价格 {price}，高于您的上限 {maxPrice}。"],
    en: ["Above the ceiling", "The stay costs {price}, more than the {maxPrice} that you set."],
    pinned: true,
  },
  "parking/wait-free": {
    status: 409,
    zh: ["该时段现在空闲", "无需候补，请直接预订。"],
    en: ["It is free now", "There is nothing to wait for: book it."],
    pinned: true,
  },
  "parking/wait-full": {
    status: 409,
    zh: ["候补名单已满", "每个车位或车场最多 {limit} 人候补。"],
    en: ["The waitlist is full", "At most {limit} wait for one space or lot."],
    pinned: true,
  },
  "parking/wait-own": {
    status: 409,
    zh: ["候补次数已达上限", "每人在同一车位或车场最多候补 {limit} 个时段。"],
    en: ["You wait often enough here", "One person may wait for {limit} stretches of one space or lot."],
    pinned: true,
  },
  "parking/wait-state": {
    status: 409,
    zh: ["候补已结束", "该候补自 {since} 起为 {state}；要放弃已提供的车位，请取消其预订。"],
    en: ["The wait is over", "The entry is {state} since {since}; an offer is declined by cancelling its booking."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;
