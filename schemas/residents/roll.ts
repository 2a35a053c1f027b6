/**
 * The roll file of a community: its columns, the reasons for which a row is refused, the report, and the operation
 * that imports it.
 */
import * as z from "zod";
import { operation } from "../operation.ts";
import { line, ROLL_BYTES_MAX, Slug, Text, Uuid } from "../primitives.ts";
import { NAME_MAX } from "./resources.ts";

/** Most rows in one report; a district may set a lower limit for its files. */
export const ROLL_ROWS_MAX = 20_000;
/**
 * Write units of one row at most: building, unit and its owner, the person, an account in each of three units of
 * account, the opening entry, and the household with its accounts.
 */
export const ROLL_ROW_UNITS = 40;
/** Longest reference of a person within a roll. */
export const ROLL_REF_MAX = 40;
/** Longest shown part of a refused value. */
export const ROLL_VALUE_MAX = 40;
/**
 * Refusals after the first of each row are listed until a report has this many, so that the worst file still gets an
 * answer.
 */
export const ROLL_ERRORS_MAX = 10_000;

/** Columns of a roll, in any order, all in the header; a cell may be empty unless it says otherwise. */
export const ROLL_COLUMNS = [
  "resident_ref",
  "name",
  "birth_date",
  "phone",
  "sex",
  "building",
  "unit",
  "area_m2",
  "area_source",
  "owner_share_percent",
  "household",
  "opening_points",
] as const;
export type RollColumn = (typeof ROLL_COLUMNS)[number];

/** Every reason for which a cell or row is refused, with the sentence that tells a steward what to do. */
export const ROLL_REASONS = {
  "csv-quotes": { zh: "引号不成对或位置不对，请检查该行的引号", en: "Quotes do not match on this line; check them" },
  "csv-columns": { zh: "列数与表头不一致", en: "The number of cells differs from the header's" },
  required: { zh: "此列不能为空", en: "This cell must not be empty" },
  "too-long": { zh: "内容过长", en: "The text is too long" },
  "not-utf8": {
    zh: "文件编码不是 UTF-8，请在表格软件中另存为“CSV UTF-8”",
    en: "The file is not in UTF-8; save it as CSV UTF-8 in the spreadsheet program",
  },
  characters: { zh: "含有不允许的控制字符", en: "It holds control characters" },
  "duplicate-ref": {
    zh: "编号在文件中重复，见 value 所示的行",
    en: "The reference is also on the line shown in value",
  },
  "date-format": { zh: "日期应写作 1950-01-31", en: "Write the date as 1950-01-31" },
  "date-impossible": { zh: "没有这一天", en: "There is no such day" },
  "date-range": { zh: "日期应在 1900 年之后且不晚于今天", en: "The date must lie between 1900 and today" },
  "phone-format": {
    zh: "应为 11 位手机号或 +国际号码",
    en: "A mobile number of 11 digits, or + and an international number",
  },
  "excel-number": {
    zh: "表格软件把号码变成了科学计数法，请把该列设为文本后重新输入",
    en: "The spreadsheet turned the number into scientific notation; format the column as text and enter it again",
  },
  "sex-value": { zh: "只能是 female、male、other（或 女、男）", en: "Use female, male or other" },
  "building-missing": { zh: "填写了房号就要填写楼栋", en: "A unit needs its building" },
  "unit-missing": { zh: "填写了楼栋、面积或份额就要填写房号", en: "A building, area or share needs its unit" },
  "area-missing": { zh: "新房屋要填写面积", en: "A unit that is new needs its area" },
  "area-source-missing": { zh: "填写面积时要填写面积来源", en: "An area needs its source" },
  "number-format": { zh: "应为数字，如 89.50", en: "Write a number such as 89.50" },
  "number-negative": { zh: "不能为负数", en: "It must not be negative" },
  "number-decimals": { zh: "小数位数过多", en: "Too many decimal places" },
  "number-range": { zh: "数值超出允许范围", en: "The number is out of range" },
  "area-source-value": {
    zh: "只能是 registry、surveyed、contract（或 登记、测绘、合同）",
    en: "Use registry, surveyed or contract",
  },
  "unit-conflict": {
    zh: "同一房屋在文件中的面积或来源不一致",
    en: "The file gives this unit another area or source elsewhere",
  },
  "shares-sum": {
    zh: "该房屋的产权份额之和不是 100%，见 value",
    en: "The unit's shares do not sum to 100%, see value",
  },
  "co-owner-rejected": {
    zh: "有共有人的行未被接受，产权暂未登记，改正后重新导入即可",
    en: "The row of a co-owner was refused, so ownership waits; correct it and import again",
  },
  "owners-many": { zh: "该房屋的共有人过多", en: "The unit has too many owners" },
  "household-full": { zh: "该户成员已满", en: "The household is full" },
  "household-other": {
    zh: "此人已属于另一户，请先移出",
    en: "The person belongs to another household; leave it first",
  },
  "points-unit": { zh: "本区没有启用积分", en: "The district does not use points" },
  "points-step": { zh: "不是积分最小步长的整数倍", en: "Not a whole number of the unit's steps" },
  "opening-changed": {
    zh: "期初积分只在首次导入时发放一次，已发放的数额见 value",
    en: "Opening points are given once, with the first import; value shows what was given",
  },
  erased: {
    zh: "此人的资料已按请求删除，不再导入",
    en: "This person's data was erased on request and is not imported again",
  },
} as const satisfies Record<string, { zh: string; en: string }>;

/** Stable code of a reason. */
export type RollReason = keyof typeof ROLL_REASONS;

/** A refused cell; personal data in `value` is masked. */
export const RollError = z
  .strictObject({
    line: z.int().min(1).describe("Line of the file on which the row begins; the header is line 1."),
    column: z.enum([...ROLL_COLUMNS, "row"]).describe("`row` when the whole row is meant."),
    reason: z.enum(Object.keys(ROLL_REASONS) as [RollReason, ...RollReason[]]),
    value: z.string().max(120).optional(),
  })
  .meta({ id: "RollError" });

/** What became of one row. An accepted row with errors went in but for the part that they name. */
export const RollRow = z
  .strictObject({
    line: z.int().min(1),
    outcome: z.enum(["imported", "updated", "unchanged", "rejected"]),
    residentId: Uuid.optional(),
    errors: z.array(RollError).optional(),
  })
  .meta({ id: "RollRow" });

/** Report of an import: counts, each row in the order of the file, and a legend of the reasons that occur. */
export const RollReport = z
  .strictObject({
    id: Uuid,
    community: Slug,
    imported: z.int().min(0),
    updated: z.int().min(0),
    unchanged: z.int().min(0),
    rejected: z.int().min(0),
    rows: z.array(RollRow).max(ROLL_ROWS_MAX),
    reasons: z.record(z.string(), Text),
  })
  .meta({ id: "RollReport" });

/** Name of a building, unit or household inside a roll. */
export const RollLabel = line(NAME_MAX);

/** The import. */
export const rollOperations = {
  importRoll: operation({
    id: "importRoll",
    context: "residents",
    method: "POST",
    path: "/v1/communities/{communityId}/roll-imports",
    summary: "Import a community's roll: good rows go in, bad rows are listed; safe to send again",
    roles: ["steward", "district-admin"],
    params: z.strictObject({ communityId: Slug }),
    body: z
      .string()
      .min(1)
      .max(ROLL_BYTES_MAX)
      .meta({ description: `CSV in UTF-8 with the header ${ROLL_COLUMNS.join(",")}` }),
    bodyType: "text/csv",
    reply: RollReport,
    status: 200,
    repeat: "key",
    dryRun: true,
    writeUnits: ROLL_ROW_UNITS * ROLL_ROWS_MAX,
    actions: ["GetItem", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
    refusals: [
      "residents/roll-header",
      "residents/roll-too-long",
      "residents/roll-unfinished",
      "request/media-type",
      "request/too-large",
      "request/key-reused",
      "resource/not-found",
    ],
  }),
};
