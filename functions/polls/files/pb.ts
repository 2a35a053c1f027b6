/**
 * `.pb`, Pabulib's format for participatory budgeting (Faliszewski et al. 2023): the sections META, PROJECTS and VOTES,
 * each a header and rows separated by semicolons. A file is kept as it stands, unknown columns included; `pb-poll.ts`
 * says what it means.
 */
import { placeOf, ROWS_MAX } from "./ranked.ts";
import { type Faults, joinCells, type Line, type Read, reading, splitCells } from "./text.ts";

/** Rows of a section under its header. */
export interface PbSection {
  readonly columns: readonly string[];
  readonly rows: readonly PbRow[];
}

export interface PbRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A `.pb` file. */
export interface PbFile {
  /** Keys and values in the order of the file; each key once. */
  readonly meta: ReadonlyMap<string, string>;
  readonly projects: PbSection;
  readonly votes: PbSection;
}

/** Projects of a file, at most. */
export const PROJECTS_MAX = 10_000;

const SECTIONS = ["META", "PROJECTS", "VOTES"] as const;
type Name = (typeof SECTIONS)[number];

const REQUIRED: Readonly<Record<Name, readonly string[]>> = {
  META: ["key", "value"],
  PROJECTS: ["project_id", "cost"],
  VOTES: ["voter_id", "vote"],
};
const ROWS: Readonly<Record<Name, number>> = { META: 1_000, PROJECTS: PROJECTS_MAX, VOTES: ROWS_MAX };

const sectionName = (text: string): Name | undefined => {
  const word = text.trim().replace(/;+$/, "").toUpperCase();
  return SECTIONS.find((name) => name === word);
};

/** Lines by section; what stands before the first heading, or a section twice, is a fault. */
const bySection = (lines: readonly Line[], faults: Faults): ReadonlyMap<Name, Line[]> => {
  const sections = new Map<Name, Line[]>();
  let current: Line[] | undefined;
  for (const line of lines) {
    if (line.text.trim() === "") continue;
    const name = sectionName(line.text);
    if (name) {
      if (sections.has(name)) faults.add(line.line, `a second section ${name}`, `重复的部分 ${name}`);
      current = [];
      sections.set(name, current);
    } else if (current) current.push(line);
    else faults.add(line.line, "expected the section META", "此处应为 META 部分");
  }
  for (const name of SECTIONS) {
    if (!sections.has(name)) faults.add(lines.length, `no section ${name}`, `缺少 ${name} 部分`);
  }
  return sections;
};

const readSection = (name: Name, lines: readonly Line[], faults: Faults): PbSection => {
  const [header, ...rest] = lines;
  const columns = (splitCells(header?.text ?? "", ";") ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = REQUIRED[name].filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const needed = `${name} needs the column ${missing.join(" and ")}`;
    faults.add(header?.line ?? 0, needed, `${name} 需要列 ${missing.join("、")}`);
  }
  const twice = columns.find((column, place) => column !== "" && columns.indexOf(column) !== place);
  if (twice !== undefined) {
    faults.add(header?.line ?? 0, `${name} has the column ${twice} twice`, `${name} 的列 ${twice} 重复`);
  }
  if (rest.length > ROWS[name]) {
    const line = rest[ROWS[name]]?.line ?? 0;
    faults.add(line, `${name} has more than ${ROWS[name]} rows`, `${name} 超过 ${ROWS[name]} 行`);
  }
  const rows: PbRow[] = [];
  for (const { line, text } of rest.slice(0, ROWS[name])) {
    const cells = splitCells(text, ";");
    if (!cells) faults.add(line, "a quote is not closed", "引号没有闭合");
    else if (name === "META") rows.push({ line, cells: [cells[0] ?? "", cells.slice(1).join(";")] });
    else if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
      const found = `${cells.length} cells under ${columns.length} columns`;
      faults.add(line, found, `${columns.length} 列之下有 ${cells.length} 个单元格`);
    } else rows.push({ line, cells: columns.map((_, place) => (cells[place] ?? "").trim()) });
  }
  return { columns, rows };
};

const readMeta = ({ rows }: PbSection, faults: Faults): Map<string, string> => {
  const meta = new Map<string, string>();
  for (const { line, cells } of rows) {
    const [key = "", value = ""] = cells.map((cell) => cell.trim());
    if (meta.has(key)) faults.add(line, `${key} stands twice in META`, `META 中 ${key} 出现两次`);
    meta.set(key, value);
  }
  return meta;
};

/** The cells of a column, empty where a row lacks it; undefined when there is no such column. */
export const column = ({ columns, rows }: PbSection, name: string): string[] | undefined => {
  const place = columns.indexOf(name);
  return place < 0 ? undefined : rows.map(({ cells }) => cells[place] ?? "");
};

const checkUnique = (section: PbSection, name: string, faults: Faults): void => {
  const seen = new Map<string, number>();
  for (const [index, id] of (column(section, name) ?? []).entries()) {
    const line = section.rows[index]?.line ?? 0;
    if (id === "") faults.add(line, `${name} is empty`, `${name} 为空`);
    else if (placeOf(seen, id) !== undefined) {
      faults.add(
        line,
        `${name} ${id} was on line ${placeOf(seen, id)}`,
        `${name} ${id} 已在第 ${placeOf(seen, id)} 行`,
      );
    } else seen.set(id, line);
  }
};

/** Reads a `.pb` text. */
export const readPb = (text: string): Read<PbFile> =>
  reading(text, (lines, faults) => {
    const sections = bySection(lines, faults);
    const [meta, projects, votes] = SECTIONS.map((name) => readSection(name, sections.get(name) ?? [], faults));
    const file = {
      meta: readMeta(meta as PbSection, faults),
      projects: projects as PbSection,
      votes: votes as PbSection,
    };
    checkUnique(file.projects, "project_id", faults);
    return file;
  });

/** Writes a `.pb` text with every column of the file. */
export const writePb = ({ meta, projects, votes }: PbFile): string => {
  const rows = ({ columns, rows: all }: PbSection): string[] => [
    columns.join(";"),
    ...all.map(({ cells }) => joinCells(cells, ";")),
  ];
  const lines = [
    "META",
    "key;value",
    ...[...meta].map((pair) => joinCells(pair, ";")),
    "PROJECTS",
    ...rows(projects),
    "VOTES",
    ...rows(votes),
  ];
  return `${lines.join("\n")}\n`;
};
