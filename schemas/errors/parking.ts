/** Refusals of shared parking. */
import type { ErrorEntry } from "./entry.ts";

/** Refusals of shared parking. */
export const parkingErrors = {
  "parking/not-offered": {
    status: 404,
    zh: ["本区未开通共享停车", "区配置中没有 parking 一节。"],
    en: ["The district has no shared parking", "The district's file has no section parking."],
  },
  "parking/capacity": {
    status: 422,
    zh: ["容量与类型不符", "共享车场须填 capacity，私家车位的车场不填。"],
    en: ["Capacity does not fit the kind", "A pooled lot needs a capacity, an owned lot has none."],
  },
  "parking/unit": {
    status: 422,
    zh: ["本区不能用此单位计价", "可用单位：{units}。"],
    en: ["The district cannot price in this unit", "Units that it can: {units}."],
  },
  "parking/not-owned": {
    status: 422,
    zh: ["该车场没有单独的车位", "车场 {lot} 为共享车场，请直接预订车场。"],
    en: ["This lot has no spaces of its own", "Lot {lot} is pooled: book the lot itself."],
  },
  "parking/not-common": {
    status: 422,
    zh: ["不是共有车位", "只有共有车位需要业主决定。"],
    en: ["Not a common space", "Only a space that belongs to all owners needs a decision."],
  },
  "parking/never-opens": {
    status: 422,
    zh: ["该时段永不开放", "第 {index} 条规则：{reason}。"],
    en: ["This window never opens", "Rule {index}: {reason}."],
  },
  "parking/interval": {
    status: 422,
    zh: ["时间段无效", "结束 {until} 须晚于开始 {from}。"],
    en: ["Not a stretch of time", "The end {until} must come after the beginning {from}."],
  },
  "parking/range": {
    status: 422,
    zh: ["范围过长", "一次最多查询 {days} 天。"],
    en: ["The range is too long", "At most {days} days at once."],
  },
  "parking/grid": {
    status: 422,
    zh: ["时间未对齐", "开始与结束须为当地每日零时起 {minutes} 分钟的倍数。"],
    en: ["Not on the grid", "Beginning and end are multiples of {minutes} minutes from the start of the local day."],
  },
  "parking/duration": {
    status: 422,
    zh: ["停车时长不符", "时长为 {minutes} 分钟，须在 {min} 至 {max} 分钟之间。"],
    en: ["Too short or too long", "The stay is {minutes} minutes; it must be {min} to {max}."],
  },
  "parking/past": {
    status: 422,
    zh: ["时间已过", "开始 {from} 早于现在 {now}。"],
    en: ["In the past", "The beginning {from} is before now, {now}."],
  },
  "parking/too-far": {
    status: 422,
    zh: ["预订过早", "最多提前 {days} 天预订。"],
    en: ["Too far ahead", "Booking is open {days} days ahead."],
  },
  "parking/plate": {
    status: 422,
    zh: ["车牌号无效", "不是有效的内地车牌号（含新能源）。"],
    en: ["Not a licence plate", "Not a mainland licence plate, new-energy plates included."],
  },
  "parking/closed": {
    status: 409,
    zh: ["该时段未开放", "{from} 至 {until} 不在车位开放时间内，可选其他时段见 alternatives。"],
    en: ["Not open then", "The space is not open from {from} until {until}; see alternatives."],
    pinned: true,
  },
  "parking/taken": {
    status: 409,
    zh: ["该时段已被占用", "{from} 至 {until} 与其他预订相邻或重叠，可选其他时段见 alternatives。"],
    en: ["Taken", "Another booking is in the way from {from} until {until}; see alternatives."],
    pinned: true,
  },
  "parking/full": {
    status: 409,
    zh: ["车场已满", "{from} 至 {until} 没有余位，可选其他时段见 alternatives。"],
    en: ["The lot is full", "No space is left from {from} until {until}; see alternatives."],
    pinned: true,
  },
  "parking/withdrawn": {
    status: 409,
    zh: ["暂停预订", "该车位或车场现不接受新预订，可选其他见 alternatives。"],
    en: ["Closed for new bookings", "The space or lot takes no new bookings; see alternatives."],
    pinned: true,
  },
  "parking/not-covered": {
    status: 409,
    zh: ["缺少业主共同决定", "共有车位须有覆盖该时段的有效决定。"],
    en: [
      "No decision covers it",
      "A common space can be booked only while a passed decision of the owners covers the stay.",
    ],
    pinned: true,
  },
  "parking/own-space": {
    status: 409,
    zh: ["不能预订自己的车位", "请在开放时间中关闭该时段。"],
    en: ["One's own space", "Close the stretch in its windows instead."],
    pinned: true,
  },
  "parking/quota": {
    status: 409,
    zh: ["预订数量已达上限", "每人最多同时有 {limit} 个未结束的预订。"],
    en: ["Too many bookings", "One person may have {limit} bookings that have not ended."],
    pinned: true,
  },
  "parking/excluded": {
    status: 409,
    zh: ["暂停使用共享停车", "因多次超时停放或未到，至 {until} 不能预订，可以申诉。"],
    en: ["Excluded for now", "After overstaying or not coming, booking is open again from {until}; you may appeal."],
    pinned: true,
  },
  "parking/owed": {
    status: 409,
    zh: ["有未付的超时费", "请先支付 {amount}。"],
    en: ["Overstay fees are owed", "Pay {amount} first."],
    pinned: true,
  },
  "parking/nothing-owed": {
    status: 409,
    zh: ["没有欠费", "该预订没有未付的超时费。"],
    en: ["Nothing is owed", "This booking has no unpaid overstay fee."],
    pinned: true,
  },
  "parking/not-excluded": {
    status: 409,
    zh: ["没有可申诉的暂停", "您目前可以预订，无需申诉。"],
    en: ["Not excluded", "Booking is open to you: there is nothing to appeal against."],
    pinned: true,
  },
  "parking/appealed": {
    status: 409,
    zh: ["已经申诉", "每次暂停只能申诉一次，申诉现为 {state}。"],
    en: ["Already appealed", "An exclusion is appealed once; the appeal is {state}."],
    pinned: true,
  },
  "parking/no-appeal": {
    status: 409,
    zh: ["没有待处理的申诉", "该居民的申诉现为 {state}。"],
    en: ["No open appeal", "The resident's appeal is {state}."],
    pinned: true,
  },
  "parking/price-changed": {
    status: 409,
    zh: ["价格已变", "现价 {price}，您看到的是 {expected}。"],
    en: ["The price has changed", "It is {price} now, you were shown {expected}."],
    pinned: true,
  },
  "parking/wrong-state": {
    status: 409,
    zh: ["预订状态不允许此操作", "预订现为 {state}，此操作需要 {needs}。"],
    en: ["The booking's state does not allow this", "The booking is {state}; this needs {needs}."],
    pinned: true,
  },
  "parking/hold-expired": {
    status: 409,
    zh: ["保留已过期", "保留已于 {at} 过期，请重新预订。"],
    en: ["The hold has run out", "It ran out at {at}; book anew."],
    pinned: true,
  },
  "parking/changes": {
    status: 409,
    zh: ["更改次数已达上限", "一个预订最多更改 {limit} 次。"],
    en: ["Changed too often", "A booking can be changed {limit} times."],
    pinned: true,
  },
  "parking/too-early": {
    status: 409,
    zh: ["时候未到", "从 {from} 起可以报告未到。"],
    en: ["Too early", "It can be reported from {from} on."],
    pinned: true,
  },
  "parking/asks-owner": {
    status: 409,
    zh: ["该车位须由业主同意", "已确认的预订不能移到须业主逐次同意的车位，请另行预订。"],
    en: [
      "The owner accepts each booking there",
      "A booking cannot be moved to a space whose owner accepts each; book it.",
    ],
    pinned: true,
  },
  "parking/outside-window": {
    status: 409,
    zh: ["不在可入场时间内", "可入场时间为 {from} 至 {until}。"],
    en: ["Outside the time of entry", "Entry is open from {from} until {until}."],
    pinned: true,
  },
  "parking/over-refund": {
    status: 422,
    zh: ["退还超过已付", "最多退还 {paid}。"],
    en: ["More than was paid", "At most {paid} can go back."],
  },
  "parking/gate-signature": {
    status: 403,
    zh: ["道闸签名无效", "没有该道闸、密钥已更换或吊销，或签名不符；请核对密钥与签名内容。"],
    en: [
      "The gate's signature is not valid",
      "No such gate, a key that was replaced or revoked, or a wrong signature: check the key and what is signed.",
    ],
  },
  "parking/gate-clock": {
    status: 403,
    zh: ["时间超出允许范围", "{at} 与现在 {now} 相差过大；请校准设备时钟，过久的识别记录不再接受。"],
    en: [
      "Outside the accepted time",
      "{at} is too far from now, {now}: set the device's clock; old readings are not taken.",
    ],
  },
  "parking/gate-resolved": {
    status: 409,
    zh: ["该识别已处理", "已由其他管理人员处理，请刷新列表。"],
    en: ["Resolved already", "Somebody has decided on it: read the list again."],
    pinned: true,
  },
  "parking/gate-revoked": {
    status: 409,
    zh: ["道闸已停用", "密钥已吊销，请另行登记道闸。"],
    en: ["The gate is revoked", "Its keys are valid no more; register another gate."],
    pinned: true,
  },
} as const satisfies Record<string, ErrorEntry>;
