/** All operations of the community fund. */
import { fundOperations as funds } from "./funds.ts";

export const fundOperations = { ...funds };
