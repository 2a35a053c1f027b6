/** Journal entries: what moved between two accounts, once and for ever. An entry is never changed or deleted. */

export const ENTRY_KINDS = [
  "transfer",
  "reward",
  "redemption",
  "hold-post",
  "reversal",
  "expiry",
  "opening",
  "funding",
  "adjustment",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What a movement belongs to in another context or record. */
export interface EntryLink {
  readonly type: string;
  readonly id: string;
}

export interface Entry {
  /** Id that the client gave to the transfer (of all its legs). */
  readonly id: string;
  /** 0 for a single transfer; 1.. for the legs of a linked one. */
  readonly leg: number;
  /** True for the entry that undoes `id`. */
  readonly reversal: boolean;
  readonly kind: EntryKind;
  readonly from: string;
  readonly to: string;
  /** Minor units, positive. */
  readonly amount: number;
  readonly category: string;
  readonly memo?: string;
  /** Journal stamp, microseconds. */
  readonly stamp: number;
  /** Who did it. */
  readonly by: string;
  /** Person on whose behalf it was done. */
  readonly actingFor?: string;
  readonly link?: EntryLink;
  /** Expiry day of the lot that the payee received. */
  readonly lot?: string;
}

/** The entry as it stands before its stamp is known. */
export type Draft = Omit<Entry, "stamp">;

/** Gives consecutive stamps to drafts. */
export const stamped = (drafts: readonly Draft[], first: number): Entry[] =>
  drafts.map((draft, index) => ({ ...draft, stamp: first + index }));
