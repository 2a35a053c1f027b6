/** Refusals that several operations of the ledger share. */

/** Refusals by a cap of any period. */
export const capRefusals = [
  "ledger/cap-activity",
  "ledger/cap-day",
  "ledger/cap-week",
  "ledger/cap-month",
  "ledger/cap-year",
] as const;
