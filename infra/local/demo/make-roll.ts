/**
 * Makes roll.csv: 500 invented people in 180 homes, and six rows with the mistakes that real rolls have.
 * `node infra/local/demo/make-roll.ts` writes it again; the same seed gives the same file, which a test compares.
 */
import { writeFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import { ROLL_COLUMNS, type RollColumn } from "../../../schemas/residents/roll.ts";
import { Random } from "./random.ts";

export const ROLL_SEED = 20_190_321;
export const RESIDENTS = 500;
export const HOMES = 180;

const FLOORS = 15;
const DOORS = 2;
const YEAR = 2026;

const SURNAMES = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
];
const MALE = [..."伟强磊军勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆建国志文海林晨阳铭轩博瑞泽嘉子"];
const FEMALE = [..."芳娜敏静丽艳娟霞燕玲桂英秀兰萍红梅琳雪倩颖慧莹婷洁欣怡佳雨晓月云瑶诗涵思宁馨"];
const SIZES = [
  [1, 15],
  [2, 30],
  [3, 30],
  [4, 17],
  [5, 8],
] as const;
const LAYOUTS = [6_283, 7_451, 8_926, 9_853, 11_038, 12_874];

type Row = Record<RollColumn, string>;
type Sex = "男" | "女";

interface Person {
  readonly surname: string;
  readonly sex: Sex;
  readonly bornMin: number;
  readonly bornMax: number;
}

const EMPTY = Object.fromEntries(ROLL_COLUMNS.map((column) => [column, ""])) as Row;

/** Sizes of the homes: drawn by weight, then evened out one by one until they hold exactly all people. */
const homeSizes = (random: Random): number[] => {
  const sizes = Array.from({ length: HOMES }, () => random.weighted<number>(SIZES));
  let sum = sizes.reduce((total, size) => total + size, 0);
  while (sum !== RESIDENTS) {
    const index = random.int(0, HOMES - 1);
    const size = (sizes[index] ?? 0) + Math.sign(RESIDENTS - sum);
    if (size < 1 || size > 5) continue;
    sizes[index] = size;
    sum += Math.sign(RESIDENTS - sum);
  }
  return sizes;
};

/**
 * A couple first, then children under the husband's name, then a grandparent or two; who lives alone is old or young.
 */
const family = (random: Random, size: number): Person[] => {
  const husband = random.pick(SURNAMES);
  const born = random.int(YEAR - 72, YEAR - 30);
  if (size === 1) {
    const alone = random.chance(0.6) ? random.int(YEAR - 90, YEAR - 66) : random.int(YEAR - 38, YEAR - 23);
    return [{ surname: husband, sex: random.pick(["男", "女"]), bornMin: alone, bornMax: alone }];
  }
  const people: Person[] = [
    { surname: husband, sex: "男", bornMin: born, bornMax: born },
    { surname: random.pick(SURNAMES), sex: "女", bornMin: born - 2, bornMax: born + 4 },
  ];
  const elders = size === 5 ? 2 : size === 4 && random.chance(0.4) ? 1 : 0;
  for (let child = 0; child < size - 2 - elders; child++) {
    const bornMin = born + 25 + 3 * child;
    people.push({
      surname: husband,
      sex: random.pick(["男", "女"]),
      bornMin,
      bornMax: Math.min(bornMin + 2, YEAR - 1),
    });
  }
  for (let elder = 0; elder < elders; elder++) {
    const bornMax = Math.min(Math.max(born - 23, YEAR - 96), YEAR - 60);
    people.push({ surname: husband, sex: elder === 0 ? "女" : "男", bornMin: bornMax - 3, bornMax });
  }
  return people;
};

const twoDigits = (value: number): string => String(value).padStart(2, "0");

const nameOf = (random: Random, { surname, sex }: Person): string => {
  const characters = sex === "男" ? MALE : FEMALE;
  const first = random.pick(characters);
  return `${surname}${first}${random.chance(0.72) ? random.pick(characters) : ""}`;
};

/** Shares of the first people of a home, which sum to the whole. */
const shares = (random: Random, size: number): string[] => {
  if (size === 1 || random.chance(0.5)) return ["100"];
  if (size >= 5 && random.chance(0.5)) return ["33.34", "33.33", "33.33"];
  return random.chance(0.75) ? ["50", "50"] : ["70", "30"];
};

/** The prefix 143 has not been given out to any carrier, so these numbers ring nobody. */
const phoneOf = (number: number): string => `143${String(10_000_000 + number * 7_919).slice(-8)}`;

const home = (random: Random, index: number, size: number, firstNumber: number): Row[] => {
  const perBuilding = FLOORS * DOORS;
  const within = index % perBuilding;
  const building = `${Math.floor(index / perBuilding) + 1}幢`;
  const unit = `${Math.floor(within / DOORS) + 1}${twoDigits((within % DOORS) + 1)}`;
  const area = ((random.pick(LAYOUTS) + random.int(-40, 40)) / 100).toFixed(2);
  const source = random.weighted([
    ["登记", 80],
    ["测绘", 12],
    ["合同", 8],
  ]);
  const owned = shares(random, size);
  return family(random, size).map((person, member) => {
    const born = random.int(person.bornMin, person.bornMax);
    const number = firstNumber + member;
    const adult = YEAR - born > 18;
    return {
      resident_ref: `R${String(number).padStart(4, "0")}`,
      name: nameOf(random, person),
      birth_date: `${born}-${twoDigits(random.int(1, 12))}-${twoDigits(random.int(1, 28))}`.replace("2026-", "2025-"),
      phone: YEAR - born >= 12 && YEAR - born < 86 ? phoneOf(number) : "",
      sex: person.sex,
      building,
      unit,
      area_m2: area,
      area_source: source,
      owner_share_percent: owned[member] ?? "",
      household: `${building}${unit}`,
      opening_points: adult ? String(random.int(0, 12) * 10) : "",
    };
  });
};

/** Rows that somebody added by hand, each with another mistake, and the index before which each stands in the file. */
const mistakes = (good: readonly Row[]): readonly (readonly [before: number, row: Row])[] => {
  const twin = good[16] as Row;
  const typed = (ref: string, name: string, change: Partial<Row>): Row => ({
    ...EMPTY,
    resident_ref: ref,
    name,
    birth_date: "1958-03-12",
    sex: "女",
    ...change,
  });
  return [
    [41, typed("N001", "沈阿毛", { birth_date: "1958-02-30" })],
    [97, typed("N002", "鲁小珍", { phone: "1.43E+10" })],
    [188, typed("N003", "", { phone: phoneOf(9_001) })],
    [263, typed(twin.resident_ref, twin.name, { birth_date: twin.birth_date, sex: twin.sex })],
    [340, typed("N004", "章水根", { unit: "801", sex: "男" })],
    [455, typed("N005", "邵月仙", { opening_points: "-20" })],
  ];
};

/** Text of the roll: UTF-8 CSV with a header, people home by home. */
export const makeRoll = (seed: number = ROLL_SEED): string => {
  const random = new Random(seed);
  const good: Row[] = [];
  for (const [index, size] of homeSizes(random).entries()) good.push(...home(random, index, size, good.length + 1));
  const bad = new Map(mistakes(good));
  const rows = good.flatMap((row, index) => {
    const mistaken = bad.get(index);
    return mistaken ? [mistaken, row] : [row];
  });
  return stringify(rows, { header: true, columns: [...ROLL_COLUMNS] });
};

if (import.meta.main) writeFileSync(new URL("roll.csv", import.meta.url), makeRoll());
