/** A small district for tests: every kind of rule once, with limits low enough to meet. */
import { District } from "../../schemas/district.ts";

const name = (zh: string, en: string) => ({ zh, en });

/** Members of the file that tests most often change. */
export const testDistrict = (changes: Partial<Parameters<typeof District.parse>[0] & object> = {}): District =>
  District.parse({
    id: "testqu",
    name: name("测试区", "Test District"),
    zone: "Asia/Shanghai",
    locales: ["zh-CN", "en"],
    origins: ["http://localhost:5173"],
    auth: { issuer: "https://id.test.example/", audience: "linli-test" },
    communities: [
      { id: "lujing", name: name("鹭境社区", "Lujing") },
      { id: "heyuan", name: name("和苑社区", "Heyuan") },
    ],
    units: [
      {
        code: "points",
        name: name("积分", "points"),
        scale: 0,
        step: 1,
        transferable: "community",
        floor: 0,
        ceiling: 100_000,
        expiryMonths: 12,
        paymentCaps: [
          { period: "activity", limit: 5_000 },
          { period: "day", limit: 8_000 },
        ],
        paymentIntervalSeconds: 0,
      },
      {
        code: "minutes",
        name: name("分钟", "minutes"),
        scale: 0,
        step: 15,
        transferable: "kin",
        floor: -600,
        ceiling: 90_000,
        expiryMonths: null,
        paymentCaps: [],
        paymentIntervalSeconds: 0,
      },
    ],
    pools: [
      { code: "reward", name: name("奖励池", "Rewards"), unit: "points", budget: "open" },
      { code: "elder", name: name("助老专项", "Elder care"), unit: "points", budget: "hard", shards: 4 },
    ],
    earnRules: [
      {
        code: "patrol",
        name: name("平安巡逻", "Patrol"),
        category: "patrol",
        unit: "points",
        rate: 20,
        per: "hour",
        quantityMax: 8,
        caps: [
          { period: "day", limit: 100 },
          { period: "week", limit: 400 },
          { period: "month", limit: 1_000 },
        ],
        pool: "reward",
      },
      {
        code: "visit",
        name: name("探访老人", "Visit an elder"),
        category: "elder-care",
        unit: "points",
        rate: 30,
        per: "visit",
        quantityMax: 5,
        caps: [{ period: "day", limit: 150 }],
        pool: "elder",
      },
    ],
    redemption: { cancelWindowMinutes: 60 },
    holds: { secondsMax: 7 * 24 * 60 * 60 },
    limits: { ratePerSecond: 50, householdMembers: 8, rollRows: 5_000 },
    jobs: { pointsExpiryAt: "02:00", poolFoldMinutes: 15, holdExpiryMinutes: 1 },
    ...changes,
  });
