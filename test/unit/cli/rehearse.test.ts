/** The rehearsal's flow with an account of the test's own; against a real emulator: test/integration/cli. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TableDescription } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rehearseCommand, type Theatre } from "../../../infra/cli/commands/rehearse.ts";
import { runDistrict } from "../../../infra/cli/program.ts";
import { emulatorOf, loopbackEndpoint, openEmulator } from "../../../infra/cli/rehearsal/emulator.ts";
import {
  forEmulator,
  missingResources,
  tableDifferences,
  templateTableFaults,
  unexpectedChanges,
} from "../../../infra/cli/rehearsal/expect.ts";
import type { Stage } from "../../../infra/cli/rehearsal/stage.ts";
import { compareTemplates } from "../../../infra/cli/stack/compare.ts";
import type { StackTemplate, TemplateResource } from "../../../infra/cli/stack/synthesise.ts";
import { createTableInput } from "../../../schemas/table.ts";
import { synthesise } from "../../infra/synth.ts";
import { fakeCli } from "../../support/cli.ts";

const first = synthesise("keqiao", "cn-north-1").template.toJSON() as StackTemplate;
const idsOf = (type: string): string[] =>
  Object.entries(first.Resources).flatMap(([id, { Type }]) => (Type === type ? [id] : []));
const [TABLE = ""] = idsOf("AWS::DynamoDB::Table");
const [QUEUE = ""] = idsOf("AWS::SQS::Queue");

/** `first` with properties of one resource changed. */
const withProperties = (template: StackTemplate, id: string, properties: object): StackTemplate => {
  const resource = template.Resources[id] as TemplateResource;
  const changed = { ...resource, Properties: { ...resource.Properties, ...properties } };
  return { ...template, Resources: { ...template.Resources, [id]: changed } };
};

/** What another minute of one schedule changes: it, the code of every function, the bootstrap. */
const later = [
  ...idsOf("AWS::Lambda::Function").map((id) => [id, { Code: { S3Bucket: "b", S3Key: `${id}.zip` } }] as const),
  ...idsOf("AWS::Scheduler::Schedule")
    .slice(0, 1)
    .map((id) => [id, { ScheduleExpression: "rate(9 minutes)" }] as const),
  ...idsOf("Custom::LinliBootstrap").map((id) => [id, { district: "other" }] as const),
].reduce((template, [id, properties]) => withProperties(template, id, properties), first);

const described: TableDescription = {
  ...(createTableInput("deployed", { stream: true }) as TableDescription),
  BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
  DeletionProtectionEnabled: true,
};

describe("what a rehearsal expects", () => {
  it("is nothing but code, one schedule and the bootstrap when a schedule changes", () => {
    expect(unexpectedChanges(compareTemplates(first, later))).toEqual([]);
    expect(compareTemplates(first, later).changes.length).toBeGreaterThan(15);
  });

  it("names whatever else would change", () => {
    const queue = withProperties(later, QUEUE, { MessageRetentionPeriod: 60 });
    expect(unexpectedChanges(compareTemplates(first, queue))).toEqual([
      expect.stringMatching(/^update AWS::SQS::Queue .*\(MessageRetentionPeriod\)$/),
    ]);
    const table = withProperties(first, TABLE, { TableName: "other" });
    expect(unexpectedChanges(compareTemplates(first, table))[0]).toMatch(/^replace AWS::DynamoDB::Table/);
    const { [QUEUE]: _, ...Resources } = first.Resources;
    expect(unexpectedChanges(compareTemplates(first, { ...first, Resources }))).toEqual([
      expect.stringMatching(/^remove AWS::SQS::Queue/),
    ]);
  });

  it("gives the emulator the template without the pattern of the archive and the address of the API alone", () => {
    const [archive = ""] = idsOf("AWS::Events::Archive");
    const { changes } = compareTemplates(first, forEmulator(first));
    expect(changes).toMatchObject([{ id: archive, properties: ["EventPattern"] }]);
    expect(Object.keys(first.Outputs ?? {})).toContain("ApiUrl");
    const { ApiUrl: _, ...others } = first.Outputs ?? {};
    expect(forEmulator(first).Outputs).toEqual(others);
  });

  it("is every resource but those that the emulator leaves out", () => {
    const made = new Map(Object.keys(first.Resources).map((id) => [id, id]));
    expect(missingResources(first, made)).toEqual([]);
    made.delete(TABLE);
    for (const id of idsOf("AWS::Scheduler::Schedule")) made.delete(id);
    expect(missingResources(first, made)).toEqual([`AWS::DynamoDB::Table ${TABLE}`]);
  });

  it("is the local server's table, key by key, index by index", () => {
    expect(tableDifferences(described)).toEqual([]);
    const { StreamSpecification: _, ...unstreamed } = described;
    expect(tableDifferences(unstreamed)).toEqual(["- stream NEW_AND_OLD_IMAGES", "+ stream off"]);
    const indexes = described.GlobalSecondaryIndexes?.map((index) => ({
      ...index,
      Projection: { ProjectionType: "ALL" as const },
    }));
    expect(tableDifferences({ ...described, GlobalSecondaryIndexes: indexes })).toEqual([
      "- index gs3: g3p HASH, g3s RANGE, KEYS_ONLY",
      "+ index gs3: g3p HASH, g3s RANGE, ALL",
    ]);
    expect(tableDifferences({ ...described, BillingModeSummary: undefined, DeletionProtectionEnabled: false })).toEqual(
      ["- billing PAY_PER_REQUEST", "+ billing PROVISIONED", "- deletion protection"],
    );
    const template = first.Resources[TABLE]?.Properties as TableDescription;
    const StreamSpecification = { ...template.StreamSpecification, StreamEnabled: true };
    const deployed = { ...template, StreamSpecification, BillingModeSummary: described.BillingModeSummary };
    expect(tableDifferences(deployed as TableDescription)).toEqual([]);
  });

  it("is expiry, recovery and retention in the template, which the emulator does not show", () => {
    expect(templateTableFaults(first)).toEqual([]);
    const bare = withProperties(first, TABLE, { TimeToLiveSpecification: {}, PointInTimeRecoverySpecification: {} });
    expect(templateTableFaults(bare)).toEqual(["- expiry by ttl", "- point-in-time recovery"]);
    const { DeletionPolicy: _, ...unretained } = first.Resources[TABLE] as TemplateResource;
    const dropped = { ...first, Resources: { ...first.Resources, [TABLE]: unretained } };
    expect(templateTableFaults(dropped)).toEqual(["- retention"]);
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-rehearse-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of the emulator's name that answers like it and leaves its process id. */
const fakeProgram = (): string => {
  const script = [
    `#!${process.execPath}`,
    'const { createServer } = require("node:http");',
    `require("node:fs").writeFileSync(${JSON.stringify(join(folder, "pid"))}, String(process.pid));`,
    'createServer((_, reply) => reply.end("ok")).listen(Number(process.argv[5]), process.argv[3]);',
  ];
  writeFileSync(join(folder, "moto_server"), script.join("\n"), { mode: 0o755 });
  return folder;
};

/** A process that ended but whose parent has not asked for its exit code (`Z`) is gone too. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

describe("the emulator", () => {
  it("is one of this machine, written as the CDK wants it", () => {
    expect(loopbackEndpoint("http://127.0.0.1:5000")).toBe("http://localhost:5000");
    expect(emulatorOf({ LINLI_EMULATOR: "http://localhost:5000/" })).toEqual({ endpoint: "http://localhost:5000" });
    for (const far of [
      "https://cloudformation.cn-north-1.amazonaws.com.cn",
      "http://example.org:5000",
      "http://localhost",
    ]) {
      expect(() => emulatorOf({ LINLI_EMULATOR: far }), far).toThrow(/must be of this machine/);
    }
  });

  it("that is not there is said in one sentence with the remedy", async () => {
    const cli = fakeCli({ env: { PATH: folder } });
    expect(await runDistrict(cli, ["rehearse", "keqiao"])).toBe(1);
    expect(cli.noted).toHaveLength(1);
    expect(cli.noted[0]).toMatch(/^linli: There is no CloudFormation emulator .*moto\[server\].*LINLI_EMULATOR\.\n$/);
    expect(cli.ran).toEqual([]);
  });

  it("from the path is started on a free port of this machine and ended", async () => {
    const emulator = await openEmulator({ PATH: fakeProgram() });
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    expect(emulator.endpoint).toMatch(/^http:\/\/localhost:\d+$/);
    expect(isAlive(pid)).toBe(true);
    await emulator.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it("does not outlive a command that Ctrl-C ends", async () => {
    const module = join(import.meta.dirname, "../../../infra/cli/rehearsal/emulator.ts");
    const script = `import { openEmulator } from ${JSON.stringify(module)};
      await openEmulator({ PATH: ${JSON.stringify(fakeProgram())} });
      process.exit(130);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
    expect((await once(child, "exit"))[0]).toBe(130);
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it("that does not start is said, with the remedy", async () => {
    writeFileSync(join(folder, "moto_server"), "#!/bin/sh\nexit 3\n", { mode: 0o755 });
    await expect(openEmulator({ PATH: folder })).rejects.toThrow(/moto_server did not start; run it by itself/);
  });
});

/** An account in memory: what a deploy leaves there, unless a test changes it. */
const theatre = (faults: Partial<Stage> = {}) => {
  const state = { stopped: 0, closed: 0, deploys: 0, destroyed: false, folders: [] as string[] };
  const stage: Stage = {
    resources: async () => new Map(Object.keys(first.Resources).map((id) => [id, `physical-${id}`])),
    events: async () => 3,
    template: async () => JSON.stringify(forEmulator(later)),
    exists: async () => !state.destroyed,
    table: async () => described,
    leave: async () => undefined,
    kept: async () => true,
    code: async () => `code-${Math.min(state.deploys, 3)}`,
    close: () => {
      state.closed += 1;
    },
    ...faults,
  };
  const made: Theatre = {
    open: async () => ({
      endpoint: "http://localhost:1",
      stop: async () => {
        state.stopped += 1;
      },
    }),
    stage: () => stage,
    synthesise: async (id, { out = "" }) => {
      state.folders.push(dirname(out));
      const template = out.includes("changed") ? later : first;
      mkdirSync(out);
      const properties = { terminationProtection: true };
      const artifacts = { [id]: { type: "aws:cloudformation:stack", properties } };
      writeFileSync(join(out, "manifest.json"), JSON.stringify({ artifacts }));
      const templateFile = join(out, "stack.json");
      return { template, stack: `linli-${id}`, version: "0", assembly: out, templateFile };
    },
  };
  const envs: Readonly<Record<string, string | undefined>>[] = [];
  const steps: string[] = [];
  const cli = fakeCli({
    env: { PATH: "/bin", AWS_PROFILE: "production", AWS_SESSION_TOKEN: "secret", HOME: "/their/own" },
    run: async (_command, args, { env }) => {
      envs.push(env);
      steps.push(args.slice(1).join(" "));
      const [, verb, , , assembly] = args;
      if (verb === "destroy") state.destroyed = true;
      if (verb === "deploy") {
        state.deploys += 1;
        const manifest = readFileSync(join(assembly ?? "", "manifest.json"), "utf8");
        expect(manifest).toContain('"terminationProtection":false');
      }
      return 0;
    },
  });
  return { made, state, cli, steps, envs };
};

describe("a rehearsal", () => {
  it("bootstraps, deploys, deploys again, deploys a change, destroys, and cleans up", async () => {
    const { made, state, cli, steps } = theatre();
    expect(await rehearseCommand(cli, "keqiao", {}, made)).toBe(0);
    expect(steps.map((step) => step.replaceAll(/\S*linli-rehearsal-[^/]+\//g, ""))).toEqual([
      "bootstrap aws://123456789012/cn-northwest-1",
      "deploy linli-keqiao --app first.out --require-approval never",
      "deploy linli-keqiao --app first.out --require-approval never",
      "deploy linli-keqiao --app changed.out --require-approval never --method direct --no-previous-parameters",
      "destroy linli-keqiao --app changed.out --force",
    ]);
    expect(cli.printed).toHaveLength(4);
    expect([state.stopped, state.closed]).toEqual([1, 1]);
    expect(state.folders.map((each) => existsSync(each))).toEqual([false, false]);
  });

  it("gives the CDK this machine as all of AWS, and nothing of the caller's", async () => {
    const { made, cli, envs } = theatre();
    await rehearseCommand(cli, "keqiao", {}, made);
    for (const env of envs) {
      expect(env).toMatchObject({ AWS_ENDPOINT_URL: "http://localhost:1", AWS_ACCESS_KEY_ID: "rehearsal" });
      expect(JSON.stringify(env)).not.toMatch(/production|secret"|their/);
    }
  });

  const broken: readonly (readonly [string, Partial<Stage>, RegExp])[] = [
    ["a resource was not made", { resources: async () => new Map() }, /did not make these resources/],
    [
      "the table is another one",
      { table: async () => ({ ...described, KeySchema: [] }) },
      /differs from .*local server/,
    ],
    ["there is no table", { table: async () => undefined }, /- table/],
    ["the function kept its code", { code: async () => "same" }, /code was not updated/],
    ["the change did not arrive", { template: async () => JSON.stringify(first) }, /did not get these changes/],
    ["the data is gone", { kept: async () => false }, /The data is gone/],
    ["the stack is still there", { exists: async () => true }, /still there/],
  ];
  it.each(broken)("says that %s, and cleans up", async (_name, faults, words) => {
    const { made, state, cli } = theatre(faults);
    await expect(rehearseCommand(cli, "keqiao", {}, made)).rejects.toThrow(words);
    expect([state.stopped, state.closed]).toEqual([1, 1]);
    expect(state.folders.some((each) => existsSync(each))).toBe(false);
  });

  it("says that something happened in a deploy without a change", async () => {
    let looks = 0;
    const { made, cli } = theatre({ events: async () => 3 + looks++ });
    await expect(rehearseCommand(cli, "keqiao", {}, made)).rejects.toThrow(/should change nothing/);
  });

  it("names what the emulator has replaced", async () => {
    let looks = 0;
    const resources = async () => {
      const round = looks++ < 2 ? "physical" : "another";
      return new Map(Object.keys(first.Resources).map((id) => [id, id === TABLE ? `${round}-${id}` : id]));
    };
    const { made, cli } = theatre({ resources });
    await expect(rehearseCommand(cli, "keqiao", {}, made)).rejects.toThrow(
      `These resources were replaced:\n  ${TABLE}`,
    );
  });

  it("stops at a CDK that fails, and ends what it started", async () => {
    const { made, state, cli } = theatre();
    const failing = { ...cli, run: async () => 7 };
    await expect(rehearseCommand(failing, "keqiao", {}, made)).rejects.toThrow(/cdk bootstrap ended with 7/);
    expect(state.stopped).toBe(1);
  });
});
