/** Headers that browsers may send and read across origins; the functions and the gateway must name the same ones. */

/** Request headers that a front end may set. */
export const CORS_REQUEST_HEADERS = [
  "authorization",
  "content-type",
  "idempotency-key",
  "if-match",
  "accept-language",
  "linli-acting-for",
];

/** Methods of the API. */
export const CORS_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Answer headers that a front end may read. */
export const CORS_ANSWER_HEADERS = [
  "ETag",
  "Idempotency-Hit",
  "Retry-After",
  "Content-Disposition",
  "Linli-Next-Cursor",
];
