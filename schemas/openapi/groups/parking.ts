/** How the reference groups shared parking's operations, and what they are called in Chinese. */
import type { Group } from "./group.ts";

/** Groups of shared parking in the order of the reference. */
export const parkingGroups: readonly Group[] = [
  {
    tag: "parking-lots",
    name: ["车场与车位", "Lots and spaces"],
    description: ["车场、车位与开放时间", "what there is, and when it is open"],
    operations: {
      createLot: "登记车场：业主私有车位的车场，或按总数共享的车场",
      getLot: "查询车场",
      updateLot: "修改车场：价格、容量、是否接受新预订",
      listLots: "社区的车场",
      createSpace: "登记车位及其业主，或共有车位及允许使用的业主决定",
      getSpace: "查询车位与开放时间；业主身份只对本人和管理人员显示",
      updateSpace: "设置开放时间（RFC 5545 与例外）、价格、是否逐次同意",
      listSpaces: "车场内的车位",
      getFreeBusy: "车位在一段时间内的开放、占用与空闲，不显示由谁占用",
      listSpaceBookings: "车位的预订，业主与管理人员可见",
      getParkingStatistics: "车场各车位某月的统计：预订结果、利用率、收入分配；业主可查自己的车位",
    },
  },
  {
    tag: "parking-bookings",
    name: ["停车预订", "Bookings"],
    description: ["从保留、入场到离场付费：一次停车", "one stay, from the hold to the payment"],
    operations: {
      searchParking: "搜索附近整段时间都空闲的车位，由近及远",
      quoteStay: "询价：费用与分配、现在是否空闲、可改订的时段",
      createBooking: "保留数分钟或直接预订，费用在同一事务中预扣",
      getBooking: "查询预订：承租人、业主与管理人员可见",
      listBookings: "某人的预订，最近开始的在前",
      confirmBooking: "把保留变为预订；须业主同意的等待其答复",
      acceptBooking: "业主同意",
      rejectBooking: "业主不同意，预扣释放",
      cancelBooking: "取消：承租人按规则退款；业主取消全退并记一次；管理人员取消全退",
      extendBooking: "延长停车，一个事务内完成，原预订不会丢失",
      moveBooking: "改时间或改车位，一个事务内完成",
      checkInParking: "入场：可提前数分钟",
      checkOutParking: "离场：付费并分配，超出宽限的按超时收费",
      reportParkingNoShow: "报告未到：车位释放，费用照付",
      disputeBooking: "承租人或业主对结果提出异议",
      resolveParkingDispute: "管理人员裁定：退还多少，另行记账",
    },
  },
  {
    tag: "parking-series",
    name: ["停车系列", "Series"],
    description: ["一次预订多个日期：全部或全不，或逐个日期", "many dates at once: all or none, or each by itself"],
    operations: {
      createParkingSeries: "一次预订最多 48 个日期：一个事务全部或全不，或逐个日期并逐个报告",
      getParkingSeries: "查询系列及各日期的现状：承租人与管理人员可见",
      cancelParkingSeries: "取消尚未开始的日期，各按预订的取消规则，逐个报告",
    },
  },
  {
    tag: "parking-waitlist",
    name: ["停车候补", "Waitlist"],
    description: [
      "时段被占时候补，空出后按先后提供保留",
      "wait for a taken stretch; when it is free it is offered in turn",
    ],
    operations: {
      joinParkingWaitlist: "候补已被占用的时段：空出后按加入先后以保留的形式提供",
      getParkingWait: "查询候补与所提供的预订：承租人与管理人员可见",
      listParkingWaits: "某人的候补，最近加入的在前",
      cancelParkingWait: "不再候补；放弃已提供的车位请取消其预订",
    },
  },
  {
    tag: "parking-standing",
    name: ["停车信用与申诉", "Standing"],
    description: ["超时、未到、欠费、暂停与申诉", "overstays, debts, exclusion and appeal"],
    operations: {
      getParkingStanding: "某人的停车记录：超时、未到、欠费、暂停与申诉",
      appealParkingExclusion: "对暂停提出申诉，每次暂停一次",
      decideParkingAppeal: "管理人员裁定申诉：准许即恢复预订",
      listParkingAppeals: "社区待处理的申诉，最早的在前",
      payParkingDebt: "支付某次停车欠下的超时费",
    },
  },
  {
    tag: "parking-calendars",
    name: ["停车日历订阅", "Parking calendars"],
    description: [
      "在手机日历中查看停车预订与车位空闲",
      "bookings and a space's free times in the calendar of a telephone",
    ],
    operations: {
      openParkingCalendar: "为自己的预订或自己的车位生成日历订阅地址；原地址随即失效",
      endParkingCalendar: "停用预订或车位的日历订阅地址",
      readParkingCalendar: "以 iCalendar 读取预订，或车位的占用与空闲，持有地址即可；不含姓名与车牌",
    },
  },
  {
    tag: "parking-gates",
    name: ["道闸", "Gates"],
    description: ["道闸的密钥、离线名单与通行记录", "keys, the list that works offline, and what gates have seen"],
    operations: {
      createParkingGate: "登记车场的道闸，答复中含设备密钥",
      changeParkingGateKey: "更换道闸密钥，旧密钥在数分钟内仍有效；或永久停用",
      recordGateEvent: "道闸设备上报车牌识别（设备签名）：进场登记入场，出场登记离场，先后不拘",
      listGateQueue: "未能匹配预订的识别，最早的在前",
      resolveGateEvent: "人工处理一条识别：指定预订并登记进出，或忽略",
      getGateAccess: "未来 24 小时可通行的车牌与时段，仅供道闸设备，可离线使用",
    },
  },
];
