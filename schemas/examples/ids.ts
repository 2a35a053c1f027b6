/** Ids in examples, and the shape of an example. Every person and number is invented. */

/** Bodies of one operation: what is sent, what is answered. */
export interface Example {
  readonly request?: unknown;
  /** The same request with its free text in English. */
  readonly requestEn?: unknown;
  readonly reply?: unknown;
}

export type Examples = Readonly<Record<string, Example>>;

/** The people that the local server knows, so that the examples can be sent there. */
export const ANN = "0190a000-0000-7000-8000-000000000001";
export const BO = "0190a000-0000-7000-8000-000000000002";
export const STEWARD = "0190a000-0000-7000-8000-000000000003";

/** Things that other examples made, each under the key of its making. */
export const TRANSFER = "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901";
export const SECOND = "0199f3a2-8e11-7f42-b1a0-6d3c8e9f0a12";
export const HOLD = "0199f3a2-9f27-7d58-9c4e-7b1a2f3e4d56";
export const ITEM = "0199f3a2-a001-7c11-8d2e-4f5a6b7c8d90";
export const BUILDING = "0199f3a2-a002-7c12-8d2e-4f5a6b7c8d91";
export const UNIT = "0199f3a2-a003-7c13-8d2e-4f5a6b7c8d92";
export const CY = "0199f3a2-a004-7c14-8d2e-4f5a6b7c8d93";
export const CURSOR = "WyIyMDI2LTExLTIzIl0";
