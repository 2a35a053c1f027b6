/** Act 1: the steward imports the roll, sees what is wrong with six rows, and imports it again. */
import type * as z from "zod";
import type { Unit } from "../../../schemas/residents/resources.ts";
import type { RollReport } from "../../../schemas/residents/roll.ts";
import { COMMUNITY, type Member, pools, UNIT, type World } from "./world.ts";

type Report = z.infer<typeof RollReport>;

const ADULT_BORN_MAX = 2007;

const importRoll = (world: World): Promise<Report> =>
  world.client.must<Report>("POST", `/v1/communities/${COMMUNITY}/roll-imports`, {
    as: world.steward,
    csv: world.roll.csv,
  });

/** Two lines for each mistake, because a reason in two languages is long. */
const showMistakes = (world: World, report: Report): void => {
  const errors = report.rows.flatMap((row) => row.errors ?? []);
  world.screen.table(
    [{ title: "行 line", number: true }, { title: "列 column" }, { title: "值 value" }, { title: "原因 reason" }],
    errors.flatMap(({ line, column, value, reason }) => [
      [String(line), column, value ?? "", report.reasons[reason]?.zh ?? reason],
      ["", "", "", report.reasons[reason]?.en ?? reason],
    ]),
  );
  const lines = new Set(errors.map(({ line }) => line));
  const kinds = new Set(errors.map(({ reason }) => reason));
  const { mistaken } = world.roll;
  world.check(
    report.rejected === mistaken && lines.size === mistaken && kinds.size === mistaken,
    `${report.rejected} 行有误，各有行号、列名和原因`,
    `${report.rejected} rows are refused, each with its line, column and reason`,
  );
};

const membersOf = (world: World, report: Report): Member[] => {
  const ids = new Map(report.rows.map(({ line, residentId }) => [line, residentId]));
  return world.roll.people.flatMap((person) => {
    const id = ids.get(person.line);
    if (id === undefined) return [];
    const account = `${id}.${UNIT}`;
    if (person.openingPoints > 0) world.book({ from: pools.issuance, to: account, amount: person.openingPoints });
    const { name, household, isWoman, birthYear } = person;
    const adult = birthYear <= ADULT_BORN_MAX;
    return [{ id, roles: ["resident"], name, account, household, adult, birthYear, isWoman }];
  });
};

/** Plays the act; afterwards the world knows its members. */
export const playRoll = async (world: World): Promise<void> => {
  const { screen, roll } = world;
  screen.heading("一、名册", "1. The roll");
  screen.say(
    `管家导入 ${roll.people.length} 位居民、${roll.homes} 户`,
    `A steward imports ${roll.people.length} residents of ${roll.homes} homes`,
  );
  const first = await importRoll(world);
  world.members = membersOf(world, first);
  world.check(
    first.imported === roll.people.length && world.members.length === roll.people.length,
    `${first.imported} 行已导入`,
    `${first.imported} rows went in`,
  );
  showMistakes(world, first);
  const buildings = new Set(roll.people.map(({ building }) => building));
  const units = await world.client.all<z.infer<typeof Unit>>(
    `/v1/communities/${COMMUNITY}/units?limit=100`,
    world.steward,
  );
  const own = units.filter(({ buildingName }) => buildings.has(buildingName));
  const whole = own.every(({ owners }) => owners.reduce((sum, { shareBps }) => sum + shareBps, 0) === 10_000);
  world.check(
    own.length === roll.homes && whole,
    `${own.length} 套房屋，产权份额各为 100%`,
    `${own.length} units, the shares of each make 100%`,
  );
  const again = await importRoll(world);
  world.check(
    again.unchanged === roll.people.length && again.imported + again.updated === 0,
    `再次导入：${again.unchanged} 行无变化，无重复`,
    `Imported again: ${again.unchanged} rows unchanged, nothing twice`,
  );
  const wrong = await world.differences();
  world.check(wrong.length === 0, "期初积分与名册一致", "Opening points are those of the roll");
};
