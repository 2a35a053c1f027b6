/** What an id tells by itself. */

/** Milliseconds since 1970 at which a version 7 UUID was made: its first 48 bits (RFC 9562, section 5.7). */
export const timeOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
