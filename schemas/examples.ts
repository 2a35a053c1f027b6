/**
 * Examples of requests and answers by operation id, shown in the OpenAPI file and the API reference. Every operation
 * with a body has one that can be sent as it stands; a test sends them all, and holds each against its schema.
 */
import { fundExamples } from "./examples/fund.ts";
import type { Examples } from "./examples/ids.ts";
import { ledgerExamples } from "./examples/ledger.ts";
import { parkingExamples } from "./examples/parking.ts";
import { pollsExamples } from "./examples/polls.ts";
import { residentsExamples } from "./examples/residents.ts";
import { timebankExamples } from "./examples/timebank.ts";

export type { Example } from "./examples/ids.ts";

const system: Examples = {
  getHealth: {
    reply: {
      status: "ok",
      version: "0.1.0",
      district: "demo",
      name: { zh: "演示区", en: "Demo district" },
      time: "2026-11-23T01:30:00.000Z",
    },
  },
  getKeys: {
    reply: {
      keys: [
        {
          kty: "OKP",
          crv: "Ed25519",
          x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
          kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
          purpose: "polls",
        },
      ],
    },
  },
};

/** All examples. */
export const examples: Examples = {
  ...ledgerExamples,
  ...residentsExamples,
  ...timebankExamples,
  ...parkingExamples,
  ...fundExamples,
  ...pollsExamples,
  ...system,
};
