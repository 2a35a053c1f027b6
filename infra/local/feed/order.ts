/**
 * Decides when a committed event may be delivered: never while an earlier change of its aggregate is still without an
 * outcome.
 * Answers of the database may arrive out of order; revisions and stamps say what came first.
 */

/** An event that waits, as the text that will be delivered. */
export interface Waiting {
  /** Kind and id of the aggregate. */
  readonly aggregate: string;
  readonly sequence: string;
  readonly text: string;
}

/** What one commit writes of events. */
export interface Intent {
  readonly id: number;
  readonly events: readonly Waiting[];
}

interface Place {
  readonly intent: Intent;
  readonly event: Waiting;
}

const bySequence = (a: Place, b: Place): number =>
  a.event.sequence < b.event.sequence ? -1 : a.event.sequence > b.event.sequence ? 1 : 0;

/** Queues of events by aggregate. */
export class Order {
  readonly #queues = new Map<string, Place[]>();
  readonly #committed = new Set<number>();
  /** Events of an intent that have not been released. */
  readonly #left = new Map<number, number>();

  /** Intents in the queues, waiting for their outcome or for another's. */
  get size(): number {
    return this.#left.size;
  }

  /** Intents that have committed and wait for an earlier change of the same aggregate. */
  get blocked(): number {
    return this.#committed.size;
  }

  has(intent: Intent): boolean {
    return this.#left.has(intent.id);
  }

  /** Whether its outcome is still unknown. */
  isPending(intent: Intent): boolean {
    return this.has(intent) && !this.#committed.has(intent.id);
  }

  /** Takes an intent in before its request is sent. */
  add(intent: Intent): void {
    this.#left.set(intent.id, intent.events.length);
    for (const event of intent.events) {
      const queue = this.#queues.get(event.aggregate);
      if (queue) queue.push({ intent, event });
      else this.#queues.set(event.aggregate, [{ intent, event }]);
    }
  }

  /** Records an outcome; gives the events that may now be delivered, in order, and the intents that are done with. */
  settle(intent: Intent, committed: boolean): { readonly texts: readonly string[]; readonly done: readonly number[] } {
    if (!this.has(intent)) return { texts: [], done: [] };
    const done: number[] = [];
    if (committed) this.#committed.add(intent.id);
    else {
      this.#left.delete(intent.id);
      done.push(intent.id);
    }
    const aggregates = new Set(intent.events.map(({ aggregate }) => aggregate));
    const released = [...aggregates].flatMap((aggregate) => this.#drain(aggregate));
    for (const { intent: owner } of released) {
      const left = (this.#left.get(owner.id) ?? 0) - 1;
      this.#left.set(owner.id, left);
      if (left > 0) continue;
      this.#left.delete(owner.id);
      this.#committed.delete(owner.id);
      done.push(owner.id);
    }
    return { texts: released.map(({ event }) => event.text), done };
  }

  #drain(aggregate: string): Place[] {
    const queue = (this.#queues.get(aggregate) ?? []).filter(({ intent }) => this.#left.has(intent.id));
    const pending = queue.filter(({ intent }) => !this.#committed.has(intent.id)).map(({ event }) => event.sequence);
    const first = pending.length === 0 ? undefined : pending.reduce((least, one) => (one < least ? one : least));
    // Two requests for the same revision compete, at most one commits: an equal sequence does not hold a committed
    // one back.
    const isFree = ({ intent, event }: Place) =>
      this.#committed.has(intent.id) && (first === undefined || event.sequence <= first);
    const rest = queue.filter((place) => !isFree(place));
    if (rest.length === 0) this.#queues.delete(aggregate);
    else this.#queues.set(aggregate, rest);
    return queue.filter(isFree).sort(bySequence);
  }
}
