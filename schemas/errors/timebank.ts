/** Refusals of the time bank. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals of the time bank. */
export const timebankErrors = {
  "timebank/not-offered": {
    status: 404,
    zh: ["本区未开通时间银行", "区配置中没有 timebank 一节。"],
    en: ["The district has no time bank", "The district's file has no section timebank."],
  },
  "timebank/wrong-state": {
    status: 409,
    zh: ["订单状态不允许此操作", "订单现为 {state}，此操作需要 {needs}。"],
    en: ["The order's state does not allow this", "The order is {state}; this needs {needs}."],
    pinned: true,
  },
  "timebank/month-not-begun": {
    status: 409,
    zh: ["该月尚未开始", "{month} 从 {begins} 开始。"],
    en: ["That month has not begun", "{month} begins at {begins}."],
  },
  "timebank/not-checked-in": {
    status: 409,
    zh: ["尚未签到", "订单现为 {state}，请先签到再签退。"],
    en: ["Not signed in yet", "The order is {state}; sign in before signing out."],
    pinned: true,
  },
  "timebank/already-confirmed": {
    status: 409,
    zh: ["订单已确认", "订单已于 {at} 确认，不会重复记入时长。"],
    en: ["The order is already confirmed", "It was confirmed at {at}; its minutes are not counted twice."],
    pinned: true,
  },
  "timebank/disputed": {
    status: 409,
    zh: ["订单有争议", "自 {since} 起冻结，等待调解人裁定。"],
    en: ["The order is disputed", "It is frozen since {since} until a mediator decides."],
    pinned: true,
  },
  "timebank/out-before-in": {
    status: 409,
    zh: ["签退早于签到", "签到为 {checkedInAt}，签退为 {checkedOutAt}。"],
    en: ["Signed out before signing in", "Signed in at {checkedInAt}, signed out at {checkedOutAt}."],
    pinned: true,
  },
  "timebank/outside-window": {
    status: 409,
    zh: ["不在约定时间内", "可签到的时间为 {from} 至 {until}。"],
    en: ["Outside the agreed time", "Signing in is open from {from} until {until}."],
    pinned: true,
  },
  "timebank/in-future": {
    status: 409,
    zh: ["时间尚未到来", "填写的时间为 {at}，现在是 {now}。"],
    en: ["That time has not come", "The time given is {at}, it is now {now}."],
    pinned: true,
  },
  "timebank/record-too-old": {
    status: 409,
    zh: ["补录已过期限", "只能补录 {days} 天内的签到签退。"],
    en: ["Too late to record", "Signing in and out can be recorded for {days} days."],
    pinned: true,
  },
  "timebank/session-over-cap": {
    status: 409,
    zh: ["单次服务超过上限", "本次 {minutes} 分钟，上限 {limit} 分钟；如忘记签退，请双方或管家更正。"],
    en: [
      "The session is over the cap",
      "It has {minutes} minutes, at most {limit} count; have both sides or a steward correct it if nobody signed out.",
    ],
    pinned: true,
  },
  "timebank/cap": {
    status: 409,
    zh: ["超过服务时长上限", "{period}：最多 {limit} 分钟，已有 {used}，本次 {minutes}。"],
    en: ["Over the cap on hours served", "{period}: at most {limit} minutes, {used} are used, this is {minutes}."],
    pinned: true,
  },
  "timebank/session-overlap": {
    status: 409,
    zh: ["与另一服务时间重叠", "志愿者在 {from} 至 {until} 已有服务 {order}。"],
    en: ["Overlaps another session", "The volunteer serves order {order} from {from} until {until}."],
    pinned: true,
  },
  "timebank/too-many-sessions": {
    status: 409,
    zh: ["未完成的服务过多", "一位志愿者最多同时有 {limit} 个待完成或近期的服务。"],
    en: ["Too many sessions", "A volunteer has at most {limit} sessions to come or of the last days."],
    pinned: true,
  },
  "timebank/too-many-blocks": {
    status: 409,
    zh: ["屏蔽的人过多", "一个人最多屏蔽 {limit} 人，请先解除一些。"],
    en: ["Too many blocks", "A person blocks at most {limit} others; end some first."],
  },
  "timebank/block-self": {
    status: 422,
    zh: ["不能屏蔽自己", "请填写另一位居民。"],
    en: ["Nobody blocks themselves", "Name another resident."],
  },
  "timebank/self-service": {
    status: 409,
    zh: ["不能为自己或同户家人服务记时", "志愿者 {volunteer} 与 {person} 的关系为 {relation}。"],
    en: ["Nobody serves themselves or their household", "Volunteer {volunteer} is {relation} of {person}."],
    pinned: true,
  },
  "timebank/volunteer-age": {
    status: 409,
    zh: ["志愿者年龄不符", "年龄 {age}，个人服务需满 {limit} 周岁（未成年人按本区规则由监护人陪同或参加团体服务）。"],
    en: [
      "The volunteer is too young",
      "Age {age}; serving alone needs {limit}. Minors serve with a guardian or in groups where the policy says so.",
    ],
    pinned: true,
  },
  "timebank/age-unknown": {
    status: 409,
    zh: ["缺少出生日期", "请管家先登记 {person} 的出生日期。"],
    en: ["The date of birth is not known", "Have a steward record the date of birth of {person}."],
    pinned: true,
  },
  "timebank/too-young": {
    status: 409,
    zh: ["未到兑换年龄", "年龄 {age}，兑换需满 {limit} 周岁。"],
    en: ["Too young to redeem", "Age {age}; hours are redeemed from {limit} on."],
    pinned: true,
  },
  "timebank/lifetime-too-low": {
    status: 409,
    zh: ["累计服务时长不足", "累计 {minutes} 分钟，兑换需要 {limit} 分钟。"],
    en: ["Too few hours served to redeem", "{minutes} minutes served in all; redeeming needs {limit}."],
    pinned: true,
  },
  "timebank/redemption-closed": {
    status: 409,
    zh: ["不在兑换日", "今天是 {today}，下一个兑换日是 {next}。"],
    en: ["Not a redemption day", "Today is {today}, the next redemption day is {next}."],
    pinned: true,
  },
  "timebank/gift-scope": {
    status: 409,
    zh: ["超出赠送范围", "本区允许的赠送范围为 {scope}，双方关系为 {relation}。"],
    en: ["Outside the scope of gifts", "Gifts reach {scope}; the two are {relation}."],
    pinned: true,
  },
  "timebank/no-care-need": {
    status: 409,
    zh: ["不在照护名单", "爱心时间池与时间发放只面向管家登记的困难或重点老人：{person}。"],
    en: [
      "Not on the care list",
      "The care pool and seed grants are for people whom a steward has put on it: {person}.",
    ],
    pinned: true,
  },
  "timebank/seed-limit": {
    status: 409,
    zh: ["超过个人发放上限", "每人最多 {limit} 分钟，已发放 {used}，本次 {minutes}。"],
    en: ["Over the limit of seed grants", "At most {limit} minutes a person, {used} granted, this is {minutes}."],
    pinned: true,
  },
  "timebank/window": {
    status: 400,
    zh: ["服务时段不正确", "时段应晚于现在、不超过 {days} 天后，长度不短于 {minutes} 分钟。"],
    en: [
      "The window is not right",
      "It ends after now, begins within {days} days and is no shorter than {minutes} minutes.",
    ],
  },
  "timebank/code-missing": {
    status: 409,
    zh: ["没有有效的口令", "请对方重新获取一次性口令。"],
    en: ["There is no code", "Ask the other side for a new one-time code."],
    pinned: true,
  },
  "timebank/code-expired": {
    status: 409,
    zh: ["口令已过期", "口令于 {expiresAt} 失效，请对方重新获取。"],
    en: ["The code has expired", "It ran out at {expiresAt}; ask the other side for a new one."],
    pinned: true,
  },
  "timebank/code-wrong": {
    status: 409,
    zh: ["口令不正确", "还可再试 {left} 次。"],
    en: ["The code is not right", "{left} attempts are left."],
    pinned: true,
  },
  "timebank/code-exhausted": {
    status: 409,
    zh: ["口令尝试次数过多", "已试 {limit} 次，请对方重新获取口令。"],
    en: ["Too many attempts", "The code was tried {limit} times; ask the other side for a new one."],
    pinned: true,
  },
  "timebank/award-over-held": {
    status: 409,
    zh: ["裁定超过预扣时长", "预扣 {held} 分钟，裁定 {minutes} 分钟。"],
    en: ["More than was held", "{held} minutes are held, the award is {minutes}."],
    pinned: true,
  },
  "timebank/already-rated": {
    status: 409,
    zh: ["已评价", "每一方对一个订单评价一次。"],
    en: ["Already rated", "Each side rates an order once."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;
