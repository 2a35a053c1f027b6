/** Init, check and list of district files. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { District } from "../../../schemas/district.ts";
import { requireCapabilities } from "../../aws/regions.ts";
import { DistrictRefused, districtFile, listDistricts, loadDistrict, parseDistrict } from "../../districts/load.ts";
import { type Cli, EXIT, Failure, paint, say, type Words } from "../cli.ts";
import { lastRelease } from "../stack/released.ts";

const WIDTH_MAX = 120;

const checkOne = (cli: Cli, name: string, folder: string | undefined): boolean => {
  const isFile = name.endsWith(".json") || name.includes("/");
  try {
    const district = isFile ? parseDistrict(readFileSync(name, "utf8"), basename(name)) : loadDistrict(name, folder);
    // Without a region in the file the shell decides at deploy, where it is looked at again.
    if (district.aws.region) requireCapabilities(district, district.aws.region);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new Failure({
        zh: `没有文件 ${name}；请检查路径，或用 list 查看已有的区。`,
        en: `There is no file ${name}; look at the path, or see the districts with list.`,
      });
    }
    if (!(error instanceof DistrictRefused)) throw error;
    for (const { path, value, reason } of error.problems) {
      const found = value === "" ? "" : ` = ${value}`;
      cli.print(`${paint(cli, "red", "✗")} ${name}: ${path}${found}: ${reason[cli.language]}`);
    }
    return false;
  }
  cli.print(`${paint(cli, "green", "✓")} ${name}`);
  return true;
};

/** `check`: every error of the named district (id or file), or of all. Returns the exit code. */
export const checkCommand = (cli: Cli, name: string | undefined, options: { districts?: string }): number => {
  const names = name === undefined ? listDistricts(options.districts) : [name];
  const good = names.map((one) => checkOne(cli, one, options.districts));
  return good.every(Boolean) ? EXIT.done : EXIT.failed;
};

const summary = (cli: Cli, id: string, { name, communities, units }: District): string => {
  const release = lastRelease(id);
  const zh = release ? `${release.version}，${release.releasedAt}` : "未发布";
  const en = release ? `${release.version}, ${release.releasedAt}` : "not released";
  const codes = units.map(({ code }) => code).join(", ");
  const parts = [
    id,
    name[cli.language],
    say(cli, { zh: `${communities.length} 个社区`, en: `${communities.length} communities` }),
  ];
  return [...parts, codes, say(cli, { zh, en })].join("\t");
};

/** `list`: one line for each district file, with its last release. Returns the exit code. */
export const listCommand = (cli: Cli, options: { districts?: string }): number => {
  let code: number = EXIT.done;
  for (const id of listDistricts(options.districts)) {
    try {
      cli.print(summary(cli, id, loadDistrict(id, options.districts)));
    } catch (error) {
      if (!(error instanceof DistrictRefused)) throw error;
      cli.print(`${id}\t${paint(cli, "red", say(cli, { zh: "有错误，见 check", en: "wrong, see check" }))}`);
      code = EXIT.failed;
    }
  }
  return code;
};

/** What a new district is asked; each is a flag too. */
export interface InitOptions {
  readonly districts?: string;
  readonly preset?: string;
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** `id:中文名:English name`. */
  readonly community?: readonly string[];
  readonly origin?: readonly string[];
}

const missing = (flag: string, words: Words): Failure =>
  new Failure({ zh: `缺少${words.zh}；请加上 ${flag}。`, en: `The ${words.en} is missing; add ${flag}.` }, EXIT.usage);

const answer = async (cli: Cli, given: string | undefined, flag: string, words: Words, usual?: string) => {
  if (given !== undefined) return given;
  if (!cli.interactive) {
    if (usual !== undefined) return usual;
    throw missing(flag, words);
  }
  const hint = usual === undefined ? "" : ` [${usual}]`;
  const text = await cli.ask(`${say(cli, words)}${hint}: `);
  if (text === "" && usual === undefined) throw missing(flag, words);
  return text === "" ? usual : text;
};

const COMMUNITIES: Words = {
  zh: "社区，逗号分隔，每个为 id:中文名:英文名",
  en: "communities, comma-separated, each as id:Chinese name:English name",
};

const communityOf = (text: string): District["communities"][number] => {
  const [id = "", zh = "", en = ""] = text.split(":").map((part) => part.trim());
  if (id === "" || zh === "" || en === "") {
    throw new Failure(
      {
        zh: `“${text}”不是社区；请写成 id:中文名:英文名，例如 hedong:河东社区:Hedong。`,
        en: `"${text}" is no community; write id:Chinese name:English name, such as hedong:河东社区:Hedong.`,
      },
      EXIT.usage,
    );
  }
  return { id, name: { zh, en } };
};

/** JSON as the repository's formatter writes it: lists of plain values on one line where they fit. */
export const districtText = (district: object): string => {
  const text = JSON.stringify(district, null, 2);
  const scalar = String.raw`(?:"(?:[^"\\\n]|\\.)*"|-?[\d.]+|true|false|null)`;
  const lists = new RegExp(String.raw`^(.*)\[\n\s+(${scalar}(?:,\n\s+${scalar})*)\n\s+\](,?)$`, "gm");
  const joined = text.replace(lists, (whole, before: string, members: string, comma: string) => {
    const line = `${before}[${members.replaceAll(/,\n\s+/g, ", ")}]${comma}`;
    return [...line].length > WIDTH_MAX ? whole : line;
  });
  return `${joined}\n`;
};

const askDistrict = async (cli: Cli, id: string, preset: District, options: InitOptions): Promise<object> => {
  const text = (given: string | undefined, flag: string, words: Words, usual?: string) =>
    answer(cli, given, flag, words, usual);
  const zh = await text(options.nameZh, "--name-zh", { zh: "中文名称", en: "Chinese name" });
  const en = await text(options.nameEn, "--name-en", { zh: "英文名称", en: "English name" });
  const issuer = await text(options.issuer, "--issuer", {
    zh: "OIDC 签发者的 https 地址",
    en: "https address of the OIDC issuer",
  });
  const audience = await text(
    options.audience,
    "--audience",
    { zh: "令牌的受众", en: "audience of its tokens" },
    `linli-${id}`,
  );
  const listed = options.community ?? (await text(undefined, "--community", COMMUNITIES))?.split(/[,，]/) ?? [];
  // Account, region and switches of another district's stack are its own; the schema has defaults.
  const {
    $schema,
    units,
    pools,
    earnRules,
    redemption,
    holds,
    limits,
    jobs,
    zone,
    locales,
    aws: _aws,
    ...others
  } = preset;
  return {
    $schema: $schema ?? "./district.schema.json",
    ...others,
    id,
    name: { zh, en },
    zone,
    locales,
    origins: options.origin ?? [],
    auth: { issuer, audience },
    communities: listed.map(communityOf),
    units,
    pools,
    earnRules,
    redemption,
    holds,
    limits,
    jobs,
  };
};

/** `init`: writes a new district file from a preset and the answers. Returns the exit code. */
export const initCommand = async (cli: Cli, id: string, options: InitOptions): Promise<number> => {
  const file = districtFile(id, options.districts);
  if (existsSync(file)) {
    throw new Failure({
      zh: `区 ${id} 已有文件 ${file}；请直接编辑它，或换一个 id。`,
      en: `The district ${id} has its file already, ${file}; edit that one, or choose another id.`,
    });
  }
  const known = listDistricts(options.districts);
  const usual = known.includes("keqiao") ? "keqiao" : known[0];
  const name =
    (await answer(
      cli,
      options.preset,
      "--preset",
      { zh: `预设（${known.join("、")}）`, en: `preset (${known.join(", ")})` },
      usual,
    )) ?? "";
  const text = districtText(await askDistrict(cli, id, loadDistrict(name, options.districts), options));
  parseDistrict(text, `${id}.json`);
  writeFileSync(file, text, { flag: "wx" });
  cli.print(
    say(cli, {
      zh: `已写入 ${file}；请核对积分规则，然后运行 check ${id}。`,
      en: `Written to ${file}; look through the rules, then run check ${id}.`,
    }),
  );
  return EXIT.done;
};
