/** Runs the district's jobs on this machine by the same schedules that EventBridge Scheduler gets. */
import { Cron } from "croner";
import type { District } from "../../schemas/district.ts";
import { schedulesOf } from "../districts/schedules.ts";

export interface Scheduler {
  stop(): void;
}

/** Starts the schedules; a run that is still under way is not started again, one that throws is told to `failed`. */
export const startScheduler = (
  district: District,
  run: (job: string) => Promise<unknown>,
  failed: (job: string, error: unknown) => void,
): Scheduler => {
  const crons = schedulesOf(district).map((schedule) => {
    const report = (error: unknown) => failed(schedule.job, error);
    const work = async () => {
      await run(schedule.job);
    };
    const options = { timezone: district.zone, protect: true, unref: true, catch: report } as const;
    if ("everyMinutes" in schedule)
      return new Cron("* * * * *", { ...options, interval: schedule.everyMinutes * 60 }, work);
    const [hour, minute] = schedule.dailyAt.split(":").map(Number);
    return new Cron(`${minute} ${hour} * * *`, options, work);
  });
  return {
    stop: () => {
      for (const cron of crons) cron.stop();
    },
  };
};
