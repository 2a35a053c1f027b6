/** Act 3: seats that run out, a household's wallet, and a request to be paid. */
import type * as z from "zod";
import type { PaymentRequest } from "../../../schemas/ledger/requests.ts";
import type { Resident } from "../../../schemas/residents/resources.ts";
import { type Item, LANES, offer, redeem } from "./act-month.ts";
import { inParallel } from "./client.ts";
import { type Member, type TransferView, UNIT, type World } from "./world.ts";

const SEAT_PRICE = 40;
const WALLET_GIFT = 30;
const HAIRCUT_PRICE = 25;
const DUMPLINGS = 15;
const REQUEST_SECONDS = 7 * 86_400;
/** What the people of the story need in their accounts, and what they may have so that an overdraft can be tried. */
const PURSE_MIN = 80;
const PURSE_MAX = 350;

/** The people whom the rest of the story is about. */
export interface Cast {
  readonly heroine: Member;
  /** Lives with her. */
  readonly partner: Member;
  /** Lives elsewhere. */
  readonly neighbour: Member;
}

/** Picks the first people of the roll who fit their parts. */
export const castOf = (world: World): Cast => {
  const adults = world.members.filter(({ adult }) => adult);
  const able = adults.filter(({ account }) => {
    const balance = world.balance(account);
    return balance >= PURSE_MIN && balance <= PURSE_MAX;
  });
  for (const heroine of able.filter(({ isWoman }) => isWoman)) {
    const partner = adults.find(({ id, household }) => id !== heroine.id && household === heroine.household);
    const neighbour = able.find(({ household }) => household !== heroine.household);
    if (partner && neighbour) return { heroine, partner, neighbour };
  }
  throw new Error("the roll has nobody for the story's parts");
};

const playSeats = async (world: World, { heroine, partner, neighbour }: Cast): Promise<void> => {
  const { screen, scale } = world;
  const seats = await offer(world, {
    zh: "越剧票",
    en: "Seat at the Yue opera",
    price: SEAT_PRICE,
    stock: scale.seats,
  });
  const parts = [heroine, partner, neighbour];
  const queue = world.members
    .filter((member) => !parts.includes(member) && world.balance(member.account) >= SEAT_PRICE)
    .slice(0, scale.queue);
  screen.say(
    `${scale.seats} 张越剧票，${queue.length} 人同时抢`,
    `${scale.seats} opera seats, ${queue.length} people want one at once`,
  );
  const codes: string[] = [];
  await inParallel(
    queue.map((buyer) => {
      const order = { key: world.client.id(), item: seats };
      return async () => {
        codes.push(await redeem(world, buyer, order));
      };
    }),
    LANES,
  );
  const bought = codes.filter((code) => code === "").length;
  const late = codes.filter((code) => code === "ledger/out-of-stock").length;
  const { stock } = await world.client.must<Item>("GET", `/v1/ledger/catalogue-items/${seats.id}`, { as: heroine });
  world.check(
    bought === scale.seats && late === queue.length - bought && late > 0 && stock === 0,
    `恰好售出 ${bought} 张，${late} 人未抢到`,
    `Exactly ${bought} were had, ${late} were told ledger/out-of-stock`,
  );
};

const playWallet = async (world: World, { heroine, partner }: Cast): Promise<void> => {
  const { client, screen } = world;
  const haircut = await offer(world, { zh: "上门理发", en: "Haircut at home", price: HAIRCUT_PRICE });
  const home = await client.must<z.infer<typeof Resident>>("GET", `/v1/residents/${heroine.id}`, { as: heroine });
  const wallet = `${home.householdId}.${UNIT}`;
  const gift = { from: heroine.account, to: wallet, amount: WALLET_GIFT, category: "household" };
  world.book(await client.must<TransferView>("POST", "/v1/ledger/transfers", { as: heroine, body: gift }));
  screen.say(
    `${heroine.name}放入家庭钱包 ${WALLET_GIFT} 分`,
    `${heroine.name} puts ${WALLET_GIFT} points into the household's wallet`,
  );
  const code = await redeem(world, partner, { key: client.id(), item: haircut, account: wallet });
  const { balance, spenders } = await world.account(wallet);
  world.check(
    code === "" && balance === WALLET_GIFT - HAIRCUT_PRICE && spenders.includes(partner.id),
    `家人${partner.name}用钱包支付，余 ${balance} 分`,
    `${partner.name} of the same home pays from it, ${balance} are left`,
  );
};

const playRequest = async (world: World, { heroine, neighbour }: Cast): Promise<void> => {
  const { client, screen } = world;
  const body = {
    from: heroine.account,
    to: neighbour.account,
    amount: DUMPLINGS,
    category: "thanks",
    memo: "一篮饺子 A basket of dumplings",
    expiresInSeconds: REQUEST_SECONDS,
  };
  type View = z.infer<typeof PaymentRequest>;
  const asked = await client.must<View>("POST", "/v1/ledger/payment-requests", { as: neighbour, body });
  const before = await world.account(heroine.account);
  screen.say(
    `${neighbour.name}请${heroine.name}付 ${DUMPLINGS} 分`,
    `${neighbour.name} asks ${heroine.name} for ${DUMPLINGS} points`,
  );
  const path = `/v1/ledger/payment-requests/${asked.id}`;
  world.book(await client.must<TransferView>("POST", `${path}/accept`, { as: heroine, body: {} }));
  const ended = await client.must<View>("GET", path, { as: neighbour });
  const after = await world.account(heroine.account);
  world.check(
    asked.state === "pending" && ended.state === "accepted" && before.balance - after.balance === DUMPLINGS,
    "同意之前分文未动，同意之后到账",
    "Nothing moved before she accepted, then it was paid",
  );
};

/** Plays the act with the cast. */
export const playMarket = async (world: World, cast: Cast): Promise<void> => {
  world.screen.heading("三、集市", "3. The market");
  await playSeats(world, cast);
  await playWallet(world, cast);
  await playRequest(world, cast);
};
