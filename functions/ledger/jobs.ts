/**
 * The ledger's scheduled work; each job may run twice, at once with itself, late, or crash anywhere: the result is the
 * same.
 */
export { balanceCheckpointJob } from "./jobs/balance-checkpoint.ts";
export { holdExpiryJob } from "./jobs/hold-expiry.ts";
export { ledgerSealJob } from "./jobs/ledger-seal.ts";
export { pointsExpiryJob } from "./jobs/points-expiry.ts";
export { poolFoldJob } from "./jobs/pool-fold.ts";
