/** Where events go: the contract between whatever carries events and whoever takes them. */
import type { CloudEvent } from "./envelope.ts";

/**
 * Takes events at least once, in order within each aggregate. A redelivered event has the `id` of the first delivery.
 */
export interface EventSink {
  /** Short name under which its progress is kept: lower-case letters and hyphens. */
  readonly name: string;
  /** Most events in one call. */
  readonly batchMax: number;
  /**
   * Resolves when all of them are taken; throwing means that the same ones come again. Gives up early when `signal`
   * aborts.
   */
  deliver(events: readonly CloudEvent[], signal: AbortSignal): Promise<void>;
}
