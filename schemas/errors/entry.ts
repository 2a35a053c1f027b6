/** The shape of one entry of the error registry. */

/** Status, and title and detail in both languages; `pinned` codes are business outcomes that stay under their key. */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  readonly zh: readonly [title: string, detail: string];
  readonly en: readonly [title: string, detail: string];
  readonly pinned?: true;
}
