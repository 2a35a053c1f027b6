/** A start that cannot be, for a reason the reader can mend: `message` says what is wrong and what to do. */
export class StartRefused extends Error {}
