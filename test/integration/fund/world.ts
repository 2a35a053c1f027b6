/** What the fund's stories start from: a community with a treasurer, reviewers, and a fund with money in it. */
import { uuidv7 } from "uuidv7";
import { fundDistrict } from "../../support/fund.ts";
import type { AppOptions, Reply } from "../../support/harness.ts";
import { officer, startWorld, type World } from "../residents/world.ts";

export interface Chest extends World {
  readonly treasurer: string;
  post(path: string, token: string, body?: unknown, key?: string): Promise<Reply>;
  get(path: string, token: string): Promise<Reply>;
}

/** An app with a community fund. */
export const startChest = async (options: AppOptions = {}): Promise<Chest> => {
  const world = await startWorld({ district: fundDistrict(), ...options });
  return {
    ...world,
    treasurer: await officer(world.app, "fund-treasurer"),
    post: (path, token, body = {}, key = uuidv7()) => world.app.call("POST", `/v1/fund/${path}`, { token, body, key }),
    get: (path, token) => world.app.call("GET", `/v1/fund/${path}`, { token }),
  };
};

/** The body of an answer that must have gone well. */
export const fine = ({ status, text, body }: Reply) => {
  if (status >= 300) throw new Error(text);
  return body;
};

/** Opens a fund, in fen and for any purpose unless said otherwise. */
export const openFund = async (
  chest: Chest,
  restriction: Readonly<Record<string, unknown>> = {},
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const body = {
    ...{ community: "lujing", name: "Neighbourhood fund", unit: "cny", ...fields },
    restriction: { purposes: [], adminCapBps: 1_000, ...restriction },
  };
  return fine(await chest.post("funds", chest.admin, body)).id;
};

/** A donation of so much to one fund. */
export const donate = (chest: Chest, fund: string, gross: number, fields: Readonly<Record<string, unknown>> = {}) =>
  chest.post("income", chest.treasurer, {
    ...{ community: "lujing", unit: "cny", kind: "donation", source: "A donor", gross },
    ...{ shares: [{ fund, bps: 10_000 }], ...fields },
  });

/** A fund as it is shown. */
export const fundNow = async (chest: Chest, fund: string) => fine(await chest.get(`funds/${fund}`, chest.auditor));
