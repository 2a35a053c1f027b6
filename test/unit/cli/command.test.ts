/** The command line itself: files, plan and deploy, doctor, usage; nothing outside this machine is touched. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { languageOf } from "../../../infra/cli/cli.ts";
import { doctorCommand, type Probes } from "../../../infra/cli/commands/doctor.ts";
import { districtText } from "../../../infra/cli/commands/files.ts";
import { functionOf } from "../../../infra/cli/commands/jobs.ts";
import { deployCommand, diffCommand } from "../../../infra/cli/commands/stack.ts";
import { tell } from "../../../infra/cli/faults.ts";
import { runDistrict } from "../../../infra/cli/program.ts";
import { keepRelease, lastRelease, type Release } from "../../../infra/cli/stack/released.ts";
import { districtFile, listDistricts, loadDistrict } from "../../../infra/districts/load.ts";
import { jobNames } from "../../../infra/districts/schedules.ts";
import { synthesise } from "../../infra/synth.ts";
import { fakeCli } from "../../support/cli.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const copy = (id = "keqiao") => writeFileSync(join(folder, `${id}.json`), readFileSync(districtFile(id)));

/** Several syntheses of a whole district, each of some seconds, beside another worker. */
const SYNTHESES_MS_MAX = 180_000;

describe("init", () => {
  const flags = ["--name-zh", "越城区", "--name-en", "Yuecheng", "--issuer", "https://id.yuecheng.example/"];
  const community = ["--community", "fushan:府山街道:Fushan", "--community", "jishan:稽山街道:Jishan"];

  it("makes a file from flags that passes check, with the preset's rules", async () => {
    copy();
    const at = ["--districts", folder];
    expect(await runDistrict(fakeCli(), ["init", "yuecheng", ...flags, ...community, ...at])).toBe(0);
    const made = loadDistrict("yuecheng", folder);
    const preset = loadDistrict("keqiao", folder);
    expect(made).toMatchObject({
      id: "yuecheng",
      name: { zh: "越城区", en: "Yuecheng" },
      auth: { issuer: "https://id.yuecheng.example/", audience: "linli-yuecheng" },
      origins: [],
    });
    expect(made.communities.map(({ id }) => id)).toEqual(["fushan", "jishan"]);
    expect([made.units, made.earnRules, made.jobs]).toEqual([preset.units, preset.earnRules, preset.jobs]);
    expect(await runDistrict(fakeCli(), ["check", "yuecheng", ...at])).toBe(0);
  });

  it("asks on a terminal for what the flags leave open, with the usual answer", async () => {
    copy();
    const answers = ["", "越城区", "Yuecheng", "https://id.yuecheng.example/", "", "fushan:府山街道:Fushan"];
    const cli = fakeCli({ interactive: true }, answers);
    expect(await runDistrict(cli, ["init", "yuecheng", "--districts", folder])).toBe(0);
    expect(loadDistrict("yuecheng", folder).auth.audience).toBe("linli-yuecheng");
    expect(cli.noted.join()).toContain("audience of its tokens [linli-yuecheng]");
  });

  it("says what is missing where nobody can be asked, and writes no wrong or second file", async () => {
    copy();
    const at = ["--districts", folder];
    const cli = fakeCli();
    expect(await runDistrict(cli, ["init", "yuecheng", ...at])).toBe(2);
    expect(cli.noted).toEqual(["linli: The Chinese name is missing; add --name-zh.\n"]);
    expect(await runDistrict(cli, ["init", "Yuecheng", ...flags, ...community, ...at])).toBe(1);
    expect(cli.noted.at(-1)).toContain('id = "Yuecheng"');
    expect(await runDistrict(cli, ["init", "yuecheng", ...flags, "--community", "fushan", ...at])).toBe(2);
    expect(await runDistrict(cli, ["init", "keqiao", ...flags, ...community, ...at])).toBe(1);
    expect(cli.noted.at(-1)).toMatch(/has its file already/);
    expect(listDistricts(folder)).toEqual(["keqiao"]);
  });

  it.each(listDistricts())("writes as the repository's formatter does: %s", (id) => {
    const text = readFileSync(districtFile(id), "utf8");
    expect(districtText(JSON.parse(text))).toBe(text);
  });
});

describe("check", () => {
  it("names path, value and reason of every error, in the person's language", async () => {
    copy();
    const district = JSON.parse(readFileSync(districtFile("keqiao"), "utf8"));
    district.zone = "Asia/Nowhere";
    district.units[0].scale = 9;
    district.typo = true;
    const file = join(folder, "wrong.json");
    writeFileSync(file, JSON.stringify(district));
    const cli = fakeCli();
    expect(await runDistrict(cli, ["check", file])).toBe(1);
    expect(cli.printed).toHaveLength(3);
    expect(cli.printed.join("\n")).toContain('zone = "Asia/Nowhere": not an IANA time zone');
    expect(cli.printed.join("\n")).toContain("units[0].scale = 9: at most 4");
    expect(cli.printed.join("\n")).toContain("typo = true: unknown key");
    const zh = fakeCli({ language: "zh" });
    expect(await runDistrict(zh, ["check", file])).toBe(1);
    expect(zh.printed.join("\n")).toContain("typo = true: 未知的键；请更正或删除");
    expect(zh.printed.join("\n")).toContain("units[0].scale = 9: 最多 4");
    await runDistrict(fakeCli(), ["check", "keqiao"]);
  });

  it("checks all districts by default, and says that a file is not there", async () => {
    copy();
    const cli = fakeCli();
    expect(await runDistrict(cli, ["check", "--districts", folder])).toBe(0);
    expect(cli.printed).toEqual(["✓ keqiao"]);
    expect(await runDistrict(cli, ["check", "none.json"])).toBe(1);
    expect(cli.noted).toEqual([
      "linli: There is no file none.json; look at the path, or see the districts with list.\n",
    ]);
  });

  it("is what list points to where a file is wrong", async () => {
    copy();
    writeFileSync(join(folder, "broken.json"), "{");
    const cli = fakeCli();
    expect(await runDistrict(cli, ["list", "--districts", folder])).toBe(1);
    expect(cli.printed).toEqual(["broken\twrong, see check", expect.stringContaining("keqiao\tKeqiao\t6 communities")]);
  });
});

describe("diff and deploy", () => {
  const options = () => ({ released: join(folder, "released"), out: join(folder, "out"), region: "cn-north-1" });
  const release = (change: (text: string) => string): void => {
    const last = lastRelease("keqiao", options().released) as Release;
    keepRelease(JSON.parse(change(JSON.stringify(last))) as Release, options().released);
  };

  it(
    "deploy what was shown, keep the template, and then find no difference",
    async () => {
      const cli = fakeCli({ interactive: true }, ["yes"]);
      expect(await deployCommand(cli, "keqiao", options())).toBe(0);
      expect(cli.noted).toEqual(["Deploy linli-keqiao? Type yes: "]);
      expect(cli.ran).toHaveLength(1);
      const { args } = cli.ran[0] as (typeof cli.ran)[number];
      expect(args.slice(1)).toEqual(["deploy", "--all", "--app", join(folder, "out"), "--require-approval", "never"]);
      expect(existsSync(join(folder, "out", "linli-keqiao.template.json"))).toBe(true);
      expect(lastRelease("keqiao", options().released)).toMatchObject({ region: "cn-north-1", version: "0.1.0" });
      const again = fakeCli();
      expect(await diffCommand(again, "keqiao", options())).toBe(0);
      expect(again.printed.at(-1)).toBe("Nothing changes.");
      release((text) => text.replaceAll("DataTable", "OldTable"));
      const after = fakeCli({ terminal: true });
      expect(await diffCommand(after, "keqiao", options())).toBe(3);
      const red = after.printed.filter((line) => line.startsWith("\u001b[31m"));
      expect(red.join("\n")).toMatch(/- AWS::DynamoDB::Table.*\n.*! OldTable.*all data of the district stays behind/);
      const stopped = fakeCli();
      await expect(deployCommand(stopped, "keqiao", { ...options(), yes: true })).rejects.toThrow(/--lose OldTable/);
      expect(stopped.ran).toEqual([]);
    },
    SYNTHESES_MS_MAX,
  );

  it(
    "ask before anything runs, and need --yes where nobody can answer",
    async () => {
      const no = fakeCli({ interactive: true }, ["no"]);
      expect(await deployCommand(no, "keqiao", options())).toBe(1);
      const alone = fakeCli();
      await expect(deployCommand(alone, "keqiao", options())).rejects.toThrow(/add --yes/);
      expect([...no.ran, ...alone.ran]).toEqual([]);
    },
    SYNTHESES_MS_MAX,
  );

  it("keep no template of a deploy that failed", async () => {
    const cli = fakeCli({}, [], 1);
    await expect(deployCommand(cli, "keqiao", { ...options(), yes: true })).rejects.toThrow(/cdk deploy ended with 1/);
    expect(lastRelease("keqiao", options().released)).toBeUndefined();
  });
});

describe("doctor", () => {
  const healthy: Probes = {
    nodeVersion: "24.21.0",
    identity: async () => "arn:aws-cn:iam::111122223333:user/deployer",
    region: async () => "cn-north-1",
    bootstrap: async () => 21,
    resolves: async () => true,
    issuer: async () => true,
  };
  const look = async (changes: Partial<Probes>, id = "keqiao") => {
    const cli = fakeCli();
    const code = await doctorCommand(cli, id, { region: "cn-north-1" }, { ...healthy, ...changes });
    return { code, wrong: cli.printed.filter((line) => !line.startsWith("✓")) };
  };

  it("finds nothing missing where nothing is", async () => {
    expect(await look({})).toEqual({ code: 0, wrong: [] });
  });

  it(
    "names each thing that is missing, with what to do",
    async () => {
      const missing = Object.assign(new Error("no"), { name: "CredentialsProviderError" });
      const { code, wrong } = await look({
        nodeVersion: "20.19.0",
        identity: () => Promise.reject(missing),
        resolves: async (host) => !host.startsWith("scheduler."),
        issuer: async () => false,
      });
      expect(code).toBe(1);
      expect(wrong).toEqual([
        "✗ Node 20.19.0 is too old; install 22.18 or newer.",
        expect.stringMatching(/^\? The issuer .* shows no OIDC configuration/),
        "✗ The region cn-north-1 lacks scheduler; choose another.",
        expect.stringMatching(/^✗ There are no usable AWS credentials; run aws configure/),
      ]);
    },
    SYNTHESES_MS_MAX,
  );

  it(
    "says how to bootstrap an account that is not, and that one of an old version is",
    async () => {
      expect((await look({ bootstrap: async () => undefined })).wrong).toEqual([
        "✗ Account and region are not bootstrapped; run npx cdk bootstrap aws://<account>/cn-north-1.",
      ]);
      expect((await look({ bootstrap: async () => 5 })).code).toBe(1);
    },
    SYNTHESES_MS_MAX,
  );

  it(
    "takes no issuer without https, and waits for no region that cannot be asked",
    async () => {
      expect((await look({}, "demo")).wrong).toEqual([expect.stringContaining("is not https")]);
      expect((await look({ resolves: async () => undefined })).code).toBe(0);
    },
    SYNTHESES_MS_MAX,
  );
});

describe("the function of a job", () => {
  const { template } = synthesise("keqiao");
  const resources = Object.entries(template.toJSON().Resources as Record<string, { Type: string }>).map(
    ([LogicalResourceId, { Type }]) => ({
      LogicalResourceId,
      ResourceType: Type,
      PhysicalResourceId: LogicalResourceId,
    }),
  );

  it("is found in the stack for every scheduled job, and for no other", () => {
    const found = jobNames.map((job) => functionOf(job, resources));
    expect(new Set(found).size).toBe(jobNames.length);
    expect(found.every((name) => name !== undefined)).toBe(true);
    expect(functionOf("bootstrap", resources)).toBeUndefined();
    expect(functionOf("pool-fold", [])).toBeUndefined();
  });
});

describe("the command line", () => {
  it("refuses what it does not know in one line, with the help to read", async () => {
    for (const args of [
      ["frob"],
      ["export", "demo"],
      ["check", "--frob"],
      ["export", "demo", "--to", "x", "--passes", "1"],
    ]) {
      const cli = fakeCli();
      expect(await runDistrict(cli, args), args.join(" ")).toBe(2);
      expect(cli.noted, args.join(" ")).toEqual([expect.stringMatching(/^linli: Wrong usage: .*--help\.\n$/)]);
    }
    const zh = fakeCli({ language: "zh" });
    expect(await runDistrict(zh, ["jobs", "run", "frob", "demo"])).toBe(2);
    expect(zh.noted.join()).toContain("没有任务 frob；可用：");
  });

  it("shows help with examples for every command", async () => {
    const cli = fakeCli();
    expect(await runDistrict(cli, ["export", "--help"])).toBe(0);
    expect(cli.printed.join("\n")).toContain("npm run district -- export demo --to backup --data .linli");
  });

  it.each([
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "en"],
    [{ LC_ALL: "", LC_MESSAGES: "zh_CN", LANG: "C" }, "zh"],
    [{}, "en"],
  ])("speaks the language of %j: %s", (env, language) => {
    expect(languageOf(env)).toBe(language);
  });

  it("tells a fault in one line without a stack, and with one for a report", () => {
    const error = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
    const cli = fakeCli();
    expect(tell(cli, error)).toBe(1);
    expect(cli.noted).toEqual([expect.stringMatching(/^linli: Neither database nor AWS answers there; [^\n]*\n$/)]);
    const unforeseen = fakeCli();
    tell(unforeseen, new RangeError("first\nsecond"));
    expect(unforeseen.noted).toEqual([
      expect.stringMatching(/^linli: .*\(RangeError: first\).*LINLI_DEBUG=1[^\n]*\n$/),
    ]);
    const debugging = fakeCli({ env: { LINLI_DEBUG: "1" } });
    tell(debugging, error);
    expect(debugging.noted).toHaveLength(2);
  });
});
