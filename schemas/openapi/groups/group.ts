/** The shape of one group of operations in the API reference. */

/** A text in Chinese and English. */
export type Bilingual = readonly [zh: string, en: string];

/** The operations on one resource: a tag of the OpenAPI file. */
export interface Group {
  /** Name of the tag: short, lower case, stable, since addresses of the reference and generated clients carry it. */
  readonly tag: string;
  readonly name: Bilingual;
  /** One line: what the resource is. */
  readonly description: Bilingual;
  /** Chinese summary of each operation by its id; the English one stands in the manifest. */
  readonly operations: Readonly<Record<string, string>>;
}
