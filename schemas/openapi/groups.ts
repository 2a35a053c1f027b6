/**
 * The groups of the API reference: every operation stands in exactly one, under its resource, with a summary in
 * Chinese; a test names those that do not. A new context adds its file of groups here and its name to `contextNames`.
 */
import type { Operation } from "../operation.ts";
import { fundGroups } from "./groups/fund.ts";
import type { Group } from "./groups/group.ts";
import { ledgerGroups } from "./groups/ledger.ts";
import { parkingGroups } from "./groups/parking.ts";
import { pollsGroups } from "./groups/polls.ts";
import { residentsGroups } from "./groups/residents.ts";
import { systemGroups } from "./groups/system.ts";
import { timebankGroups } from "./groups/timebank.ts";
import type { Json } from "./shapes.ts";
import { contextNames } from "./texts.ts";

/** All groups in the order of the reference, which is that of the manifest's contexts. */
export const groups: readonly Group[] = [
  ...ledgerGroups,
  ...residentsGroups,
  ...timebankGroups,
  ...parkingGroups,
  ...fundGroups,
  ...pollsGroups,
  ...systemGroups,
];

const places = new Map(groups.flatMap(({ tag, operations }) => Object.keys(operations).map((id) => [id, tag])));
const chinese = new Map(groups.flatMap(({ operations }) => Object.entries(operations)));

/** Tag of an operation; one that no group holds yet stands under its context. */
export const tagOf = ({ id, context }: Operation): string => places.get(id) ?? context;

/** Chinese and English summary in a line. Markdown is for descriptions; a summary is shown as it is. */
export const summaryOf = ({ id, summary }: Operation): string =>
  [chinese.get(id), summary.replaceAll("`", "")].filter(Boolean).join(" · ");

/** The tags of these operations, and how Redoc and its kin gather them by context (`x-tagGroups`). */
export const tagsOf = (all: readonly Operation[]): { tags: readonly Json[]; tagGroups: readonly Json[] } => {
  const used = new Set(all.map(tagOf));
  const tags = groups
    .filter(({ tag }) => used.has(tag))
    .map(({ tag, name, description }) => {
      return { name: tag, description: description.join(" · "), "x-displayName": name.join(" ") };
    });
  const byContext = Map.groupBy(all, ({ context }) => context);
  const tagGroups = [...byContext].map(([context, own]) => {
    const inside = new Set(own.map(tagOf));
    return { name: contextNames[context], tags: groups.map(({ tag }) => tag).filter((tag) => inside.has(tag)) };
  });
  return { tags, tagGroups };
};
