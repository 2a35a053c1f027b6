/** placeholder */
import type { BundleDocument } from "../../../schemas/polls/bundle.ts";
import type { Box } from "../tally/box.ts";
/** placeholder */
export const recount = (document: BundleDocument, _box: Box): BundleDocument["result"] => document.result;
