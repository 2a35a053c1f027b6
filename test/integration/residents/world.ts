/** What the residents' stories start from: communities with their pools, officers, and people made through the API. */
import { uuidv7 } from "uuidv7";
import { seedCommunities } from "../../../functions/residents/port.ts";
import type { Role } from "../../../schemas/roles.ts";
import { type App, type AppOptions, type Reply, startApp } from "../../support/harness.ts";

export interface World {
  readonly app: App;
  readonly steward: string;
  readonly auditor: string;
  readonly admin: string;
  /** Steward of the other community. */
  readonly outsider: string;
}

export interface Made {
  readonly id: string;
  readonly token: string;
}

/** A token of someone with a role in some communities. */
export const officer = (app: App, role: Role, communities = ["lujing"], sub = uuidv7()): Promise<string> =>
  app.token({ sub, roles: [role], communities });

/** An app whose communities exist. */
export const startWorld = async (options?: AppOptions): Promise<World> => {
  const app = await startApp(options);
  await seedCommunities(app.deps);
  return {
    app,
    steward: await officer(app, "steward"),
    auditor: await officer(app, "auditor"),
    admin: await officer(app, "district-admin", []),
    outsider: await officer(app, "steward", ["heyuan"]),
  };
};

/** Puts a person on the roll of a community. */
export const enter = async (
  { app, admin }: World,
  fields: Readonly<Record<string, unknown>> = {},
  community = "lujing",
): Promise<Made> => {
  const body = { name: "王秀英", ...fields };
  const reply = await app.call("POST", `/v1/communities/${community}/residents`, { token: admin, body });
  if (reply.status !== 201) throw new Error(reply.text);
  return { id: reply.body.id, token: await app.token({ sub: reply.body.id, communities: [community] }) };
};

/** A building and a unit in it. */
export const build = async (
  { app, admin }: World,
  fields: Readonly<Record<string, unknown>> = {},
  community = "lujing",
): Promise<{ readonly buildingId: string; readonly unitId: string }> => {
  const at = `/v1/communities/${community}`;
  const name = `Building ${uuidv7()}`;
  const building = await app.call("POST", `${at}/buildings`, { token: admin, body: { name } });
  const body = { buildingId: building.body.id, number: "101", area: 8_950, areaSource: "registry", ...fields };
  const unit = await app.call("POST", `${at}/units`, { token: admin, body });
  if (unit.status !== 201) throw new Error(unit.text);
  return { buildingId: building.body.id, unitId: unit.body.id };
};

/** Records that `proxy` may act for `person` for a month from now on. */
export const empower = (
  { app, steward }: World,
  person: string,
  proxy: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Reply> => {
  const now = app.clock.now().getTime();
  const body = {
    person,
    proxy,
    scopes: ["residents", "ledger"],
    validFrom: new Date(now).toISOString(),
    validUntil: new Date(now + 30 * 86_400_000).toISOString(),
    evidence: "power of attorney 12",
    ...fields,
  };
  return app.call("POST", "/v1/proxies", { token: steward, body });
};

/** Imports a roll; the header is the caller's first line. */
export const importRoll = (
  { app, steward }: World,
  csv: string,
  options: {
    readonly key?: string;
    readonly query?: string;
    readonly token?: string;
    readonly community?: string;
  } = {},
): Promise<Reply> =>
  app.call("POST", `/v1/communities/${options.community ?? "lujing"}/roll-imports${options.query ?? ""}`, {
    token: options.token ?? steward,
    raw: csv,
    headers: { "content-type": "text/csv; charset=utf-8" },
    ...(options.key === undefined ? {} : { key: options.key }),
  });
