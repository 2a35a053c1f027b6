/** One item for each event of polls, as the store writes it, with personal data wherever some could stand. */
import { COMMANDS, type Happening, transitionOf } from "../../../functions/polls/domain/lifecycle.ts";
import { moved, type Poll } from "../../../functions/polls/domain/poll.ts";
import { movePoll } from "../../../functions/polls/store/poll.ts";
import type { Item } from "../../../functions/shared/write.ts";

const STAMP = 1_767_225_600_123_456;
const NOW = 1_767_225_600_123;
const DAY = 86_400_000;
const HASH = "A".repeat(43);
const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** The items; `personal` is written where people may write text. */
export const pollsImages = (personal: string): Readonly<Record<string, Item>> => {
  const made: Poll = {
    id: uuid(80),
    community: "lujing",
    class: "OWNERS_SPECIAL",
    mode: "named",
    title: { zh: personal, en: personal },
    state: "draft",
    correctMs: NOW + 16 * DAY,
    openMs: NOW + 17 * DAY,
    closeMs: NOW + 24 * DAY,
    rulesHash: HASH,
    built: true,
    entries: 120,
    skipped: 1,
    corrections: { added: 0, amended: 1, struck: 0 },
    rollRoot: HASH,
    extensions: 0,
    asks: false,
    reason: personal,
    by: uuid(3),
    createdMs: NOW,
    changedBy: uuid(3),
    revision: 1,
    fingerprint: "fp",
  };
  const at = (poll: Poll, event: Happening): [string, Item] => {
    const write = movePoll(poll, made, STAMP, event);
    if (write.type !== "put") throw new Error("no put");
    return [`polls.poll.${event}`, write.item];
  };
  const published = { passed: true, publishedMs: NOW, publishedUntilMs: NOW + 7 * DAY };
  const changes = (command: string) => (["publish", "finalise", "annul"].includes(command) ? published : {});
  return Object.fromEntries([
    at(made, "drafted"),
    ...COMMANDS.map((command) => at(moved(made, command, uuid(3), changes(command)), transitionOf(command).event)),
  ]);
};
