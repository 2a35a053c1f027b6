/** Append-only files of lines, cut into numbered segments so that what is no longer needed can go. */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Longest line that is read back; a longer one can only come from a damaged file and is passed over. */
export const LINE_BYTES_MAX = 256 * 1024;
const NUMBER_DIGITS = 8;
const NEWLINE = 0x0a;

/** A place between two lines. */
export interface Position {
  readonly segment: number;
  readonly offset: number;
}

/** Lines from a position on, and the position behind them. */
export interface Lines {
  readonly lines: readonly string[];
  readonly next: Position;
}

/**
 * One log: `<dir>/<name>-<number>.ndjson`. A line is in the page cache when `append` returns, so it outlives the
 * process (kill -9), though not a power cut. A process always begins a segment of its own: a line that its
 * predecessor left unfinished stays alone.
 */
export class SegmentLog {
  readonly #dir: string;
  readonly #name: string;
  readonly #segmentBytesMax: number;
  /** Bytes by segment, oldest first. */
  readonly #sizes = new Map<number, number>();
  #current: number;
  #file: number | undefined;
  #reader: { readonly segment: number; readonly file: number } | undefined;

  /** `after`: highest number that a reader's kept position may name; numbers are never given twice. */
  constructor(dir: string, name: string, segmentBytesMax: number, after = 0) {
    this.#dir = dir;
    this.#name = name;
    this.#segmentBytesMax = segmentBytesMax;
    mkdirSync(dir, { recursive: true });
    const pattern = new RegExp(`^${name}-(\\d{${NUMBER_DIGITS}})\\.ndjson$`);
    const numbers = readdirSync(dir).flatMap((file) => pattern.exec(file)?.[1] ?? []);
    for (const number of numbers.map(Number).sort((a, b) => a - b)) {
      this.#sizes.set(number, statSync(this.#path(number)).size);
    }
    this.#current = Math.max(after, ...this.#sizes.keys()) + 1;
  }

  /** Segment that the next line goes to. */
  get current(): number {
    return this.#current;
  }

  /** Segments that exist, oldest first. */
  get segments(): readonly number[] {
    return [...this.#sizes.keys()];
  }

  /** Bytes of all segments. */
  get bytes(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** Bytes of one segment, 0 when it does not exist. */
  sizeOf(segment: number): number {
    return this.#sizes.get(segment) ?? 0;
  }

  /** Start of the oldest segment. */
  get start(): Position {
    return { segment: this.segments[0] ?? this.#current, offset: 0 };
  }

  /**
   * Writes whole lines (each with its line feed) and gives the segment they went to; throws when the disk does not
   * take them.
   */
  append(text: string): number {
    if (this.sizeOf(this.#current) >= this.#segmentBytesMax) this.#turn();
    const segment = this.#current;
    this.#file ??= openSync(this.#path(segment), "a");
    const bytes = Buffer.from(text);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      // What may have been written of it stands at the end of a segment that nothing is added to any more.
      this.#sizes.set(segment, fstatSync(this.#file).size);
      this.#turn();
      throw error;
    }
    this.#sizes.set(segment, this.sizeOf(segment) + bytes.length);
    return segment;
  }

  /**
   * Up to `linesMax` complete lines after a position; a position in a segment that is gone moves to the oldest one
   * left.
   */
  read(position: Position, linesMax: number): Lines {
    let at = this.#sizes.has(position.segment) ? position : this.#after(position);
    while (at.segment <= this.#current) {
      const found = this.#readIn(at, linesMax);
      if (found.lines.length > 0 || found.next.offset > at.offset) return found;
      if (at.segment === this.#current) break;
      at = this.#after(at);
    }
    return { lines: [], next: at };
  }

  /** Deletes a segment; the one being written stays. */
  drop(segment: number): void {
    if (segment === this.#current) return;
    if (this.#reader?.segment === segment) this.#closeReader();
    rmSync(this.#path(segment), { force: true });
    this.#sizes.delete(segment);
  }

  /** Closes the files; nothing may be appended afterwards. */
  close(): void {
    this.#closeReader();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #path(segment: number): string {
    return join(this.#dir, `${this.#name}-${String(segment).padStart(NUMBER_DIGITS, "0")}.ndjson`);
  }

  #turn(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#current += 1;
  }

  #after({ segment }: Position): Position {
    return { segment: this.segments.find((number) => number > segment) ?? this.#current, offset: 0 };
  }

  #readIn({ segment, offset }: Position, linesMax: number): Lines {
    const rest = this.sizeOf(segment) - offset;
    if (rest <= 0) return { lines: [], next: { segment, offset } };
    const chunk = Buffer.allocUnsafe(Math.min(rest, LINE_BYTES_MAX));
    const length = readSync(this.#openReader(segment), chunk, 0, chunk.length, offset);
    const lines: string[] = [];
    let end = 0;
    for (let at = 0; at < length && lines.length < linesMax; at = end) {
      const newline = chunk.indexOf(NEWLINE, at);
      if (newline === -1 || newline >= length) break;
      lines.push(chunk.toString("utf8", at, newline));
      end = newline + 1;
    }
    // No line ends in a full chunk, or the segment's writer was stopped within its last line: there is nothing to
    // read here.
    const isLost = end === 0 && (length === LINE_BYTES_MAX || segment !== this.#current);
    return { lines, next: { segment, offset: offset + (isLost ? length : end) } };
  }

  #openReader(segment: number): number {
    if (this.#reader?.segment !== segment) {
      this.#closeReader();
      this.#reader = { segment, file: openSync(this.#path(segment), "r") };
    }
    return this.#reader.file;
  }

  #closeReader(): void {
    if (this.#reader) closeSync(this.#reader.file);
    this.#reader = undefined;
  }
}
