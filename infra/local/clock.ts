/**
 * The local server's clock: system time, moved forward or held still on request, so that a month can pass in a
 * second.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Clock, systemClock } from "../../functions/shared/clock.ts";
import { StartRefused } from "./refused.ts";

/** Last instant that RFC 3339 can write with a four-digit year. */
const INSTANT_MS_MAX = Date.parse("9999-12-31T23:59:59.999Z");

/** How the shown time comes from the system's: so many ms later, or always the same instant. */
type Setting = { readonly offsetMs: number } | { readonly frozenMs: number };

const SYSTEM_TIME: Setting = { offsetMs: 0 };

/** The new time, or why the clock was left as it was. */
export type ClockChange = { readonly now: Date } | { readonly reason: string };

export interface LocalClockOptions {
  /** Keeps the setting over a restart, so that a server does not fall back to before what it has recorded. */
  readonly file?: string;
  readonly system?: Clock;
}

const isSafe = (value: unknown): value is number => Number.isSafeInteger(value);

const readSetting = (file: string): Setting => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return SYSTEM_TIME;
    throw error;
  }
  try {
    const value: { offsetMs?: unknown; frozenMs?: unknown } = JSON.parse(text);
    if (isSafe(value.offsetMs)) return { offsetMs: value.offsetMs };
    if (isSafe(value.frozenMs)) return { frozenMs: value.frozenMs };
  } catch {
    // Reported below together with text that is JSON but no setting.
  }
  throw new StartRefused(`${file} holds no clock setting; delete it to go back to the system's time.`);
};

/** A clock that only goes forward until `reset`. Times are at millisecond precision. */
export class LocalClock implements Clock {
  readonly #file: string | undefined;
  readonly #system: Clock;
  #setting: Setting;

  /** Throws `StartRefused` when the file is there but is no setting. */
  constructor({ file, system = systemClock }: LocalClockOptions = {}) {
    this.#file = file;
    this.#system = system;
    this.#setting = file === undefined ? SYSTEM_TIME : readSetting(file);
  }

  /** The simulated present. */
  now(): Date {
    const setting = this.#setting;
    return new Date("frozenMs" in setting ? setting.frozenMs : this.#system.now().getTime() + setting.offsetMs);
  }

  /** Whether time stands still between calls. */
  isFrozen(): boolean {
    return "frozenMs" in this.#setting;
  }

  /** Moves the clock `ms` forward (a whole number, 0 or more). */
  advance(ms: number): ClockChange {
    if (!isSafe(ms) || ms < 0) return { reason: "The clock moves forward by whole milliseconds only." };
    return this.set(new Date(this.now().getTime() + ms));
  }

  /** Sets the clock to `instant`, which must not lie before its present; a frozen clock stays frozen there. */
  set(instant: Date): ClockChange {
    const present = this.now().getTime();
    const target = instant.getTime();
    if (Number.isNaN(target) || target > INSTANT_MS_MAX)
      return { reason: "The instant is not one that can be written." };
    if (target < present) {
      return { reason: `The clock shows ${new Date(present).toISOString()} already and does not go backward.` };
    }
    this.#keep(this.isFrozen() ? { frozenMs: target } : { offsetMs: target - this.#system.now().getTime() });
    return { now: instant };
  }

  /** Holds the clock at its present until `run`. */
  freeze(): void {
    this.#keep({ frozenMs: this.now().getTime() });
  }

  /** Lets a frozen clock run on from where it stands. */
  run(): void {
    this.#keep({ offsetMs: this.now().getTime() - this.#system.now().getTime() });
  }

  /** Back to the system's time, even if that lies before: only for a store that is emptied with it. */
  reset(): void {
    this.#setting = SYSTEM_TIME;
    if (this.#file !== undefined) rmSync(this.#file, { force: true });
  }

  #keep(setting: Setting): void {
    this.#setting = setting;
    if (this.#file === undefined) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(setting));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
