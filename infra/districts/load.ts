/** Reads and checks the district files beside it; a wrong file is refused with every path, value and reason at once. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type TransformFailure, transformSync } from "esbuild";
import { isMissing } from "../../functions/shared/fields.ts";
import { District } from "../../schemas/district.ts";
import { issueReason, type Reason, ruleReason } from "./remedies.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const FILE_ENDING = ".json";
/** Files beside the districts that are no districts. */
const OTHER_FILES: readonly string[] = ["district.schema.json"];
/** Longest text of an offending value in a message. */
const VALUE_CHARACTERS_MAX = 60;

/** One thing that is wrong in a district file. */
export interface DistrictProblem {
  /** Where: `units[0].scale`, or `line 3, column 7` when the file is not JSON. */
  readonly path: string;
  /** What stands there, as JSON, cut to a length that fits a line; empty when nothing does. */
  readonly value: string;
  readonly reason: Reason;
}

const textOf = (file: string, problems: readonly DistrictProblem[], language: keyof Reason): string => {
  const heading = language === "en" ? `${file} is not a district:` : `${file} 不是可用的区文件：`;
  const rows = problems.map(
    ({ path, value, reason }) => `  ${path}${value === "" ? "" : ` = ${value}`}: ${reason[language]}`,
  );
  return [heading, ...rows].join("\n");
};

/** A district file that cannot be used: absent, not JSON, or against the schema. */
export class DistrictRefused extends Error {
  private readonly file: string;
  readonly problems: readonly DistrictProblem[];
  constructor(file: string, problems: readonly DistrictProblem[]) {
    super(textOf(file, problems, "en"));
    this.name = "DistrictRefused";
    this.file = file;
    this.problems = problems;
  }
  /** The whole refusal in one of the platform's languages. */
  in(language: keyof Reason): string {
    return textOf(this.file, this.problems, language);
  }
}

/** Ids of the districts that have a file, sorted. */
export const listDistricts = (folder: string = HERE): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(FILE_ENDING) && !OTHER_FILES.includes(name))
    .map((name) => name.slice(0, -FILE_ENDING.length))
    .sort();

/** Absolute path of a district's file, whether or not it exists. */
export const districtFile = (id: string, folder: string = HERE): string => `${folder}/${id}${FILE_ENDING}`;

/** The validated district `id`. Throws `DistrictRefused`, which lists everything that is wrong with the file. */
export const loadDistrict = (id: string, folder: string = HERE): District => {
  const known = listDistricts(folder);
  if (!known.includes(id)) {
    const reason = ruleReason(`there is no such file; known districts: ${known.join(", ")}`);
    throw new DistrictRefused(`${id}${FILE_ENDING}`, [{ path: "district", value: JSON.stringify(id), reason }]);
  }
  const district = parseDistrict(readFileSync(districtFile(id, folder), "utf8"), `${id}${FILE_ENDING}`);
  if (district.id === id) return district;
  const reason = ruleReason(`the file's name says ${id}`);
  throw new DistrictRefused(`${id}${FILE_ENDING}`, [{ path: "id", value: JSON.stringify(district.id), reason }]);
};

/** The district in `text`, the content of the file named `file`. Throws `DistrictRefused`. */
export const parseDistrict = (text: string, file: string): District => {
  const parsed = District.safeParse(jsonOf(text, file));
  if (parsed.success) return parsed.data;
  const raw: unknown = JSON.parse(text);
  const problems = parsed.error.issues.flatMap((issue) => {
    // An unknown key is reported at the object that has it; the reader looks for the key itself.
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const reason = issueReason(issue, isMissing(raw, issue.path));
    return paths.map((path) => ({ path: pathText(path), value: valueText(raw, path), reason }));
  });
  throw new DistrictRefused(file, problems);
};

const jsonOf = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const reason = { en: `no JSON: ${message}; correct it there`, zh: `不是 JSON：${message}；请在该处更正` };
    throw new DistrictRefused(file, [{ path: placeOf(text, message), value: "", reason }]);
  }
};

/** Line and column, from 1, of a JSON error. The engine often names no offset; esbuild's JSON reader always does. */
const placeOf = (text: string, message: string): string => {
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset === undefined) {
    try {
      transformSync(text, { loader: "json", logLevel: "silent" });
    } catch (error) {
      const found = (error as TransformFailure).errors[0]?.location;
      if (found) return `line ${found.line}, column ${found.column + 1}`;
    }
  }
  const before = text.slice(0, offset === undefined ? undefined : Number(offset)).split("\n");
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
};

const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? "(whole file)"
    : path.reduce<string>((text, key) => {
        if (typeof key === "number") return `${text}[${key}]`;
        return text === "" ? String(key) : `${text}.${String(key)}`;
      }, "");

const valueText = (raw: unknown, path: readonly PropertyKey[]): string => {
  let value: unknown = raw;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined | null)?.[key];
  if (value === undefined) return "";
  const text = JSON.stringify(value);
  return text.length > VALUE_CHARACTERS_MAX ? `${text.slice(0, VALUE_CHARACTERS_MAX)}…` : text;
};
