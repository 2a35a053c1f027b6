/** Examples of shared parking's operations, by operation id: those that send a body. */
import { ANN, BUILDING, type Examples, ITEM } from "./ids.ts";

const from = "2026-12-01T09:00:00+08:00";
const until = "2026-12-01T11:00:00+08:00";
const price = { unit: "points", steps: [{ untilMinutes: null, everyMinutes: 30, amount: 5 }], dayCap: 60 };
const because = (zh: string, en: string) => ({ request: { reason: zh }, requestEn: { reason: en } });
const nights = {
  start: "2026-12-01T19:00",
  zone: "Asia/Shanghai",
  minutes: 720,
  rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  exclude: ["2026-12-31"],
};
const mornings = { start: "2026-12-02T08:00", minutes: 120, rule: "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4" };
const holiday = { from: "2027-01-01T00:00:00+08:00", until: "2027-01-04T00:00:00+08:00", open: true };
const verdict = (reason: string) => ({ refund: 10, from: "property", reason });

/** Examples of shared parking. */
export const parkingExamples: Examples = {
  createLot: {
    request: {
      community: "lujing",
      kind: "owned",
      name: { zh: "一期地下车库", en: "Garage 1" },
      at: { latE6: 30_002_000, lonE6: 120_580_000 },
      heightCm: 210,
      price,
    },
  },
  updateLot: { request: { state: "closed" } },
  createSpace: { request: { label: "B1-017", owner: ANN, ev: true, heightCm: 210 } },
  updateSpace: { request: { availability: { rules: [nights], overrides: [holiday] }, approval: "auto" } },
  quoteStay: { request: { space: BUILDING, from, until } },
  createBooking: { request: { space: BUILDING, from, until, plate: "浙D12345", expectedPrice: 20 } },
  confirmBooking: { request: {} },
  acceptBooking: { request: {} },
  rejectBooking: because("家里来客人", "guests are coming"),
  cancelBooking: because("改乘地铁", "taking the metro"),
  extendBooking: { request: { until: "2026-12-01T12:00:00+08:00", expectedPrice: 30 } },
  moveBooking: { request: { space: ITEM, from, until } },
  checkInParking: { request: {} },
  checkOutParking: { request: {} },
  reportParkingNoShow: { request: {} },
  disputeBooking: because("闸机未开", "the gate was shut"),
  resolveParkingDispute: { request: verdict("闸机日志属实"), requestEn: verdict("the gate's log shows it") },
  createParkingSeries: {
    request: { space: BUILDING, plate: "浙D12345", mode: "all-or-nothing", recurring: mornings, expectedPrice: 80 },
    requestEn: { space: BUILDING, plate: "浙D12345", mode: "best-effort", stays: [{ from, until }] },
  },
  cancelParkingSeries: because("改乘地铁", "taking the metro"),
  joinParkingWaitlist: { request: { space: BUILDING, from, until, plate: "浙D12345", maxPrice: 20 } },
  cancelParkingWait: { request: {} },
  appealParkingExclusion: because("道闸故障，无法驶出", "the gate was broken, nobody could leave"),
  decideParkingAppeal: {
    request: { granted: true, reason: "闸机日志属实" },
    requestEn: { granted: true, reason: "the gate's log shows it" },
  },
  payParkingDebt: { request: {} },
  openParkingCalendar: { request: { space: BUILDING } },
  endParkingCalendar: { request: { space: BUILDING } },
  createParkingGate: { request: { name: "东门入口" }, requestEn: { name: "East gate" } },
  changeParkingGateKey: { request: { overlapMinutes: 120 } },
  resolveGateEvent: {
    request: { booking: ITEM, reason: "车牌沾泥，人工核对" },
    requestEn: { booking: ITEM, reason: "A muddy plate, looked at by hand" },
  },
  recordGateEvent: {
    request: {
      id: ITEM,
      direction: "entry",
      plate: "浙D12345",
      confidence: 97,
      at: from,
      sentAt: "2026-12-01T09:00:02+08:00",
      signature: "A".repeat(43),
    },
  },
};
